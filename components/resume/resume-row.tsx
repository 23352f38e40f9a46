"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { Highlight } from "@/components/ui/highlight";
import { isBeingRead } from "@/lib/resume/queries";
import type { ResumeListItem } from "@/lib/resume/schema";

type ResumeRowProps = {
  resume: ResumeListItem;
  query: string;
  isSelected: boolean;
  isFocused: boolean;
  offset: number;
  onToggle: () => void;
};

export function ResumeRow({ resume, query, isSelected, isFocused, offset, onToggle }: ResumeRowProps) {
  const t = useTranslations("library");
  const degrees = useTranslations("degrees");
  const reasons = useTranslations("unreadable");
  const format = useFormatter();
  const {
    id,
    candidateName,
    fileName,
    currentTitle,
    currentCompany,
    highestDegree,
    school,
    yearsOfWork,
    city,
    skills,
  } = resume;
  const name = candidateName ?? fileName;
  const isReady = resume.state === "COMPLETED";
  const now = [currentTitle, currentCompany].filter(Boolean).join(" · ");
  const education = [highestDegree && degrees(highestDegree), school].filter(Boolean).join(" · ");
  const note = isBeingRead(resume.state) ? t("being_read") : resume.failureReason ? reasons(resume.failureReason) : "";

  return (
    <tr
      className={cn(
        "md:resume-columns absolute inset-x-0 grid h-11 items-center border-line border-b hover:bg-hover max-md:grid-cols-[36px_1fr_auto] max-md:grid-rows-[20px_17px] max-md:content-center",
        isSelected && "bg-accent-soft",
        isFocused && "shadow-[inset_2px_0_0_var(--accent)]",
      )}
      style={{ transform: `translateY(${offset}px)` }}
    >
      <td className="flex items-center justify-center max-md:col-start-1 max-md:row-span-2 max-md:row-start-1">
        <input
          aria-label={t("select", { name })}
          checked={isSelected}
          className="accent-accent"
          onChange={onToggle}
          type="checkbox"
        />
      </td>
      <td className="truncate px-2 max-md:col-start-2 max-md:row-start-1">
        <Link className="font-medium hover:underline" href={`/resumes/${id}`} title={fileName}>
          <Highlight query={query} text={name} />
        </Link>
      </td>
      {isReady ? (
        <>
          <Cell className="max-md:col-start-2 max-md:row-start-2 max-md:text-ink-faint max-md:text-xs">
            <Highlight query={query} text={now} />
            {!now && <span className="md:hidden">{education}</span>}
          </Cell>
          <Cell className="text-ink-soft max-md:hidden">
            <Highlight query={query} text={education} />
          </Cell>
          <Cell className="tabular text-right max-md:hidden">
            {yearsOfWork === null ? "" : format.number(yearsOfWork)}
          </Cell>
          <Cell className="max-md:hidden">
            <Highlight query={query} text={city ?? ""} />
          </Cell>
          <Cell className="text-ink-soft max-md:hidden">
            <Highlight query={query} text={skills.slice(0, 8).join(" · ")} />
          </Cell>
        </>
      ) : (
        <td
          className={cn(
            "truncate px-2 max-md:col-start-2 max-md:row-start-2 max-md:text-xs md:col-span-5",
            resume.state === "FAILED" ? "text-danger" : "text-ink-faint",
          )}
        >
          {note}
        </td>
      )}
      <td className="tabular whitespace-nowrap px-2 text-ink-faint max-md:col-start-3 max-md:row-span-2 max-md:row-start-1 max-md:text-xs">
        {format.dateTime(new Date(resume.receivedAt), { month: "2-digit", day: "2-digit", year: "2-digit" })}
      </td>
    </tr>
  );
}

function Cell({ className, children }: { className?: string; children: React.ReactNode }) {
  return <td className={cn("truncate px-2", className)}>{children}</td>;
}
