import { findHits } from "@/lib/resume/find-hits";

/** Text with the words of a query marked. */
export function Highlight({ text, query }: { text: string; query: string }) {
  const hits = findHits(text, query.split(/\s+/));
  return hits
    .flatMap(({ start, end }, index) => [
      text.slice(hits[index - 1]?.end ?? 0, start),
      <mark key={start}>{text.slice(start, end)}</mark>,
    ])
    .concat(text.slice(hits.at(-1)?.end ?? 0));
}
