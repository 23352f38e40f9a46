import "server-only";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

const timeoutMs = 20_000;
const retryAfterSeconds = 30;
const chunkBytes = 64 * 1024;

/** What a scanner reads a second, at the least; it says nothing until it has read all. */
const leastBytesPerMs = 2000;

/**
 * Asks ClamAV's clamd (`CLAMD_URL`) by its INSTREAM command, see clamd(8). Without one no file is infected, and
 * nothing of it is read.
 *
 * @throws unavailable while it does not answer, or cannot tell; too_large beyond its own StreamMaxLength
 */
export async function isInfected(file: Uint8Array | AsyncIterable<Uint8Array>): Promise<boolean> {
  const { CLAMD_URL: url } = env();
  if (!url) return false;
  const answer = await ask(new URL(url), file instanceof Uint8Array ? piecesOf(file) : file).catch((cause: unknown) => {
    if (cause instanceof AppError) throw cause;
    throw new AppError("unavailable", "scanner_away", { cause, retryAfterSeconds });
  });
  if (/^stream: .+ FOUND$/.test(answer)) return true;
  if (answer === "stream: OK") return false;
  if (/size limit exceeded/i.test(answer)) throw new AppError("too_large", "scanner_too_small");
  throw new AppError("unavailable", "scanner_away", { retryAfterSeconds });
}

async function ask(url: URL, chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<string> {
  const socket = connect(
    url.protocol === "unix:" ? { path: url.pathname } : { host: url.hostname, port: Number(url.port || 3310) },
  );
  socket.setTimeout(timeoutMs, () => socket.destroy(new Error("The scanner took too long")));
  const answered = readAll(socket);
  // Awaited below; while the file is still being sent a lost connection is no unhandled rejection.
  answered.catch(() => undefined);
  let sent = 0;
  socket.write("zINSTREAM\0");
  for await (const chunk of chunks) {
    // It says so as soon as a file is too long for it, and hears no more.
    if (socket.readableEnded || socket.destroyed) break;
    socket.write(lengthOf(chunk.length));
    sent += chunk.length;
    if (!socket.write(chunk)) await Promise.race([once(socket, "drain"), answered]);
  }
  socket.setTimeout(timeoutMs + sent / leastBytesPerMs);
  if (!socket.destroyed) socket.write(lengthOf(0));
  return answered;
}

async function readAll(socket: Socket): Promise<string> {
  const parts: Buffer[] = [];
  try {
    for await (const part of socket) parts.push(part);
  } catch (error) {
    // Who hangs up on a file that is too long has said so before.
    if (parts.length === 0) throw error;
  }
  return Buffer.concat(parts).toString("utf8").replace(/\0$/, "").trim();
}

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += chunkBytes) yield bytes.subarray(start, start + chunkBytes);
}

/** Four bytes, the highest first. */
function lengthOf(count: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(count);
  return length;
}
