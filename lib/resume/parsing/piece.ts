import type { Reading, TextSpan } from "../profile";

/** A trimmed stretch of the resume's text that remembers where it stands. */
export type Piece = { text: string; start: number; end: number };

/** The stretch `[start, end)` of `source` without white space and separators around it; null when nothing is left. */
export function cutPiece(source: string, start: number, end: number): Piece | null {
  let from = start;
  let to = end;
  while (from < to && edge.test(source[from] ?? "")) from += 1;
  while (to > from && edge.test(source[to - 1] ?? "")) to -= 1;
  return from < to ? { text: source.slice(from, to), start: from, end: to } : null;
}

const edge = /[\s,，;；、|｜·•●:：/\\–—~～_*→-]/;

/** The part `[start, end)` of a piece, counted from the piece's own start. */
export function subPiece(piece: Piece, start: number, end = piece.text.length): Piece | null {
  const part = cutPiece(piece.text, start, end);
  return part && { text: part.text, start: part.start + piece.start, end: part.end + piece.start };
}

export function splitPiece(piece: Piece, separator: RegExp): Piece[] {
  const parts: Piece[] = [];
  let from = 0;
  for (const match of piece.text.matchAll(separator)) {
    const part = subPiece(piece, from, match.index);
    if (part) parts.push(part);
    from = match.index + match[0].length;
  }
  const last = subPiece(piece, from);
  if (last) parts.push(last);
  return parts;
}

/** What is left of a stretch when some spans are taken out of it. */
export function withoutSpans(source: string, whole: TextSpan, spans: TextSpan[]): Piece[] {
  const rest: Piece[] = [];
  let from = whole.start;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const piece = span.start > from ? cutPiece(source, from, Math.min(span.start, whole.end)) : null;
    if (piece) rest.push(piece);
    from = Math.max(from, span.end);
  }
  const last = from < whole.end ? cutPiece(source, from, whole.end) : null;
  return last ? [...rest, last] : rest;
}

/** Brackets that lost their partner in a cut, and quotes around the whole. */
export function tidyPiece(piece: Piece): Piece | null {
  let { start, end, text } = piece;
  const trim = (before: number, after: number) => {
    const part = cutPiece(text, before, text.length - after);
    if (!part) return false;
    end = start + part.end;
    start += part.start;
    text = part.text;
    return true;
  };
  if (/^[)）\]】》"”]/.test(text) && !trim(1, 0)) return null;
  if (/^[(（]/.test(text) && (!/[)）]/.test(text) || /^[(（][^()（）]*[)）]$/.test(text)) && !trim(1, 0)) return null;
  if (/[(（[【《"“]$/.test(text) && !trim(0, 1)) return null;
  if (/[)）]$/.test(text) && !/[(（]/.test(text) && !trim(0, 1)) return null;
  if (
    /^[(（[【《"“「]/.test(text) &&
    /[)）\]】》"”」]$/.test(text) &&
    !/^[^)）\]】》"”」\n]*[)）\]】》"”」].*[(（[【《"“「]/m.test(text)
  ) {
    if (!trim(1, 1)) return null;
  }
  return { text, start, end };
}

type Options = { confidence?: number; basis?: "stated" | "inferred" };

export function read<T>(
  value: T,
  spans: TextSpan | TextSpan[],
  { confidence = 0.9, basis = "stated" }: Options = {},
): Reading<T> {
  const places = (Array.isArray(spans) ? spans : [spans]).map(({ start, end }) => ({ start, end }));
  return { value, spans: places, confidence, basis };
}

export function readPiece(piece: Piece | null | undefined, confidence = 0.9): Reading<string> | null {
  return piece ? read(piece.text.replace(/\s+/g, " "), piece, { confidence }) : null;
}
