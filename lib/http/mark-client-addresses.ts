import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { env } from "@/lib/env";
import { addressBehind, clientAddressHeader } from "@/lib/http/client-address";

/** Next hands handlers no connection, so each request is told where it comes from before anything reads it. */
export function markClientAddresses() {
  const { TRUSTED_PROXY_HOPS: hops } = env();
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    const forwarded = request.headers["x-forwarded-for"];
    const written = Array.isArray(forwarded) ? forwarded.join(",") : forwarded;
    request.headers[clientAddressHeader] = addressBehind(written, request.socket.remoteAddress ?? "", hops);
  });
}
