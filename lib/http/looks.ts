import "server-only";
import type { IncomingMessage } from "node:http";

/** Of people who look through pages, one asks for something as often. */
const lookMs = 600;

// Requests are watched by one bundle of the build, and this is asked by others.
const globals = globalThis as typeof globalThis & { hireglassLookedAt?: number };

/** Remembers a request that somebody waits for with a page before them. */
export function noteLook(request: IncomingMessage) {
  if (isLook(request)) globals.hireglassLookedAt = performance.now();
}

/** Whether people look through pages at present: what nobody waits for then leaves them the processors. */
export function isLookedAt(): boolean {
  return performance.now() - (globals.hireglassLookedAt ?? Number.NEGATIVE_INFINITY) < lookMs;
}

/** Files of the build, probes, and an import's own page asking how far it has got are none. */
function isLook({ method, url = "" }: IncomingMessage): boolean {
  return method === "GET" && !/^\/(?:_next\/|metrics\b|api\/health\b|api\/v1\/imports\/)/.test(url);
}
