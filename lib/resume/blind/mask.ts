import type { TextSpan } from "../profile";

const block = "█";

/** The text at its length and with its lines, so that every other place in it holds. */
export function mask(text: string, spans: readonly TextSpan[]): string {
  if (spans.length === 0) return text;
  let masked = "";
  let at = 0;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    masked += text.slice(at, Math.max(at, start)) + text.slice(Math.max(at, start), end).replace(/[^\n]/g, block);
    at = end;
  }
  return masked + text.slice(at);
}
