import type { DraftedPosition, DraftNote, DraftRequirement, PositionDraft } from "@/lib/position/draft-schema";
import { readCity, readDepartment, readTitle } from "./basics";
import { necessityOf, weightOf } from "./necessity";
import { type Piece, readPieces } from "./pieces";
import { readSalary } from "./salary";
import { type Line, readLines } from "./sections";
import { type Span, textAt, trimSpan } from "./span";

/** As long as a position's description may be. */
export const longestDescription = 20_000;
const mostRequirements = 100;

/**
 * A position as a job description states it, by rules over its wording. Nothing is added: every requirement is a
 * stretch of the text. Protected attributes and what a resume hardly shows are named instead of drafted.
 */
export function draftFromText(text: string): DraftedPosition {
  const description = text.trim().slice(0, longestDescription).trimEnd();
  const lines = readLines(description).filter(({ section }) => section !== "duties" && section !== "offer");
  const read = lines.map((line) => ({ line, ...readPieces(description, line) }));
  const asking = read.filter(({ line }) => asksForSomething(line, lines));
  const hasList = asking.length > 0;
  const pieces = (hasList ? asking : read)
    .flatMap((each) => each.pieces)
    .filter(({ kind }) => hasList || (kind !== null && kind !== "other"));
  const requirements = pieces.flatMap((piece) => toRequirement(description, piece));
  const quote = (span: Span) => ({ start: span.start, end: span.end, text: textAt(description, span) });
  const leftOut: PositionDraft["leftOut"] = [
    ...read.flatMap(({ protectedParts }) =>
      protectedParts.map(({ reason, ...span }) => ({ reason, quote: quote(span) })),
    ),
    ...pieces.flatMap((piece) => (piece.kind === "soft" ? [{ reason: "soft" as const, quote: quote(piece) }] : [])),
  ];
  const title = readTitle(description);
  const { min, max, notes } = readSalary(description);
  return {
    draft: {
      title,
      department: readDepartment(description),
      city: readCity(description),
      description,
      salaryMin: min,
      salaryMax: max,
      requirements: withoutRepeats(requirements).slice(0, mostRequirements),
      leftOut,
    },
    engine: "built-in",
    modelFailure: null,
    notes: [
      ...(title === "" ? [note("title_missing")] : []),
      ...(requirements.length === 0 ? [note("no_requirements")] : []),
      ...(text.trim().length > longestDescription ? [note("text_cut")] : []),
      ...notes,
    ],
  };
}

function note(code: DraftNote["code"]): DraftNote {
  return { code, quote: "" };
}

/** A line under a heading for requirements; without any such heading, the items of a list. */
function asksForSomething({ section, isBulleted }: Line, lines: Line[]): boolean {
  const isNamed = (line: Line) => ["requirements", "gates", "nice"].includes(line.section);
  if (lines.some(isNamed)) return isNamed({ section } as Line);
  return isBulleted && lines.filter((line) => line.isBulleted).length > 1;
}

const wording = {
  lead: /^(?:优先|加分项?|必须(?=持|具|有))[:：]\s*/,
  tail: /(?:(?<!\s)\s*[（(](?:硬性要求|必须|优先|加分|required|preferred|mandatory)[)）]|(?:者|的)?(?:优先(?:考虑|录用)?|加分|更佳|为佳|尤佳|更好)|必须|(?<!\s)\s+(?:(?:is|are|would be|will be)\s+)?(?:(?:strongly|highly)\s+)?(?:preferred|desirable|required|mandatory|an?\s+(?:big\s+|huge\s+|strong\s+)?(?:plus|bonus|advantage)))[\s。.;；]*$/i,
};

function toRequirement(text: string, piece: Piece): DraftRequirement[] {
  const { kind, section } = piece;
  if (kind === "soft") return [];
  const said = textAt(text, piece);
  const necessity = necessityOf(said, kind, section);
  const span = trimSpan(text, piece, wording);
  if (span.end - span.start < 2) return [];
  return [
    {
      kind: kind ?? "other",
      text: textAt(text, span).slice(0, 500),
      necessity,
      weight: weightOf(said, necessity),
      quote: { start: piece.start, end: piece.end, text: said },
    },
  ];
}

function withoutRepeats(requirements: DraftRequirement[]): DraftRequirement[] {
  const seen = new Set<string>();
  return requirements.filter(({ text }) => !seen.has(text) && seen.add(text));
}
