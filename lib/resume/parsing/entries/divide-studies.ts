import { findDegrees } from "../dictionaries/degrees";
import { findSchool } from "../dictionaries/schools";
import { titleScore } from "../dictionaries/titles";
import type { TextLine } from "../lines";
import { toEntryLines } from "./entry-lines";
import { splitEntries } from "./split-entries";
import { namesEntry } from "./work";

/** Under one heading for both ("教育与工作经历"): entries that name a school or a degree are studies, the others jobs. */
export function divideStudies(text: string, lines: TextLine[]): { studies: TextLine[]; jobs: TextLine[] } {
  const entries = splitEntries(toEntryLines(text, lines), { namesEntry, leadLabels: ["company", "school"] });
  const studies = entries
    .filter(({ header }) => header.some(({ text: line }) => namesStudy(line)))
    .flatMap(({ header, body }) => [...header, ...body]);
  const starts = new Set(studies.map(({ start }) => start));
  return {
    studies: lines.filter(({ start }) => starts.has(start)),
    jobs: lines.filter(({ start }) => !starts.has(start)),
  };
}

/** Someone may work at a university too: as a lecturer, without a degree named. */
function namesStudy(line: string): boolean {
  if (findDegrees(line).length > 0) return true;
  return findSchool(line) !== null && !line.split(/[\s|｜,，、·]+/).some((cell) => titleScore(cell) === 2);
}
