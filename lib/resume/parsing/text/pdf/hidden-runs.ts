import type { HiddenText } from "../../../document";
import type { TextPaint } from "./text-paint";
import type { Run } from "./types";

/** Smaller letters than these are not meant for people, in points. */
const smallest = 2;

type Page = { width: number; height: number; index: number };

/** Takes out what a reader of the page cannot see: in the ground's colour, drawn invisibly, tiny, or beside the page. */
export function withoutHidden(
  runs: Run[],
  paints: readonly TextPaint[],
  page: Page,
): { runs: Run[]; hidden: HiddenText[] } {
  const hidden: HiddenText[] = [];
  const note = (text: string, reason: HiddenText["reason"]) => {
    if ((text.match(/\p{L}/gu)?.length ?? 0) > 1) hidden.push({ text, reason, page: page.index });
  };
  // pdf.js leaves out what lies beside the page.
  for (const paint of paints) if (isOff(paint, page)) note(paint.text, "off_page");
  const lines = linesOf(paints);
  const kept = runs.flatMap((run) => {
    if (run.text.trim() === "") return [run];
    if (run.size < smallest) {
      note(run.text, "tiny");
      return [];
    }
    const own = lines && paintsOf(run, lines);
    const unseen = own?.filter(({ hidden: reasonOf }) => reasonOf !== null) ?? [];
    if (!own || unseen.length === 0) return [run];
    for (const { text, hidden: reasonOf } of unseen) if (reasonOf) note(text, reasonOf);
    if (unseen.length === own.length) return [];
    // A run may hold words of both kinds; its place is that of the whole.
    const text = unseen.reduce((rest, paint) => rest.replace(paint.text.trim(), " "), run.text);
    return [{ ...run, text }];
  });
  return { runs: kept, hidden: joinNeighbours(hidden) };
}

function isOff({ x, width, baseline }: TextPaint, page: Page): boolean {
  return x + width < 0 || x > page.width || baseline < 0 || baseline > page.height + 20;
}

type Lines = Map<number, TextPaint[]>;

/** By whole points of the baseline; null when everything is seen, as on nearly every page. */
function linesOf(paints: readonly TextPaint[]): Lines | null {
  if (paints.every(({ hidden }) => hidden === null)) return null;
  return Map.groupBy(paints, ({ baseline }) => Math.round(baseline));
}

/** The last piece that starts at or before the run, and those that start within it. */
function paintsOf({ x, width, baseline }: Run, lines: Lines): TextPaint[] {
  const near = [-1, 0, 1].flatMap((step) => lines.get(Math.round(baseline) + step) ?? []);
  const onLine = near.filter((paint) => Math.abs(paint.baseline - baseline) < 0.8).sort((a, b) => a.x - b.x);
  const first = onLine.findLast((paint) => paint.x <= x + 0.6);
  return [...(first ? [first] : []), ...onLine.filter((paint) => paint.x > x + 0.6 && paint.x < x + width - 0.6)];
}

/** Words of one reason that follow each other make one passage. */
function joinNeighbours(hidden: HiddenText[]): HiddenText[] {
  const joined: HiddenText[] = [];
  for (const piece of hidden) {
    const last = joined.at(-1);
    if (last && last.reason === piece.reason && last.page === piece.page)
      last.text = `${last.text} ${piece.text.trim()}`;
    else joined.push({ ...piece, text: piece.text.trim() });
  }
  return joined.map((piece) => ({ ...piece, text: piece.text.slice(0, 2000) }));
}
