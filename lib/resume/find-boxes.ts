import type { TextBox } from "@/lib/resume/document";
import type { TextSpan } from "@/lib/resume/profile";

/** A rectangle on a page, in PDF points from the top left. */
export type PageRect = { page: number; x: number; y: number; width: number; height: number };

/**
 * Where a span of text stands on the pages. A span that covers part of a run gets the same share of its
 * width, which is exact for even spacing and near enough to point at a word elsewhere.
 */
export function findBoxes(boxes: readonly TextBox[], span: TextSpan): PageRect[] {
  const rects: PageRect[] = [];
  for (const [start, end, page, x, y, width, height] of boxes) {
    if (end <= span.start || start >= span.end || end <= start) continue;
    const from = (Math.max(span.start, start) - start) / (end - start);
    const to = (Math.min(span.end, end) - start) / (end - start);
    rects.push({ page, x: x + width * from, y, width: width * (to - from), height });
  }
  return rects;
}

/** The character of the text at a point of a page; null where no text stands. */
export function findOffset(boxes: readonly TextBox[], point: { page: number; x: number; y: number }): number | null {
  for (const [start, end, page, x, y, width, height] of boxes) {
    const isInside = point.x >= x && point.x < x + width && point.y >= y && point.y < y + height;
    if (page === point.page && isInside && end > start)
      return Math.min(end - 1, start + Math.floor(((point.x - x) / width) * (end - start)));
  }
  return null;
}
