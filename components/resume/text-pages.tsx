"use client";

import { useEffect, useRef } from "react";
import type { TextSpan } from "@/lib/resume/profile";

/** A resume's text with places marked in it. */
export function TextPages({ text, marked }: { text: string; marked: readonly TextSpan[] }) {
  const root = useRef<HTMLDivElement>(null);
  const first = marked[0]?.start;
  useEffect(() => {
    if (first !== undefined) root.current?.querySelector("mark")?.scrollIntoView({ block: "center" });
  }, [first]);

  const pieces: { text: string; isMarked: boolean; start: number }[] = [];
  let position = 0;
  for (const { start, end } of marked.toSorted((a, b) => a.start - b.start)) {
    if (start < position) continue;
    pieces.push({ text: text.slice(position, start), isMarked: false, start: position });
    pieces.push({ text: text.slice(start, end), isMarked: true, start });
    position = end;
  }
  pieces.push({ text: text.slice(position), isMarked: false, start: position });

  return (
    <div
      className="mx-auto my-4 max-w-3xl whitespace-pre-wrap break-words border border-line bg-surface p-8 text-sm leading-relaxed max-sm:p-4"
      ref={root}
    >
      {pieces.map(({ text: piece, isMarked, start }) =>
        isMarked ? <mark key={`m${start}`}>{piece}</mark> : <span key={start}>{piece}</span>,
      )}
    </div>
  );
}
