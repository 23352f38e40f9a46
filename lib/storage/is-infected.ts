import "server-only";
import { connect } from "node:net";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

const timeoutMs = 20_000;
const retryAfterSeconds = 30;
const chunkBytes = 64 * 1024;

/**
 * Asks ClamAV's clamd (`CLAMD_URL`) by its INSTREAM command, see clamd(8). Without one no file is infected.
 *
 * @throws unavailable while it does not answer, or cannot tell
 */
export async function isInfected(bytes: Uint8Array): Promise<boolean> {
  const { CLAMD_URL: url } = env();
  if (!url) return false;
  const answer = await ask(new URL(url), bytes).catch((cause: unknown) => {
    throw new AppError("unavailable", "scanner_away", { cause, retryAfterSeconds });
  });
  if (/^stream: .+ FOUND$/.test(answer)) return true;
  if (answer === "stream: OK") return false;
  throw new AppError("unavailable", "scanner_away", { retryAfterSeconds });
}

async function ask(url: URL, bytes: Uint8Array): Promise<string> {
  const socket = connect(
    url.protocol === "unix:" ? { path: url.pathname } : { host: url.hostname, port: Number(url.port || 3310) },
  );
  socket.setTimeout(timeoutMs, () => socket.destroy(new Error("The scanner took too long")));
  socket.write("zINSTREAM\0");
  for (let start = 0; start < bytes.length; start += chunkBytes) {
    const chunk = bytes.subarray(start, start + chunkBytes);
    socket.write(lengthOf(chunk.length));
    socket.write(chunk);
  }
  socket.write(lengthOf(0));
  const parts: Buffer[] = [];
  for await (const part of socket) parts.push(part);
  return Buffer.concat(parts).toString("utf8").replace(/\0$/, "").trim();
}

/** Four bytes, the highest first. */
function lengthOf(count: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(count);
  return length;
}
