"use client";

import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { ListStates } from "@/components/ui/list-states";
import { Empty } from "@/components/ui/notices";
import { resumeRunsQuery } from "@/lib/screening/queries";

/** Every screening of the resume, each a link to its evidence. */
export default function RunList({ resumeId }: { resumeId: string }) {
  const t = useTranslations("resume_page");
  const states = useTranslations("work_states");
  const format = useFormatter();
  const query = useQuery(resumeRunsQuery(resumeId));
  return (
    <ListStates empty={(runs) => runs.length === 0 && <Empty title={t("no_runs")} />} query={query}>
      {(runs) => (
        <ul className="text-sm">
          {runs.map(({ id, applicationId, positionId, positionTitle, version, state, score, createdAt }) => (
            <li className="flex items-baseline gap-3 border-line border-b px-5 py-2" key={id}>
              <Link
                className="min-w-0 flex-1 truncate font-medium hover:underline"
                href={`/positions/${positionId}/board?application=${applicationId}`}
              >
                {positionTitle}
              </Link>
              <span className="text-ink-faint">{t("version", { version })}</span>
              <span className="tabular text-ink-faint text-xs">
                {format.dateTime(new Date(createdAt), { dateStyle: "medium" })}
              </span>
              <span className="tabular w-16 text-right">
                {score === null ? states(state) : format.number(score, { maximumFractionDigits: 1 })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </ListStates>
  );
}
