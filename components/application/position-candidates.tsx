"use client";

import { useQuery } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import dynamic from "next/dynamic";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { SampleMark } from "@/components/resume/sample-mark";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Problem } from "@/components/ui/notices";
import { applicationsQuery } from "@/lib/application/queries";

const ChooseResumesDialog = dynamic(() => import("@/components/application/choose-resumes-dialog"), { ssr: false });

type PositionCandidatesProps = { positionId: string; canAssign: boolean };

/** Who is on the position; recruiters put more there from the library. */
export function PositionCandidates({ positionId, canAssign }: PositionCandidatesProps) {
  const t = useTranslations("assign");
  const stages = useTranslations("stages");
  const resume = useTranslations("resume");
  const format = useFormatter();
  const { data: applications = [], error } = useQuery(applicationsQuery(positionId));
  const [isOpen, setOpen] = useState(false);
  const assignedIds = new Set(
    applications.flatMap(({ resumeId, assignedAt }) => (assignedAt === null ? [] : [resumeId])),
  );
  return (
    <section aria-labelledby="candidates">
      <div className="mb-1 flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="font-medium text-ink-soft text-sm" id="candidates">
          {t("candidates")}
        </h2>
        <span className="tabular text-ink-faint text-sm">{applications.length}</span>
        {canAssign && (
          <Button className="ml-auto" onClick={() => setOpen(true)} size="sm">
            <UserPlus aria-hidden="true" />
            {t("add")}
          </Button>
        )}
      </div>
      {error && <Problem>{error.message}</Problem>}
      {!error && applications.length === 0 && <p className="text-ink-faint text-sm">{t("nobody")}</p>}
      <ul className="max-h-72 overflow-y-auto bg-canvas">
        {applications.map(({ id, resumeId, candidateName, fileName, currentTitle, isSample, stage, score }) => (
          <li className="flex min-h-8 items-center gap-3 border-line border-t text-sm" key={id}>
            <Link className="shrink-0 font-medium hover:underline" href={`/resumes/${resumeId}`}>
              {candidateName ?? (fileName || resume("unnamed"))}
            </Link>
            {isSample && <SampleMark />}
            <span className="min-w-0 truncate text-ink-faint">{currentTitle}</span>
            <span className="ml-auto shrink-0 text-ink-soft">{stages(stage as "applied")}</span>
            <span className="tabular w-10 shrink-0 text-right">
              {score !== null && format.number(score, { maximumFractionDigits: 1 })}
            </span>
          </li>
        ))}
      </ul>
      {isOpen && (
        <ChooseResumesDialog assignedIds={assignedIds} onClose={() => setOpen(false)} positionId={positionId} />
      )}
    </section>
  );
}
