"use client";

import { type RefObject, useEffect } from "react";
import { cn } from "@/components/ui/cn";
import type { PageRect } from "@/lib/resume/find-boxes";

type Size = { width: number; height: number };
type PageMarksProps = { rects: readonly PageRect[]; hits: readonly PageRect[]; size: Size };

/** Places on a page, over its picture: what a field points at, and the hits of a search. */
export function PageMarks({ rects, hits, size }: PageMarksProps) {
  return (
    <>
      {hits.map((rect) => (
        <Mark isHit key={`h${rect.x} ${rect.y}`} rect={rect} size={size} />
      ))}
      {rects.map((rect) => (
        <Mark key={`${rect.x} ${rect.y} ${rect.width}`} rect={rect} size={size} />
      ))}
    </>
  );
}

/** Brings the first mark of the page that a field points at into view. */
export function useMarkInView(frame: RefObject<HTMLElement | null>, isTarget: boolean, rects: readonly PageRect[]) {
  const top = rects[0]?.y;
  useEffect(() => {
    if (isTarget && top !== undefined) showMark(frame.current?.querySelector("[data-mark]"), "smooth");
  }, [frame, isTarget, top]);
}

/** A mark that is in view already stays where the eye is. */
export function showMark(mark: Element | null | undefined, behavior: ScrollBehavior = "auto") {
  const view = mark?.closest("section")?.getBoundingClientRect();
  const place = mark?.getBoundingClientRect();
  if (!mark || !view || !place) return;
  const isInView = place.top >= Math.max(0, view.top) && place.bottom <= Math.min(innerHeight, view.bottom);
  if (!isInView) mark.scrollIntoView({ block: "center", behavior });
}

/** Where on a page of this size somebody pointed. */
export function pointOn(frame: Element, { clientX, clientY }: { clientX: number; clientY: number }, size: Size) {
  const { left, top, width, height } = frame.getBoundingClientRect();
  return { x: ((clientX - left) / width) * size.width, y: ((clientY - top) / height) * size.height };
}

function Mark({ rect: { x, y, width, height }, size, isHit = false }: { rect: PageRect; size: Size; isHit?: boolean }) {
  return (
    <div
      className={cn(
        "absolute rounded-xs mix-blend-multiply",
        isHit ? "bg-[oklch(0.85_0.08_195/0.5)]" : "bg-[oklch(0.85_0.15_95/0.45)]",
      )}
      data-hit={isHit || undefined}
      data-mark={!isHit || undefined}
      style={{
        left: `${(x / size.width) * 100}%`,
        top: `${(y / size.height) * 100}%`,
        width: `${(width / size.width) * 100}%`,
        height: `${(height / size.height) * 100}%`,
      }}
    />
  );
}
