"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { ResumeRow } from "@/components/resume/resume-row";
import { isTyping } from "@/components/shell/keyboard-help";
import type { ResumeListItem } from "@/lib/resume/schema";

type ResumeTableProps = {
  resumes: ResumeListItem[];
  query: string;
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
  hasMore: boolean;
  isLoadingMore: boolean;
  onMore: () => void;
};

const rowHeight = 44;

/** The library as a virtual list; `j k x Enter` work on it. */
export function ResumeTable({ resumes, query, selected, onSelect, hasMore, isLoadingMore, onMore }: ResumeTableProps) {
  const t = useTranslations("library");
  const router = useRouter();
  const scroller = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState(-1);
  const virtualizer = useVirtualizer({
    count: resumes.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const rows = virtualizer.getVirtualItems();
  const lastIndex = rows.at(-1)?.index ?? 0;

  useEffect(() => {
    if (hasMore && !isLoadingMore && lastIndex > resumes.length - 20) onMore();
  }, [hasMore, isLoadingMore, lastIndex, onMore, resumes.length]);

  const toggle = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelect(next);
  };
  const areAllSelected = resumes.length > 0 && resumes.every(({ id }) => selected.has(id));

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      const step =
        event.key === "j" || event.key === "ArrowDown" ? 1 : event.key === "k" || event.key === "ArrowUp" ? -1 : 0;
      if (step !== 0) {
        event.preventDefault();
        const next = Math.min(Math.max(focused + step, 0), resumes.length - 1);
        setFocused(next);
        virtualizer.scrollToIndex(next);
        return;
      }
      const row = resumes[focused];
      if (!row) return;
      if (event.key === "x") toggle(row.id);
      if (event.key === "Enter" && event.target === document.body) router.push(`/resumes/${row.id}`);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  });

  return (
    <div className="min-h-0 flex-1 overflow-auto" ref={scroller}>
      <table aria-rowcount={resumes.length + 1} className="grid w-full min-w-max text-sm lg:min-w-0">
        <thead className="sticky top-0 z-10 grid border-line border-b bg-canvas max-md:hidden">
          <tr className="resume-columns grid items-center text-ink-faint text-xs">
            <th className="flex h-8 items-center justify-center" scope="col">
              <input
                aria-label={t("select_all")}
                checked={areAllSelected}
                className="accent-accent"
                onChange={() => onSelect(areAllSelected ? new Set() : new Set(resumes.map(({ id }) => id)))}
                type="checkbox"
              />
            </th>
            {(["name", "now", "education", "years", "city", "skills", "added"] as const).map((column) => (
              <th
                className={`px-2 text-left font-normal ${column === "years" ? "text-right" : ""}`}
                key={column}
                scope="col"
              >
                {t(`column_${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="relative grid" style={{ height: virtualizer.getTotalSize() }}>
          {rows.map(({ index, start }) => {
            const resume = resumes[index];
            return (
              resume && (
                <ResumeRow
                  isFocused={index === focused}
                  isSelected={selected.has(resume.id)}
                  key={resume.id}
                  offset={start}
                  onToggle={() => toggle(resume.id)}
                  query={query}
                  resume={resume}
                />
              )
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
