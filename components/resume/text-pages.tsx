"use client";

import { useEffect, useRef } from "react";
import type { TextSpan } from "@/lib/resume/profile";

type TextPagesProps = { text: string; marked: readonly TextSpan[]; hits?: readonly TextSpan[] };

/** A resume's text with places marked in it; what `marked` names comes before the hits of a search. */
export function TextPages({ text, marked, hits = [] }: TextPagesProps) {
  const root = useRef<HTMLDivElement>(null);
  const first = marked[0]?.start;
  useEffect(() => {
    if (first !== undefined) root.current?.querySelector("[data-mark]")?.scrollIntoView({ block: "center" });
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

  return (
    <div
      className="mx-auto my-4 max-w-3xl whitespace-pre-wrap break-words border border-line bg-surface p-8 text-sm leading-relaxed max-sm:p-4"
      ref={root}
    >
      {pieces.map(({ text: piece, start, look }) => {
        if (look === "plain") return <span key={start}>{piece}</span>;
        const isMarked = look === "mark";
        return (
          <mark className={isMarked ? "" : "search-hit"} data-mark={isMarked || undefined} key={`m${start}`}>
            {piece}
          </mark>
        );
      })}
    </div>
  );
}
