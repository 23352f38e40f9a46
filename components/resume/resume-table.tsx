"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type CSSProperties, useEffect, useRef } from "react";
import type { LibraryColumn } from "@/components/resume/library-columns";
import { ResumeRow } from "@/components/resume/resume-row";
import { cn } from "@/components/ui/cn";
import { useIsPrinting } from "@/components/ui/use-is-printing";
import { useRowKeys } from "@/components/ui/use-row-keys";
import type { ResumeListItem } from "@/lib/resume/schema";

type ResumeTableProps = {
  resumes: ResumeListItem[];
  columns: readonly LibraryColumn[];
  query: string;
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
  hasMore: boolean;
  isLoadingMore: boolean;
  onMore: () => void;
};

const rowHeight = { wide: 36, phone: 44 };
const phone = "(width < 48rem)";

/** The library as a virtual list; `j k`, arrows, `x` or space, and `Enter` work on it. */
export function ResumeTable(props: ResumeTableProps) {
  const { resumes, columns, query, selected, onSelect, hasMore, isLoadingMore, onMore } = props;
  const t = useTranslations("library");
  const router = useRouter();
  const scroller = useRef<HTMLDivElement>(null);
  const isPrinting = useIsPrinting();
  const virtualizer = useVirtualizer({
    count: resumes.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (matchMedia(phone).matches ? rowHeight.phone : rowHeight.wide),
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

  const { focused } = useRowKeys({
    count: resumes.length,
    onMove: (index) => virtualizer.scrollToIndex(index),
    onKey: (key, index) => {
      const id = resumes[index]?.id;
      if (id && (key === "x" || key === " ")) toggle(id);
      if (id && key === "Enter") router.push(`/resumes/${id}`);
    },
  });

  return (
    <div className="print-open min-h-0 flex-1 overflow-auto bg-canvas" ref={scroller}>
      <table
        aria-rowcount={resumes.length + 1}
        className="grid w-full min-w-max text-sm lg:min-w-0"
        style={{ "--columns": columns.map(({ width }) => width).join(" ") } as CSSProperties}
      >
        <thead className="sticky top-0 z-10 grid border-line border-b bg-canvas max-md:hidden">
          <tr className="library-columns grid items-center text-ink-faint text-xs">
            <th className="flex h-8 items-center justify-center" scope="col">
              <input
                aria-label={t("select_all")}
                checked={areAllSelected}
                className="accent-accent"
                onChange={() => onSelect(areAllSelected ? new Set() : new Set(resumes.map(({ id }) => id)))}
                type="checkbox"
              />
            </th>
            {["name", ...columns.map(({ key }) => key)].map((column) => (
              <th
                className={cn("px-2 font-normal", column === "years" ? "text-right" : "text-left")}
                key={column}
                scope="col"
              >
                {t(`column_${column}` as "column_city")}
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
                  columns={columns}
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
