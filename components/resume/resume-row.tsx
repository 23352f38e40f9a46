"use client";

import { useFormatter, useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { sayKnown } from "@/lib/i18n/say-known";
import { isBeingRead } from "@/lib/resume/queries";
import type { ResumeListItem } from "@/lib/resume/schema";
import { Highlight } from "./highlight";
import type { CellTools, LibraryColumn } from "./library-columns";
import { SampleMark } from "./sample-mark";

type ResumeRowProps = {
  resume: ResumeListItem;
  columns: readonly LibraryColumn[];
  query: string;
  isSelected: boolean;
  isFocused: boolean;
  offset: number;
  onToggle: () => void;
};

/** A row of the library. On a phone two lines: who, and what they do. */
export function ResumeRow({ resume, columns, query, isSelected, isFocused, offset, onToggle }: ResumeRowProps) {
  const t = useTranslations("library");
  const tools = useCellTools(query);
  const { id, candidateName, fileName, currentTitle, currentCompany, highestDegree, school, state, isSample } = resume;
  const name = candidateName ?? fileName;
  const now = [currentTitle, currentCompany].filter(Boolean).join(" · ");
  const education = [highestDegree && tools.degree(highestDegree), school].filter(Boolean).join(" · ");
  const summary = now || education;
  const isReady = state === "COMPLETED";
  const search = query && `?${new URLSearchParams({ q: query })}`;
  return (
    <tr
      aria-selected={isSelected}
      className={cn(
        "md:library-columns absolute inset-x-0 grid h-9 items-center border-line border-b hover:bg-hover",
        "max-md:h-11 max-md:grid-cols-[36px_1fr_auto] max-md:grid-rows-[20px_17px] max-md:content-center",
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
      <td
        className={cn(
          "truncate px-2 max-md:col-start-2 max-md:row-start-1",
          isReady && !summary && "max-md:row-span-2 max-md:self-center",
        )}
      >
        <Link className="font-medium hover:underline" href={`/resumes/${id}${search}`} title={fileName}>
          <Highlight query={query} text={name} />
        </Link>
        {isSample && <SampleMark />}
      </td>
      {isReady ? (
        <>
          <td className="truncate px-2 text-ink-faint text-xs max-md:col-start-2 max-md:row-start-2 md:hidden">
            <Highlight query={query} text={summary} />
          </td>
          <td className="tabular px-2 text-ink-faint text-xs max-md:col-start-3 max-md:row-span-2 max-md:row-start-1 md:hidden">
            {tools.date(resume.receivedAt)}
          </td>
          {columns.map(({ key, look, show }) => (
            <td className={cn("truncate px-2 max-md:hidden", look)} key={key}>
              {show(resume, tools)}
            </td>
          ))}
        </>
      ) : (
        <NotRead columnCount={columns.length} resume={resume} />
      )}
    </tr>
  );
}

function NotRead({ resume, columnCount }: { resume: ResumeListItem; columnCount: number }) {
  const t = useTranslations("library");
  const reasons = useTranslations("unreadable");
  const { state, failureReason, ocrProgress } = resume;
  const reading = ocrProgress ? t("ocr_page", ocrProgress) : t("being_read");
  const note = isBeingRead(state) ? reading : failureReason ? reasons(failureReason) : "";
  return (
    <td
      className={cn(
        "truncate px-2 max-md:col-start-2 max-md:row-start-2 max-md:text-xs",
        state === "FAILED" ? "text-danger" : "text-ink-faint",
      )}
      style={{ gridColumnEnd: `span ${columnCount}` }}
    >
      {note}
    </td>
  );
}

function useCellTools(query: string): CellTools {
  const degrees = useTranslations("degrees");
  const stages = useTranslations("stages");
  const sources = useTranslations("sources");
  const format = useFormatter();
  return {
    query,
    degree: (level) => degrees(level as "bachelor"),
    stage: (stage) => sayKnown(stages, stage) ?? stage,
    source: (source) => sayKnown(sources, source) ?? source,
    number: (value) => format.number(value),
    date: (value) => format.dateTime(new Date(value), { month: "2-digit", day: "2-digit", year: "2-digit" }),
  };
}
