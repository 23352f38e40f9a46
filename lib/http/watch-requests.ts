import "server-only";
import { randomUUID } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { env } from "@/lib/env";
import { addressBehind, clientAddressHeader } from "@/lib/http/client-address";
import { noteLook } from "@/lib/http/looks";
import { requestContext } from "@/lib/http/request-context";
import { areaOf, type Metrics, metrics } from "@/lib/metrics/registry";

type Started = { request: IncomingMessage; response: ServerResponse; server: Server };

/** The servers that took requests: Next hands out neither them nor connections. */
const servers = new Set<Server>();
const requestIdForm = /^[A-Za-z0-9_-]{1,64}$/;
const idleEveryMs = 100;

/**
 * Before anything reads a request, tells it where it comes from and gives it an id: the sender's own when it has the
 * form of one. Answer, log lines and audit events of the request carry it.
 */
export function watchRequests() {
  const { TRUSTED_PROXY_HOPS: hops } = env();
  const kept = metrics();
  subscribe("http.server.request.start", (message) => {
    const { request, response, server } = message as Started;
    servers.add(server);
    const forwarded = request.headers["x-forwarded-for"];
    const written = Array.isArray(forwarded) ? forwarded.join(",") : forwarded;
    request.headers[clientAddressHeader] = addressBehind(written, request.socket.remoteAddress ?? "", hops);
    const sent = String(request.headers["x-request-id"] ?? "");
    const requestId = requestIdForm.test(sent) ? sent : randomUUID();
    request.headers["x-request-id"] = requestId;
    response.setHeader("x-request-id", requestId);
    requestContext().enterWith({ requestId });
    noteLook(request);
    if (kept) countWhenDone({ request, response, kept });
  });
}

type Counted = Pick<Started, "request" | "response"> & { kept: Promise<Metrics> };

function countWhenDone({ request, response, kept }: Counted) {
  const startedAt = performance.now();
  const { method = "", url = "" } = request;
  response.once("close", async () => {
    const { requests, failures } = await kept;
    const status = response.writableFinished ? response.statusCode : 0;
    const area = areaOf(url, status);
    requests.observe({ method, area, status: String(status) }, (performance.now() - startedAt) / 1000);
    if (status >= 500) failures.inc({ status: String(status) });
  });
}

/** Takes no new connections and lets the requests under way end, those that take too long excepted. */
export async function closeServers(timeoutMs: number): Promise<void> {
  await Promise.all(
    [...servers].map(async (server) => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // A connection may become idle only now.
      const idle = setInterval(() => server.closeIdleConnections(), idleEveryMs);
      const late = setTimeout(() => server.closeAllConnections(), timeoutMs);
      await closed;
      clearInterval(idle);
      clearTimeout(late);
    }),
  );
}
