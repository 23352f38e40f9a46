import "server-only";
import { z } from "zod";
import { fileResponse } from "@/lib/api/file-response";

export const reportQuery = z.object({ format: z.enum(["md", "json"]).default("md") });

export function reportResponse({ fileName, text }: { fileName: string; text: string }) {
  const mediaType = fileName.endsWith(".json") ? "application/json; charset=utf-8" : "text/markdown; charset=utf-8";
  return fileResponse({ bytes: new TextEncoder().encode(text), fileName, mediaType });
}
