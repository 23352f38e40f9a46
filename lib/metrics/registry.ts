import "server-only";
import type { Counter, Histogram, Registry } from "prom-client";
import { env } from "@/lib/env";

export type Metrics = {
  registry: Registry;
  requests: Histogram<"method" | "area" | "status">;
  jobs: Histogram<"function" | "outcome">;
  failures: Counter<"status">;
};

// One for all bundles of a build.
const globals = globalThis as typeof globalThis & { hireglassMetrics?: Promise<Metrics> };

/** Null, and nothing loaded, where nobody may ask for them: without `METRICS_TOKEN`. */
export function metrics(): Promise<Metrics> | null {
  if (!env().METRICS_TOKEN) return null;
  globals.hireglassMetrics ??= makeMetrics();
  return globals.hireglassMetrics;
}

async function makeMetrics(): Promise<Metrics> {
  const { Counter, Histogram, Registry, collectDefaultMetrics } = await import("prom-client");
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    requests: new Histogram({
      name: "hireglass_http_request_duration_seconds",
      help: "Requests by method, first parts of the address and status",
      labelNames: ["method", "area", "status"],
      buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
      registers,
    }),
    jobs: new Histogram({
      name: "hireglass_job_duration_seconds",
      help: "Calls of jobs by function and what became of them",
      labelNames: ["function", "outcome"],
      buckets: [0.01, 0.05, 0.25, 1, 5, 15, 60, 300],
      registers,
    }),
    failures: new Counter({
      name: "hireglass_request_failures_total",
      help: "Answers with 500 and above by status",
      labelNames: ["status"],
      registers,
    }),
  };
}

const mostAreas = 100;
const areas = new Set<string>();

/**
 * The kind of an address, never the address: no id, no secret, and of addresses that are none nothing, or strangers
 * would fill the memory with names of theirs.
 */
export function areaOf(url: string, status: number): string {
  if (status === 404 || status === 401) return "none";
  const parts = (url.split("?", 1)[0] ?? "").split("/").filter(Boolean);
  const [first = "", second = "", third = ""] = parts;
  const told =
    first === "_next"
      ? [first]
      : first === "api"
        ? second === "v1"
          ? [first, second, third]
          : [first, second]
        : [first];
  const area = `/${told.filter((part) => /^[A-Za-z_][A-Za-z0-9_-]{0,30}$/.test(part)).join("/")}`;
  if (!areas.has(area) && areas.size >= mostAreas) return "other";
  areas.add(area);
  return area;
}
