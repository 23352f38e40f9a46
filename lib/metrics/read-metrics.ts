import "server-only";
import { countJobs } from "@/inngest/stats";
import { monthOf } from "@/lib/ai/ledger";
import { systemDb } from "@/lib/db";
import { readHealth } from "@/lib/health/read-health";
import { countUploads } from "@/lib/resume/accept-resume";
import { storage } from "@/lib/storage/storage";
import type { Metrics } from "./registry";

type Line = { name: string; help: string; values: [labels: Record<string, string>, value: number][] };

/** Everything in Prometheus's text form: what was counted here, and how things stand with what all servers share. */
export async function readMetrics({ registry }: Metrics): Promise<string> {
  const lines = await readLines();
  return `${await registry.metrics()}\n${lines.map(write).join("\n")}\n`;
}

export const metricsType = "text/plain; version=0.0.4; charset=utf-8";

async function readLines(): Promise<Line[]> {
  const health = await readHealth();
  const isUp = health.database === "up";
  const uploads = countUploads();
  const room = await storage()
    .room?.()
    .catch(() => null);
  return [
    gauge("hireglass_database_up", "Whether the database answers", Number(isUp)),
    gauge("hireglass_storage_up", "Whether files can be written", Number(health.storage.state === "up")),
    ...(room
      ? [
          gauge("hireglass_storage_free_bytes", "Room left for files", room.freeBytes),
          gauge("hireglass_storage_size_bytes", "Room for files in all", room.totalBytes),
        ]
      : []),
    {
      name: "hireglass_uploads",
      help: "Files being taken in by this process",
      values: [
        [{ state: "running" }, uploads.running],
        [{ state: "waiting" }, uploads.waiting],
      ],
    },
    gauge("hireglass_uploads_refused", "Files this process has asked to come again, since it started", uploads.refused),
    ...(isUp ? await readShared() : []),
  ];
}

async function readShared(): Promise<Line[]> {
  const [jobs, spent, connections] = await Promise.all([
    countJobs(),
    systemDb().modelUsage.groupBy({
      by: ["currency"],
      where: { month: monthOf() },
      _sum: { cost: true, calls: true, failedCalls: true, inputTokens: true, outputTokens: true },
    }),
    systemDb().$queryRaw<{ count: number; most: number }[]>`
      select count(*)::int as count, current_setting('max_connections')::int as most
      from pg_stat_activity where backend_type = 'client backend'`,
  ]);
  const { queued, running, waiting, failed, undispatchedEvents, oldestDueSeconds } = jobs;
  const of = (read: (sum: (typeof spent)[number]["_sum"]) => number | bigint | null) =>
    spent.map(({ currency, _sum }): [Record<string, string>, number] => [{ currency }, Number(read(_sum) ?? 0)]);
  return [
    {
      name: "hireglass_jobs",
      help: "Jobs by state; failed ones of the last 30 days",
      values: Object.entries({ queued, running, waiting, failed }).map(([state, count]) => [{ state }, count]),
    },
    gauge("hireglass_job_events_waiting", "Events that no job was started for yet", undispatchedEvents),
    gauge("hireglass_job_oldest_due_seconds", "How long the job that is due longest has waited", oldestDueSeconds),
    gauge("hireglass_database_connections", "Connections to the database", connections[0]?.count ?? 0),
    gauge("hireglass_database_connections_limit", "Connections that the database takes", connections[0]?.most ?? 0),
    { name: "hireglass_model_month_cost", help: "What models cost this month", values: of(({ cost }) => cost) },
    { name: "hireglass_model_month_calls", help: "Calls to models this month", values: of(({ calls }) => calls) },
    {
      name: "hireglass_model_month_failed_calls",
      help: "Calls to models that failed this month",
      values: of(({ failedCalls }) => failedCalls),
    },
    {
      name: "hireglass_model_month_tokens",
      help: "Tokens to and from models this month",
      values: of(({ inputTokens, outputTokens }) => (inputTokens ?? 0n) + (outputTokens ?? 0n)),
    },
  ];
}

function gauge(name: string, help: string, value: number): Line {
  return { name, help, values: [[{}, value]] };
}

function write({ name, help, values }: Line): string {
  const lines = values.map(([labels, value]) => {
    const told = Object.entries(labels).map(([label, text]) => `${label}="${text.replace(/[\\"\n]/g, "")}"`);
    return `${name}${told.length > 0 ? `{${told.join(",")}}` : ""} ${value}`;
  });
  return [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, ...lines].join("\n");
}
