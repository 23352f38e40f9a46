"use client";

import { useEffect, useRef } from "react";
import { showMark } from "@/components/resume/page-marks";
import type { TextSpan } from "@/lib/resume/profile";

type TextPagesProps = {
  text: string;
  marked: readonly TextSpan[];
  hits?: readonly TextSpan[];
  onChoose?: (offset: number) => void;
};

/** A resume's text with places marked in it; what `marked` names comes before the hits of a search. */
export function TextPages({ text, marked, hits = [], onChoose }: TextPagesProps) {
  const root = useRef<HTMLDivElement>(null);
  const first = marked[0]?.start;
  useEffect(() => {
    if (first !== undefined) showMark(root.current?.querySelector("[data-mark]"));
  }, [first]);

  const overlaps = (hit: TextSpan) => marked.some(({ start, end }) => hit.start < end && start < hit.end);
  const places = [
    ...marked.map((span) => ({ ...span, isHit: false })),
    ...hits.filter((hit) => !overlaps(hit)).map((span) => ({ ...span, isHit: true })),
  ];
  const pieces: { text: string; start: number; look: "plain" | "mark" | "hit" }[] = [];
  let position = 0;
  for (const { start, end, isHit } of places.toSorted((a, b) => a.start - b.start)) {
    if (start < position) continue;
    pieces.push({ text: text.slice(position, start), start: position, look: "plain" });
    pieces.push({ text: text.slice(start, end), start, look: isHit ? "hit" : "mark" });
    position = end;
  }
  pieces.push({ text: text.slice(position), start: position, look: "plain" });

  const choose = () => {
    const selection = getSelection();
    // Whoever drags is about to copy.
    if (!selection?.isCollapsed) return;
    const piece = selection.anchorNode?.parentElement?.closest<HTMLElement>("[data-start]");
    if (piece && root.current?.contains(piece)) onChoose?.(Number(piece.dataset.start) + selection.anchorOffset);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a way from the page to its field for pointers; keys go along the fields
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same
    <div
      onClick={choose}
      className="mx-auto my-4 max-w-3xl whitespace-pre-wrap break-words border border-line bg-surface p-8 text-sm leading-relaxed max-sm:p-4"
      ref={root}
    >
      {pieces.map(({ text: piece, start, look }) => {
        if (look === "plain")
          return (
            <span data-start={start} key={start}>
              {piece}
            </span>
          );
        const isMarked = look === "mark";
        return (
          <mark
            className={isMarked ? "" : "search-hit"}
            data-mark={isMarked || undefined}
            data-start={start}
            key={`m${start}`}
          >
            {piece}
          </mark>
        );
      })}
    </div>
  );
}
