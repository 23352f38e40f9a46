import type { TextSpan } from "@/lib/resume/profile";

/** One thing that is told of a job or project: a bullet, or a sentence of a paragraph. */
export type Statement = { text: string; start: number; end: number; isItem: boolean };

const bullet = /^\s*(?:[-*•·●▪◆■►➢➤✓✔○–—‣]+|[(（]?\d{1,2}[.)、）．](?!\d)|[①-⑳])\s*/u;
const label = /^[\p{Script=Han}A-Za-z ]{2,12}[:：]\s*/u;
const sentenceEnd = /[。；;！!]+|\.(?=\s+[A-Z])/g;
const shortest = 6;
/** A line as long as this that does not end its sentence goes on in the next. */
const wrappedFrom = 36;

/** The statements in a stretch of the resume, in order. A line that a page broke off belongs to the one before. */
export function splitStatements(text: string, span: TextSpan): Statement[] {
  const blocks = joinLines(text, span);
  return blocks.flatMap(({ start, end, isItem }) =>
    splitSentences(text, start, end).map((one) => ({ ...one, isItem: isItem || blocks.length > 1 })),
  );
}

function joinLines(text: string, span: TextSpan) {
  const lines: { start: number; end: number; isItem: boolean }[] = [];
  let from = span.start;
  for (const line of text.slice(span.start, span.end).split("\n")) {
    const mark = bullet.exec(line)?.[0].length ?? 0;
    if (line.trim() !== "") lines.push({ start: from + mark, end: from + line.trimEnd().length, isItem: mark > 0 });
    from += line.length + 1;
  }
  const isItemised = lines.some(({ isItem }) => isItem);
  const blocks: typeof lines = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    const before = last ? text.slice(last.start, last.end) : "";
    const isOpen = !/[。；;.!！:：]$/.test(before) && lengthOf(before) >= wrappedFrom;
    if (last && !line.isItem && (isItemised ? last.isItem && isOpen : isOpen)) last.end = line.end;
    else blocks.push({ ...line });
  }
  return blocks;
}

function splitSentences(text: string, start: number, end: number) {
  const whole = text.slice(start, end);
  const cuts = [...whole.matchAll(sentenceEnd)].map((match) => match.index + match[0].length);
  let from = 0;
  return [...cuts, whole.length].flatMap((to) => {
    const part = whole.slice(from, to);
    const lead = part.length - part.trimStart().length;
    const named = label.exec(part.trimStart())?.[0].length ?? 0;
    const one = { start: start + from + lead + named, end: start + from + part.trimEnd().length };
    from = to;
    const shown = text.slice(one.start, one.end).replace(/\s+/g, " ");
    return lengthOf(shown) < shortest ? [] : [{ ...one, text: shown }];
  });
}

/** Of a text in Chinese characters; an English word is as long as two. */
export function lengthOf(text: string): number {
  return (
    (text.match(/\p{Script=Han}/gu)?.length ?? 0) +
    2 * (text.match(/[\p{Script=Latin}\d][\p{Script=Latin}\d'’.+#-]*/gu)?.length ?? 0)
  );
}
