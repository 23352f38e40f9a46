import { timingSafeEqual } from "node:crypto";
import { hashSecretToken } from "@/lib/auth/secret-token";
import { env } from "@/lib/env";
import { metricsType, readMetrics } from "@/lib/metrics/read-metrics";
import { metrics } from "@/lib/metrics/registry";

export const dynamic = "force-dynamic";

/** For Prometheus, with `METRICS_TOKEN` as its bearer token; without that variable there is no such address. */
export async function GET(request: Request) {
  const wanted = env().METRICS_TOKEN;
  const kept = metrics();
  if (!wanted || !kept) return new Response(null, { status: 404 });
  const sent = /^Bearer (\S+)$/.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
  if (!isSame(sent, wanted)) return new Response(null, { status: 401 });
  const headers = { "content-type": metricsType, "cache-control": "no-store" };
  return new Response(await readMetrics(await kept), { headers });
}

/** Hashes are of one length, and comparing them takes as long whatever was sent. */
function isSame(sent: string, wanted: string): boolean {
  return timingSafeEqual(Buffer.from(hashSecretToken(sent)), Buffer.from(hashSecretToken(wanted)));
}
