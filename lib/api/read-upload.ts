import "server-only";
import { AppError } from "@/lib/errors";

/** The bytes of a request's body with the file name and type its headers declare. */
export type Upload = { bytes: Uint8Array; fileName: string; declaredType: string };

let bytesInFlight = 0;
/** About 20 of the largest files: past that the sender is asked to come back rather than memory to grow. */
const mostBytesInFlight = 256 * 1024 * 1024;

/**
 * Reads at most a little more than the limit for a file of this name, which is enough for the verb to refuse the file by its size.
 *
 * @throws unavailable when too many uploads are under way, bad_request when the body ends before its length
 */
export async function readUpload(request: Request, limitOf: (fileName: string) => number): Promise<Upload> {
  const fileName = decodeName(request.headers.get("x-file-name") ?? "");
  const limit = limitOf(fileName);
  const declaredType = request.headers.get("content-type") ?? "";
  if (bytesInFlight > mostBytesInFlight)
    throw new AppError("unavailable", "too_many_uploads", { retryAfterSeconds: 2 });
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of receive(request)) {
      chunks.push(chunk);
      size += chunk.length;
      bytesInFlight += chunk.length;
      if (size > limit) break;
    }
    const declared = request.headers.get("content-length");
    if (size <= limit && declared && Number(declared) !== size) throw new AppError("bad_request", "upload_cut_off");
    return { bytes: Buffer.concat(chunks), fileName, declaredType };
  } finally {
    bytesInFlight -= size;
  }
}

/** The same for a file that is held until it has been dealt with: its bytes count for as long. */
export async function withUpload<T>(
  request: Request,
  limitOf: (fileName: string) => number,
  use: (upload: Upload) => Promise<T>,
): Promise<T> {
  const upload = await readUpload(request, limitOf);
  bytesInFlight += upload.bytes.length;
  try {
    return await use(upload);
  } finally {
    bytesInFlight -= upload.bytes.length;
  }
}

/** The body as it comes. A sender who goes away in the middle is no failure of ours. */
export async function* receive(request: Request): AsyncGenerator<Uint8Array> {
  try {
    yield* request.body ?? [];
  } catch (cause) {
    throw new AppError("bad_request", "upload_cut_off", { cause });
  }
}

function decodeName(value: string) {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
