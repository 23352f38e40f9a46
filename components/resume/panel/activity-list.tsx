"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { ListStates } from "@/components/ui/list-states";
import { activityQuery } from "@/lib/resume/page-queries";
import type { Activity } from "@/lib/resume/page-schema";

/** What happened with the resume, newest first. */
export default function ActivityList({ resumeId }: { resumeId: string }) {
  const t = useTranslations("resume_page");
  const format = useFormatter();
  const query = useInfiniteQuery(activityQuery(resumeId));
  return (
    <ListStates empty={() => null} query={query}>
      {({ pages }) => (
        <>
          <ol className="text-sm">
            {pages
              .flatMap(({ activities }) => activities)
              .map((activity) => (
                <li className="flex flex-wrap items-baseline gap-x-2 border-line border-b px-5 py-2" key={activity.id}>
                  <Sentence activity={activity} />
                  {activity.actor && <span className="text-ink-soft">{activity.actor}</span>}
                  <time className="tabular ml-auto text-ink-faint text-xs" dateTime={activity.at}>
                    {format.dateTime(new Date(activity.at), { dateStyle: "medium", timeStyle: "short" })}
                  </time>
                </li>
              ))}
          </ol>
          {query.hasNextPage && (
            <div className="px-5 py-3">
              <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()} size="sm">
                {t("more")}
              </Button>
            </div>
          )}
        </>
      )}
    </ListStates>
  );
}

function Sentence({ activity: { kind, values, position } }: { activity: Activity }) {
  const t = useTranslations("resume_page");
  const reasons = useTranslations("unreadable");
  const outcomes = useTranslations("decision");
  const format = useFormatter();
  const note = {
    failed: () => reasons(String(values.reason || "internal") as "internal"),
    screened: () =>
      values.score === undefined ? "" : format.number(Number(values.score), { maximumFractionDigits: 1 }),
    decided: () => outcomes(String(values.outcome) as "hire"),
    tagged: () => t("tag_counts", { added: Number(values.added ?? 0), removed: Number(values.removed ?? 0) }),
  }[kind as "failed"]?.();
  return (
    <span>
      {t(`did_${kind}`)}
      {position && (
        <>
          {" "}
          <Link
            className="font-medium hover:underline"
            href={`/positions/${position.id}/board?application=${position.applicationId}`}
          >
            {position.title}
          </Link>
        </>
      )}
      {note && <span className="text-ink-faint"> {note}</span>}
    </span>
  );
}
