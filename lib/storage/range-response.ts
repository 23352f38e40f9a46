import "server-only";
import { AppError } from "@/lib/errors";
import { storage } from "@/lib/storage/storage";

type Stored = {
  storageKey: string;
  mediaType: string;
  /** Length in bytes. */
  size: number;
  /** What to say when the file is gone. */
  missing: string;
};

/** A recording or the part of it that a player asks for, streamed. One range; more than one gets the whole. */
export async function rangeResponse(
  request: Request,
  { storageKey, mediaType, size, missing }: Stored,
): Promise<Response> {
  const range = readRange(request.headers.get("range"), size);
  const headers = {
    "content-type": mediaType,
    "accept-ranges": "bytes",
    "cache-control": "private, no-store",
    "content-disposition": "inline",
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox",
  };
  if (range === "none")
    return new Response(null, { status: 416, headers: { ...headers, "content-range": `bytes */${size}` } });
  const { start, end } = range ?? { start: 0, end: size };
  const body = await storage().getRange(storageKey, start, end);
  if (!body) throw new AppError("not_found", missing);
  const length = { "content-length": String(end - start) };
  if (!range) return new Response(body, { headers: { ...headers, ...length } });
  const part = { "content-range": `bytes ${start}-${end - 1}/${size}` };
  return new Response(body, { status: 206, headers: { ...headers, ...length, ...part } });
}

/** From `start` to before `end`; null without one that is understood, "none" for one beyond the file. */
export function readRange(header: string | null, size: number): { start: number; end: number } | "none" | null {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? "") ?? [];
  if (first === "" && last === "") return null;
  if (first === "") {
    const length = Math.min(Number(last), size);
    return length > 0 ? { start: size - length, end: size } : "none";
  }
  const start = Number(first);
  const end = last === "" ? size : Math.min(Number(last) + 1, size);
  return start < size && start < end ? { start, end } : "none";
}
