import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { UnreadableFileError } from "../../../document";

const maxInflatedBytes = 30 * 1024 * 1024;
const maxEntries = 2_000;
const maxRatio = 200;

/**
 * Inflates every part of a ZIP within a budget, counting real bytes because declared sizes can lie, and
 * gives the parts whose names match. Throws UnreadableFileError: expansion_limit, encrypted or corrupt.
 */
export async function walkZip(bytes: Uint8Array, wanted: RegExp): Promise<Map<string, Buffer>> {
  try {
    return await inflateParts(await openZip(bytes), bytes.length, wanted);
  } catch (cause) {
    if (cause instanceof UnreadableFileError) throw cause;
    throw new UnreadableFileError("corrupt", { cause });
  }
}

async function openZip(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: false });
}

async function inflateParts(zip: ZipFile, fileLength: number, wanted: RegExp): Promise<Map<string, Buffer>> {
  if (zip.entryCount > maxEntries) throw new UnreadableFileError("expansion_limit");
  const parts = new Map<string, Buffer>();
  let inflated = 0;
  let entries = 0;
  for await (const entry of zip.eachEntry()) {
    entries += 1;
    if (entries > maxEntries) throw new UnreadableFileError("expansion_limit");
    if (entry.fileName.endsWith("/")) continue;
    if (entry.isEncrypted()) throw new UnreadableFileError("encrypted");
    const chunks: Buffer[] = [];
    const isWanted = wanted.test(entry.fileName);
    for await (const chunk of await openPart(zip, entry)) {
      inflated += chunk.length;
      if (inflated > maxInflatedBytes || (inflated > 1_000_000 && inflated > fileLength * maxRatio)) {
        throw new UnreadableFileError("expansion_limit");
      }
      if (isWanted) chunks.push(chunk);
    }
    if (isWanted) parts.set(entry.fileName, Buffer.concat(chunks));
  }
  return parts;
}

async function openPart(zip: ZipFile, entry: Entry): Promise<AsyncIterable<Buffer>> {
  return zip.openReadStreamPromise(entry);
}
