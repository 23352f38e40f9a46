"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { PdfReportButton } from "@/components/screening/pdf-report-button";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Field, Select } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import { Problem } from "@/components/ui/notices";
import { cadences } from "@/lib/report/kinds";
import { addSchedule, removeSchedule, schedulesQuery } from "@/lib/report/queries";
import type { ScheduleView } from "@/lib/report/schedules/schema";

const formats = ["docx", "xlsx", "csv", "md"] as const;

/** The report on a position, now or by itself, and what was made by itself so far. */
export function PositionReports({ positionId, title }: { positionId: string; title: string }) {
  const t = useTranslations("position_report");
  const report = useTranslations("report");
  const queryClient = useQueryClient();
  const query = schedulesQuery(positionId);
  const { data: schedules = [] } = useQuery(query);
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: query.queryKey });
  const add = useMutation({
    mutationFn: (input: Parameters<typeof addSchedule>[1]) => addSchedule(positionId, input),
    onSuccess,
  });
  const remove = useMutation({ mutationFn: (id: string) => removeSchedule(positionId, id), onSuccess });
  const [cadence, setCadence] = useState<(typeof cadences)[number]>("weekly");
  const [hour, setHour] = useState(9);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ cadence, hour, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone });
  };
  return (
    <>
      <PageHeader
        actions={
          <>
            <PdfReportButton kind="position" label={t("pdf")} subjectId={positionId} />
            {formats.map((format) => (
              <Button asChild key={format}>
                <a download href={`/api/v1/positions/${positionId}/position-report?format=${format}`}>
                  {report(`format_${format}`)}
                </a>
              </Button>
            ))}
          </>
        }
        title={
          <>
            {t("title")}{" "}
            <Link className="font-normal text-ink-soft hover:underline" href={`/positions/${positionId}/board`}>
              {title}
            </Link>
          </>
        }
      />
      <section aria-label={t("schedules")} className="flex max-w-200 flex-col gap-4 p-5 max-sm:p-4">
        <h2 className="font-semibold text-lg">{t("schedules")}</h2>
        <p className="text-ink-soft text-sm">{t("note")}</p>
        <form className="flex flex-wrap items-end gap-3" onSubmit={submit}>
          <Field label={t("cadence")}>
            {(props) => (
              <Select
                {...props}
                onChange={({ target }) => setCadence(cadences.find((key) => key === target.value) ?? "weekly")}
                value={cadence}
              >
                {cadences.map((key) => (
                  <option key={key} value={key}>
                    {t(key)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label={t("hour")}>
            {(props) => (
              <Select {...props} onChange={({ target }) => setHour(Number(target.value))} value={hour}>
                {Array.from({ length: 24 }, (_, value) => (
                  <option key={String(value)} value={value}>
                    {`${String(value).padStart(2, "0")}:00`}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Button disabled={add.isPending} type="submit" variant="primary">
            {t("add")}
          </Button>
        </form>
        {(add.error ?? remove.error) && <Problem>{(add.error ?? remove.error)?.message}</Problem>}
        <ul className="flex flex-col gap-4">
          {schedules.map((schedule) => (
            <Schedule key={schedule.id} onRemove={() => remove.mutate(schedule.id)} schedule={schedule} />
          ))}
        </ul>
      </section>
    </>
  );
}

function Schedule({ schedule, onRemove }: { schedule: ScheduleView; onRemove: () => void }) {
  const t = useTranslations("position_report");
  const format = useFormatter();
  const { cadence, hour, nextAt, reports } = schedule;
  const time = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" });
  return (
    <li className="rounded-md border border-line px-4 py-3 text-sm">
      <div className="flex flex-wrap items-center gap-3">
        <span className="font-medium">
          {t(cadence)} {String(hour).padStart(2, "0")}:00
        </span>
        <span className="text-ink-faint text-xs">{t("next", { time: time(nextAt) })}</span>
        <Button className="ml-auto" onClick={onRemove} size="sm" variant="danger">
          {t("remove")}
        </Button>
      </div>
      {reports.length === 0 ? (
        <p className="mt-2 text-ink-soft">{t("none_made")}</p>
      ) : (
        <ul className="mt-2 border-line border-t">
          {reports.map(({ id, fileName, state, progress, createdAt }) => (
            <li className="flex flex-wrap items-center gap-3 border-line border-b py-1.5" key={id}>
              {state === "completed" ? (
                <a className="text-accent hover:underline" download href={`/api/v1/reports/${id}/file`}>
                  {fileName}
                </a>
              ) : (
                <span>{state === "failed" ? t("failed") : t("making", { percent: progress })}</span>
              )}
              <span className="tabular ml-auto text-ink-faint text-xs">{time(createdAt)}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
