import type { IncomingMessage } from "node:http";
import { expect, test, vi } from "vitest";
import { isLookedAt, noteLook } from "./looks";

test("who asks for a page or a list looks, for a moment; uploads, probes and an import's own page do not", () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const ask = (method: string, url: string) => noteLook({ method, url } as IncomingMessage);
  expect(isLookedAt()).toBe(false);
  ask("POST", "/api/v1/resumes?batchId=1");
  ask("GET", "/api/v1/imports/0f5b9f6e-5f2b-4f0e-9c55-2f6d3c1f0c11");
  ask("GET", "/_next/static/chunks/1.js");
  ask("GET", "/api/health");
  ask("GET", "/metrics");
  expect(isLookedAt()).toBe(false);
  for (const url of ["/resumes", "/api/v1/resumes?limit=20", "/"]) {
    ask("GET", url);
    expect(isLookedAt()).toBe(true);
    vi.advanceTimersByTime(1000);
    expect(isLookedAt()).toBe(false);
  }
  vi.useRealTimers();
});
