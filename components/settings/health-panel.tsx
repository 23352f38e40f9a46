import { useFormatter, useTranslations } from "next-intl";
import type { HealthReport } from "@/lib/health/read-health";

type HealthPanelProps = {
  health: HealthReport;
  /** For files; null where nobody says. */
  room: { freeBytes: number; totalBytes: number } | null;
};

/** The same state that /api/health gives to machines. */
export function HealthPanel({ health, room }: HealthPanelProps) {
  const t = useTranslations("settings");
  const format = useFormatter();
  const { version, database, separation, storage, jobs, engine } = health;
  const counts = jobs.state === "up" ? jobs : null;
  const rows = [
    [t("version"), version],
    [t("database"), t(database)],
    [t("separation"), t(`separation_${separation}`)],
    [t("storage"), `${t(`storage_${storage.kind}`)} · ${t(storage.state)}`],
    ...(room
      ? [
          [
            t("room"),
            t("room_value", {
              free: format.number(room.freeBytes / 2 ** 30, { maximumFractionDigits: 1 }),
              total: format.number(room.totalBytes / 2 ** 30, { maximumFractionDigits: 1 }),
            }),
          ],
        ]
      : []),
    [t("jobs"), t(`jobs_${jobs.runner}`)],
    ...(counts
      ? [
          [
            t("job_counts"),
            t("job_counts_value", {
              queued: counts.queued,
              running: counts.running,
              waiting: counts.waiting,
              failed: counts.failed,
            }),
          ],
        ]
      : []),
    ...(counts && counts.oldestDueSeconds > 5
      ? [[t("oldest_job"), t("seconds", { count: Math.round(counts.oldestDueSeconds) })]]
      : []),
    [t("engine"), t(`engine_${engine.name}`)],
  ];
  return (
    <section aria-labelledby="health">
      <h2 className="mb-2 font-semibold text-lg" id="health">
        {t("health")}
      </h2>
      <dl className="grid grid-cols-[220px_1fr] gap-y-1.5 text-sm max-sm:grid-cols-2">
        {rows.map(([label, value]) => (
          <div className="contents" key={label}>
            <dt className="text-ink-faint">{label}</dt>
            <dd className="tabular">{typeof value === "number" ? format.number(value) : value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
