import type { TrainingEntry } from "../../profile";
import { readDate } from "../dates/date-ranges";
import { companyScore } from "../dictionaries/companies";
import { isPlace } from "../dictionaries/places";
import { findSchool } from "../dictionaries/schools";
import type { TextLine } from "../lines";
import { cutPiece, type Piece, readPiece } from "../piece";
import { headerCells } from "./cells";
import { type EntryLine, toEntryLines } from "./entry-lines";
import { type Entry, splitEntries } from "./split-entries";
import { entrySpan, readDescription } from "./work";

const labels: [kind: "organisation" | "course" | "location" | "certificate" | "content", pattern: RegExp][] = [
  ["organisation", /^(?:培训机构|培训单位|机构名称|主办单位|组织单位|organi[sz]ation|provider|institute)$/i],
  ["course", /^(?:培训课程|课程名称|培训名称|培训项目|培训主题|课程|course|title)$/i],
  ["location", /^(?:培训地点|地点|location)$/i],
  ["certificate", /^(?:所获证书|获得证书|培训证书|证书|certificate)$/i],
  ["content", /^(?:培训内容|培训描述|课程描述|内容|描述|description|content)$/i],
];

/** Courses and trainings with who held them; labelled lists and "2019.03 - 2019.05 ⇥ 机构 ⇥ 课程" alike. */
export function readTrainings(text: string, lines: TextLine[]): TrainingEntry[] {
  const entries = splitEntries(toEntryLines(text, lines), { namesEntry, leadLabels: ["company", "school"] });
  return entries.flatMap((entry) => {
    const labelled = labelledParts(text, entry);
    const { organisation, course, location } = nameParts(entry);
    const training = {
      organisation: readPiece(labelled.organisation ?? organisation, 0.85),
      course: readPiece(labelled.course ?? course, 0.82),
      location: readPiece(labelled.location ?? location, 0.85),
      certificate: readPiece(labelled.certificate, 0.9),
      start: readDate(entry.range?.start),
      end: readDate(entry.range?.end),
      description: readPiece(labelled.content, 0.88) ?? readDescription(text, entry.body),
      span: entrySpan(entry),
    };
    return training.organisation || training.course ? [training] : [];
  });
}

function namesEntry(line: EntryLine): boolean {
  return headerCells([line]).length > 0 && line.text.length < 80 && !line.isProse;
}

function isOrganiser(text: string): boolean {
  return (
    companyScore(text) >= 1.5 || findSchool(text) !== null || /(?:培训|教育|学院|中心|机构|研究院|academy)$/i.test(text)
  );
}

function nameParts({ header }: Entry) {
  const cells = headerCells(header.filter((line) => !line.label)).filter(({ text }) => /\p{L}/u.test(text));
  const location = cells.find(({ text }) => isPlace(text)) ?? null;
  const names = cells.filter((cell) => cell !== location);
  const organisation = names.find(({ text }) => isOrganiser(text)) ?? null;
  return { organisation, location, course: names.find((cell) => cell !== organisation) ?? null };
}

function labelledParts(text: string, { header, body }: Entry) {
  const parts: Partial<Record<(typeof labels)[number][0], Piece>> = {};
  for (const line of [...header, ...body]) {
    const match = /^([\p{Script=Han}A-Za-z ]{2,14}?)\s*[:：]\s*(?=\S)/u.exec(text.slice(line.contentStart, line.end));
    const kind = labels.find(([, pattern]) => pattern.test(match?.[1]?.trim() ?? ""))?.[0];
    const value = match && kind ? cutPiece(text, line.contentStart + match[0].length, line.end) : null;
    if (kind && value) parts[kind] ??= value;
  }
  return parts;
}
