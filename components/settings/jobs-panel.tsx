"use client";

import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { ListStates } from "@/components/ui/list-states";
import { SkeletonRows } from "@/components/ui/notices";
import { Table } from "@/components/ui/table";
import { Tabs } from "@/components/ui/tabs";
import { useToast } from "@/components/ui/toast";
import { type JobState, jobStates } from "@/lib/job/kinds";
import { changeJob, jobsKey, jobsQuery } from "@/lib/job/queries";
import type { JobList, JobView } from "@/lib/job/schema";

const ConfirmDialog = lazy(() => import("@/components/ui/confirm-dialog"));

/** What the background is at, what waits and what failed, with what can be done about each. Null: Inngest runs it. */
export function JobsPanel({ running }: { running: JobList | null }) {
  const t = useTranslations("jobs");
  const tCommon = useTranslations("common");
  const [state, setState] = useState<JobState>("running");
  const isElsewhere = running === null;
  const query = useQuery({
    ...{ ...jobsQuery(state), placeholderData: keepPreviousData, enabled: !isElsewhere },
    // There from the first, or what stands below would jump.
    ...(state === "running" && running && { initialData: running }),
  });
  const counts = query.data?.counts;
  return (
    <section aria-labelledby="jobs">
      <h2 className="font-semibold text-lg" id="jobs">
        {t("title")}
      </h2>
      <p className="mb-2 max-w-160 text-ink-soft text-sm">{t(isElsewhere ? "elsewhere" : "text")}</p>
      {!isElsewhere && (
        <Tabs
          current={state}
          label={t("states")}
          onChange={setState}
          tabs={jobStates.map((key) => ({ key, title: t(`state_${key}`), ...(counts && { count: counts[key] }) }))}
        >
          <div className="min-h-24 pt-2">
            {query.isPlaceholderData ? (
              // Of the tab before: its counts hold, its list does not.
              <SkeletonRows label={tCommon("loading")} rows={2} />
            ) : (
              <ListStates
                empty={({ jobs }) =>
                  jobs.length === 0 && <p className="py-3 text-ink-soft text-sm">{t(`none_${state}`)}</p>
                }
                query={query}
              >
                {({ jobs }) => <JobTable jobs={jobs} />}
              </ListStates>
            )}
          </div>
        </Tabs>
      )}
    </section>
  );
}

function JobTable({ jobs }: { jobs: JobView[] }) {
  const t = useTranslations("jobs");
  const format = useFormatter();
  const toast = useToast();
  const queryClient = useQueryClient();
  const [stopping, setStopping] = useState<string | null>(null);
  const change = useMutation({
    mutationFn: changeJob,
    onSuccess: (_, { action }) => {
      setStopping(null);
      toast(t(action === "retry" ? "retried" : "stopped"));
      return queryClient.invalidateQueries({ queryKey: jobsKey });
    },
    onError: ({ message }, { action }) => action === "retry" && toast(message),
  });
  const nameOf = (name: string) => {
    const own = name.replace(/-failure$/, "").replaceAll("-", "_");
    const known = t.has(`names.${own}` as "names.read_resume") ? t(`names.${own}` as "names.read_resume") : name;
    return name.endsWith("-failure") ? t("companion", { name: known }) : known;
  };
  const errorOf = (error: string) => (error === "WorkerDied" || error === "StoppedError" ? t(`error_${error}`) : error);
  return (
    <>
      <Table
        columns={[
          { label: t("column_job") },
          { label: t("column_since") },
          { label: t("column_steps"), look: "number" },
          { label: t("column_tries"), look: "number" },
          { label: t("column_error") },
          { label: t("column_actions"), isLabelHidden: true },
        ]}
        label={t("title")}
      >
        {jobs.map(({ id, name, state, createdAt, stepsDone, retries, error, actions, link }) => (
          <tr key={id}>
            <td className="min-w-40">
              {link ? (
                <Link className="underline-offset-2 hover:underline" href={link}>
                  {nameOf(name)}
                </Link>
              ) : (
                nameOf(name)
              )}
            </td>
            <td className="tabular whitespace-nowrap">
              {format.dateTime(new Date(createdAt), { dateStyle: "medium", timeStyle: "short" })}
            </td>
            <td className="number">{format.number(stepsDone)}</td>
            <td className="number">{format.number(retries)}</td>
            <td className="min-w-32 text-ink-soft">{error && errorOf(error)}</td>
            <td className="text-right">
              {actions.includes("retry") && (
                <Button disabled={change.isPending} onClick={() => change.mutate({ id, action: "retry" })} size="sm">
                  {t("retry")}
                </Button>
              )}
              {actions.includes("stop") && (
                <Button onClick={() => setStopping(id)} size="sm">
                  {t("stop")}
                </Button>
              )}
              {state === "failed" && actions.length === 0 && (
                <span className="text-ink-faint text-xs">{t("elsewhere_retry")}</span>
              )}
            </td>
          </tr>
        ))}
      </Table>
      {stopping && (
        <Suspense>
          <ConfirmDialog
            confirmLabel={t("stop")}
            error={change.error}
            isBusy={change.isPending}
            onClose={() => setStopping(null)}
            onConfirm={() => change.mutate({ id: stopping, action: "stop" })}
            text={t("stop_text")}
            title={t("stop_title")}
          />
        </Suspense>
      )}
    </>
  );
}
