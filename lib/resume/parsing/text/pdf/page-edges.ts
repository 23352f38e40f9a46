import type { Segment } from "./types";

/**
 * Takes page headers and footers out: lines within the outer tenth of a page whose words stand at the same
 * height on another page too. The first page keeps what stands at its top, which may be the name.
 */
export function withoutPageEdges(pages: Segment[][], heights: number[]): Segment[][] {
  if (pages.length < 2) return pages;
  const seen = new Map<string, Set<number>>();
  for (const [page, segments] of pages.entries()) {
    for (const segment of segments) {
      const key = edgeKey(segment, heights[page] ?? 0);
      if (key) seen.set(key, (seen.get(key) ?? new Set()).add(page));
    }
  }
  return pages.map((segments, page) =>
    segments.filter((segment) => {
      const key = edgeKey(segment, heights[page] ?? 0);
      const isRepeated = key !== null && (seen.get(key)?.size ?? 0) > 1;
      return !isRepeated || (page === 0 && segment.baseline < (heights[0] ?? 0) / 2);
    }),
  );
}

/** Words without digits and the height on the page; null for lines that stand further in. */
function edgeKey(segment: Segment, height: number): string | null {
  if (segment.baseline > height * 0.1 && segment.baseline < height * 0.9) return null;
  const words = segment.text.replace(/\d+/g, "#").trim();
  return words === "" ? null : `${words}@${Math.round(segment.baseline / 4)}`;
}
