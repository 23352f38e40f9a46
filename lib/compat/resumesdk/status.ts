import { z } from "zod";
import type { UnreadableReason } from "@/lib/resume/document";

/** The reference's status codes, in the order they are checked; the answer is HTTP 200 for all of them. */
export const statusMessages = {
  200: "OK",
  267: "The request body is not valid JSON",
  250: "uid or pwd is wrong or missing",
  251: "No calls are left on this account",
  260: "A request parameter is missing or wrong",
  266: "file_name has no extension",
  263: "This file format is not supported",
  261: "The content of the resume is empty",
  264: "file_cont cannot be decoded from base64",
  262: "The content of the resume is too long",
  265: "The image is too large",
  241: "The file cannot be read",
  240: "The resume could not be parsed",
  /** Person-job matching, another product: never answered here. */
  280: "Person-job matching failed",
} as const;
export type StatusCode = keyof typeof statusMessages;
export const statusCode = z.literal(Object.keys(statusMessages).map(Number) as StatusCode[]);

export class ParseCallError extends Error {
  constructor(
    readonly code: StatusCode,
    message: string = statusMessages[code],
  ) {
    super(message);
    this.name = "ParseCallError";
  }
}

/** What the reference calls the reason a file was not read. */
export function statusOf(reason: UnreadableReason): { code: StatusCode; message: string } {
  const [code, message] = reasons[reason] ?? [241, statusMessages[241]];
  return { code, message };
}

const reasons: Partial<Record<UnreadableReason, [StatusCode, string]>> = {
  empty_file: [261, statusMessages[261]],
  no_text: [261, "The file contains no text"],
  too_many_pixels: [265, statusMessages[265]],
  unreadable_scan: [241, "The picture cannot be read"],
  too_large: [262, statusMessages[262]],
  encrypted: [241, "The file is protected by a password"],
  corrupt: [241, "The file is damaged"],
  unsupported_type: [241, "The content is not what the extension says"],
  expansion_limit: [241, "The file unpacks to more than is allowed"],
  time_limit: [240, "Parsing took longer than allowed"],
  memory_limit: [240, "Parsing took more memory than allowed"],
  internal: [240, statusMessages[240]],
};
