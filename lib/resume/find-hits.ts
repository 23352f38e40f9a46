import type { TextSpan } from "@/lib/resume/profile";

const mostHits = 500;

/** Where the words of a search stand in a text, in its order. */
export function findHits(text: string, words: readonly string[]): TextSpan[] {
  const pattern = hitPattern(words);
  if (!pattern) return [];
  const hits: TextSpan[] = [];
  for (const { index, 0: hit } of text.matchAll(pattern)) {
    hits.push({ start: index, end: index + hit.length });
    if (hits.length === mostHits) break;
  }
  return hits;
}

/** Marks the words in markup, between its tags only. */
export function markHits(html: string, words: readonly string[]): string {
  const pattern = hitPattern(words);
  if (!pattern) return html;
  return html.replace(/(<[^>]*>|&[#\w]+;)|[^<&]+/g, (text, kept) => kept ?? text.replace(pattern, "<mark>$&</mark>"));
}

function hitPattern(words: readonly string[]) {
  const escaped = words
    .filter(Boolean)
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return escaped.length > 0 ? new RegExp(escaped.join("|"), "giu") : null;
}
