"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef } from "react";
import { ImportLine, PendingLine } from "@/components/import/import-line";
import type { PendingFile } from "@/components/import/import-provider";
import type { ImportItem } from "@/lib/resume/schema";

const usualHeight = 45;

/** One line per file, the newest answers first; only those in sight are drawn. */
export default function ImportLines({ items, pending }: { items: ImportItem[]; pending: PendingFile[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  const answered = useMemo(() => items.toReversed(), [items]);
  const keyOf = (index: number) => pending[index]?.id ?? answered[index - pending.length]?.id ?? index;
  const virtualizer = useVirtualizer({
    count: pending.length + answered.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    getItemKey: keyOf,
    overscan: 12,
  });
  return (
    <div className="min-h-0 overflow-y-auto rounded-b-lg border-line border-t bg-surface py-1" ref={scroller}>
      <ul className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start, key }) => {
          const file = pending[index];
          const item = answered[index - pending.length];
          return (
            <li
              aria-posinset={index + 1}
              aria-setsize={pending.length + answered.length}
              className="absolute inset-x-0 top-0"
              data-index={index}
              key={key}
              ref={virtualizer.measureElement}
              style={{ transform: `translateY(${start}px)` }}
            >
              {file ? <PendingLine file={file} /> : item && <ImportLine item={item} />}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
