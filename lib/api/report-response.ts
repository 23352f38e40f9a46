import "server-only";
import { z } from "zod";
import { fileResponse } from "@/lib/api/file-response";

export const candidateReportQuery = z.object({ format: z.enum(["md", "json", "docx"]).default("md") });
export const shortlistReportQuery = z.object({ format: z.enum(["md", "json", "docx", "xlsx", "csv"]).default("md") });

export const dossierQuery = shortlistReportQuery;

const mediaTypes = {
  csv: "text/csv; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  json: "application/json; charset=utf-8",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;
export type ReportFormat = keyof typeof mediaTypes;

type Report = { fileName: string; format: ReportFormat; body: string | Buffer };

export function reportResponse({ fileName, format, body }: Report) {
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  return fileResponse({ bytes, fileName, mediaType: mediaTypes[format] });
}
