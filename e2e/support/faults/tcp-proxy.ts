import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export type TcpProxy = {
  port: number;
  /** Breaks every connection that is open. */
  cut: () => void;
  /** "refuse" closes new connections at once; "stall" takes them and passes nothing on, either way. */
  mode: (mode: "pass" | "refuse" | "stall") => void;
  close: () => Promise<void>;
};

/** Between a client and a server on the loopback: a line that can be cut. */
export async function startTcpProxy(target: () => number): Promise<TcpProxy> {
  const pairs = new Set<[Socket, Socket]>();
  let mode: "pass" | "refuse" | "stall" = "pass";
  const server = createServer((near) => {
    if (mode === "refuse") return void near.destroy();
    const far = connect(target(), "127.0.0.1");
    const pair: [Socket, Socket] = [near, far];
    pairs.add(pair);
    const drop = () => {
      pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on("data", (chunk) => to.write(chunk));
      from.on("error", drop);
      from.on("end", () => to.end());
      from.on("close", drop);
    }
    if (mode === "stall") for (const socket of pair) socket.pause();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    cut: () => {
      for (const [near, far] of pairs) {
        near.resetAndDestroy();
        far.destroy();
      }
    },
    mode: (next) => {
      mode = next;
      for (const pair of pairs) for (const socket of pair) mode === "stall" ? socket.pause() : socket.resume();
    },
    close: async () => {
      for (const pair of pairs) for (const socket of pair) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
