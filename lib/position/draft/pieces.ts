import { kindOf, opensAnew, type PieceKind } from "./classify";
import { necessityOf } from "./necessity";
import { findProtected, isIndifferent, isWelcoming, type ProtectedPart } from "./protected";
import type { Line, SectionKind } from "./sections";
import { type Span, textAt, trimSpan } from "./span";

export type Piece = Span & { kind: PieceKind; section: SectionKind };

const edges = {
  lead: /^(?:[\s，,、；;。.:：*#>]+|(?:且|并且|同时|另外|and|plus)(?=[\s\p{Script=Han}])|要求(?=\p{Script=Han}))/u,
  tail: /(?<![\s，,、；;。.:：*])[\s，,、；;。.:：*]+$/,
};

/** "我司诚聘行政前台一名" names the position and asks for nothing. */
const announcement = /(?:诚聘|急聘|急招|招聘)[^，。]{1,20}[名人位]$/;

/**
 * The separate things a line asks for. A comma parts two only where the second opens something of its own, so that
 * lists and alternatives ("Java、Go 或 C++", "degree or equivalent") stay together.
 */
export function readPieces(text: string, line: Line): { pieces: Piece[]; protectedParts: ProtectedPart[] } {
  const protectedParts: ProtectedPart[] = [];
  const pieces: Piece[] = [];
  if (isWelcoming(textAt(text, line))) return { pieces, protectedParts };
  for (const sentence of splitAt(text, line, /[。；;]|[.!]\s+(?=\p{Lu})/gu)) {
    let open: Piece | null = null;
    for (const clause of clausesOf(text, sentence)) {
      if (isIndifferent(textAt(text, clause)) || announcement.test(textAt(text, clause))) continue;
      const parts = findProtected(text, clause);
      const isProtected = parts.length > 0;
      protectedParts.push(...parts);
      const kept: Span[] = isProtected ? besides(clause, parts) : [clause];
      for (const part of kept) {
        const span = trimSpan(text, part, edges);
        const said = textAt(text, span);
        if (said.length < 2) continue;
        const kind = kindOf(said);
        // A scrap beside a protected attribute ("native-level age 25-35") asks for nothing.
        if (isProtected && (kind === null || kind === "other")) continue;
        if (open && !isProtected && continues(open, { said, kind }, text, line.section)) {
          open.end = span.end;
          continue;
        }
        open = { ...span, kind, section: line.section };
        pieces.push(open);
      }
      if (isProtected) open = null;
    }
  }
  return { pieces, protectedParts };
}

function continues(open: Piece, next: { said: string; kind: PieceKind }, text: string, section: SectionKind): boolean {
  if (/^(?:或|或者|及|以及|等|包括|例?如|or\b|and\/or\b|such as\b|e\.g\.)/i.test(next.said)) return true;
  if (next.kind === null) return open.kind !== "soft";
  const before = textAt(text, open);
  if (necessityOf(before, open.kind, section) !== necessityOf(next.said, next.kind, section)) return false;
  if (next.kind !== open.kind) return next.kind === "skill" && open.kind !== "soft" && !opensAnew(next.said);
  return next.kind === "education" || next.kind === "language" || !(opensAnew(next.said) || next.kind === "soft");
}

function clausesOf(text: string, sentence: Span): Span[] {
  return splitAt(text, sentence, /，|,(?!\d{3})|(?<=学历)(?=\s*(?:\d|[一二三四五六七八九十]年))/gu, true);
}

/** Without cutting inside brackets when asked. */
function splitAt(text: string, { start, end }: Span, separator: RegExp, keepsBrackets = false): Span[] {
  const part = text.slice(start, end);
  const spans: Span[] = [];
  let from = 0;
  for (const match of part.matchAll(separator)) {
    const before = part.slice(0, match.index);
    if (keepsBrackets && count(before, /[（(]/g) > count(before, /[)）]/g)) continue;
    spans.push({ start: start + from, end: start + match.index });
    from = match.index + match[0].length;
  }
  spans.push({ start: start + from, end });
  return spans;
}

function count(text: string, pattern: RegExp) {
  return text.match(pattern)?.length ?? 0;
}

/** What a clause says before, between and behind its protected parts. */
function besides(clause: Span, parts: ProtectedPart[]): Span[] {
  const spans: Span[] = [];
  let from = clause.start;
  for (const part of parts) {
    if (part.start > from) spans.push({ start: from, end: part.start });
    from = Math.max(from, part.end);
  }
  if (from < clause.end) spans.push({ start: from, end: clause.end });
  return spans;
}
