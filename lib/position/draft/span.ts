/** A stretch of the description. */
export type Span = { start: number; end: number };

/** The span without what `pattern` matches at its ends; patterns are anchored. */
export function trimSpan(text: string, { start, end }: Span, patterns: { lead: RegExp; tail: RegExp }): Span {
  const span = { start, end };
  for (let before = -1; before !== span.end - span.start; ) {
    before = span.end - span.start;
    span.start += patterns.lead.exec(text.slice(span.start, span.end))?.[0].length ?? 0;
    span.end -= patterns.tail.exec(text.slice(span.start, span.end))?.[0].length ?? 0;
  }
  return span;
}

export function textAt(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}
