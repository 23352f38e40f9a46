"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { ResumeRow } from "@/components/resume/resume-row";
import { useIsPrinting } from "@/components/ui/use-is-printing";
import { useRowKeys } from "@/components/ui/use-row-keys";
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
  const isPrinting = useIsPrinting();
  const virtualizer = useVirtualizer({
    count: resumes.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: isPrinting ? resumes.length : 12,
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

  const focused = useRowKeys({
    count: resumes.length,
    onMove: (index) => virtualizer.scrollToIndex(index),
    onKey: (key, index) => {
      const id = resumes[index]?.id;
      if (id && key === "x") toggle(id);
      if (id && key === "Enter") router.push(`/resumes/${id}`);
    },
  });

  return (
    <div className="print-open min-h-0 flex-1 overflow-auto" ref={scroller}>
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
        <tbody className="print-rows relative grid" style={{ height: virtualizer.getTotalSize() }}>
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
