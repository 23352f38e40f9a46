import "server-only";
import iconv from "iconv-lite";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import {
  bestRatio,
  deepestPath,
  isArchiveName,
  isClutter,
  largestContentBytes,
  mostEntries,
} from "@/lib/resume/archive/limits";
import { UnreadableFileError, type UnreadableReason } from "@/lib/resume/document";
import { largestFileBytes } from "@/lib/resume/schema";

/** A file of a ZIP, or why it was not taken out. `place` is where it stands in the list of contents. */
export type ArchiveFile = { place: number; fileName: string; size: number } & (
  | { bytes: Buffer; reason: null }
  | { bytes: null; reason: UnreadableReason }
);

/**
 * The files of a ZIP one after the other, so that one is in memory at a time. Sizes are counted as they come out,
 * because what an archive says of itself can lie. Of a path only the last part is ever used.
 *
 * @throws UnreadableFileError for the archive as a whole: corrupt, too_many_files or expansion_limit
 */
export async function* readArchive(bytes: Uint8Array): AsyncGenerator<ArchiveFile> {
  const zip = await openArchive(bytes);
  if (zip.entryCount > mostEntries) throw new UnreadableFileError("too_many_files");
  let total = 0;
  let place = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      place += 1;
      if (place > mostEntries) throw new UnreadableFileError("too_many_files");
      const path = entryPath(entry);
      if (path.endsWith("/") || isClutter(path)) continue;
      const file = { place, fileName: path.split("/").at(-1) ?? "", size: entry.uncompressedSize };
      const reason = reasonToLeave(entry, path);
      if (reason) {
        yield { ...file, bytes: null, reason };
        continue;
      }
      const left = Math.min(largestContentBytes, Math.max(1_000_000, bytes.length * bestRatio)) - total;
      const content = await inflate(zip, entry, left);
      total += content?.length ?? largestFileBytes;
      yield content
        ? { ...file, size: content.length, bytes: content, reason: null }
        : { ...file, bytes: null, reason: "too_large" };
    }
  } catch (cause) {
    throw cause instanceof UnreadableFileError ? cause : new UnreadableFileError("corrupt", { cause });
  }
}

async function openArchive(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return await fromBufferPromise(buffer, { lazyEntries: true, decodeStrings: false, validateEntrySizes: false });
  } catch (cause) {
    throw new UnreadableFileError("corrupt", { cause });
  }
}

/** Windows in Chinese writes names as GBK and does not say so. */
function entryPath({ fileName, generalPurposeBitFlag }: Entry): string {
  const raw = Buffer.from(fileName as unknown as Uint8Array);
  const isUtf8 = (generalPurposeBitFlag & 0x800) !== 0;
  const text = raw.toString("utf8");
  const path = isUtf8 || !text.includes("\ufffd") ? text : iconv.decode(raw, "gb18030");
  return path.replaceAll("\\", "/");
}

function reasonToLeave(entry: Entry, path: string): UnreadableReason | null {
  const parts = path.split("/");
  if (path.startsWith("/") || /^[a-z]:/i.test(path) || parts.includes("..") || parts.length > deepestPath) {
    return "unsafe_path";
  }
  if (entry.isEncrypted()) return "encrypted";
  return isArchiveName(path) ? "nested_archive" : null;
}

/** Null for a file over the limit of a single one. */
async function inflate(zip: ZipFile, entry: Entry, left: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    size += chunk.length;
    if (size > left) throw new UnreadableFileError("expansion_limit");
    if (size > largestFileBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
