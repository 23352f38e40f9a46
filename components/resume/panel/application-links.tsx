"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { ResumeDetail } from "@/lib/resume/schema";

/** The positions the candidate is on, each with where it stands there. */
export function ApplicationLinks({ applications }: Pick<ResumeDetail, "applications">) {
  const stages = useTranslations("stages");
  const format = useFormatter();
  if (applications.length === 0) return null;
  return (
    <ul className="border-line border-b px-5 py-3 text-sm">
      {applications.map(({ id, positionId, positionTitle, stage, score }) => (
        <li className="flex items-baseline gap-3" key={id}>
          <Link className="font-medium hover:underline" href={`/positions/${positionId}/board?application=${id}`}>
            {positionTitle}
          </Link>
          <span className="text-ink-faint">{stages(stage as "applied")}</span>
          {score !== null && (
            <span className="tabular ml-auto">{format.number(score, { maximumFractionDigits: 1 })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
