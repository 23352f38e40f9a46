import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer, type Socket } from "node:net";

/** What every scanner takes for a virus, in two halves, so that none takes this file for one. */
export const eicar = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$${"EICAR"}-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*`;

const longestBytes = 1_000_000;

/** A clamd on the loopback that reads INSTREAM as the real one does; `mode` makes it fail. */
export async function startClamd() {
  const state = { mode: "scans" as "scans" | "hangs" | "gives up" | "too long", scanned: 0 };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => undefined);
    const chunks: Buffer[] = [];
    let received = 0;
    socket.on("data", (chunk) => {
      chunks.push(chunk);
      received += chunk.length;
      // As clamd does: it answers in the middle, and hangs up.
      if (state.mode === "too long" && received > longestBytes) {
        if (socket.writable) socket.end("INSTREAM size limit exceeded. ERROR\0");
        return;
      }
      // The chunk of no length is at the end of what is sent.
      if (!Buffer.concat(chunks.slice(-2)).subarray(-4).equals(Buffer.alloc(4))) return;
      const content = readStream(Buffer.concat(chunks));
      if (!content || state.mode === "hangs") return;
      state.scanned += 1;
      const found = content.includes(eicar) ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
      socket.end(`${state.mode === "gives up" ? "Can't allocate memory ERROR" : found}\0`);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    state,
    url: `tcp://127.0.0.1:${port}`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** Null until the chunk of no length has come. */
function readStream(received: Buffer): Buffer | null {
  const command = "zINSTREAM\0";
  if (received.length < command.length || received.subarray(0, command.length).toString() !== command) return null;
  const parts: Buffer[] = [];
  for (let at = command.length; at + 4 <= received.length; ) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
