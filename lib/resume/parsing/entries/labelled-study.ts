import type { DateRange } from "../dates/date-ranges";
import { type FoundDegree, findDegrees } from "../dictionaries/degrees";
import { findSchool } from "../dictionaries/schools";
import { cutPiece, type Piece, splitPiece, subPiece } from "../piece";
import type { EntryLine } from "./entry-lines";
import { labelsWithin } from "./labels";
import { isFieldOfStudy } from "./major";
import { schoolOf, withoutFaculty } from "./study-school";

/** What one line says of a study. */
export type Mention = {
  school: Piece | null;
  degree: (FoundDegree & { text: string }) | null;
  major: Piece | null;
  range: DateRange | null;
};

/** What a line says behind labels: "毕业院校：海州大学 ⇥ 专业：测绘工程", "Degree: B.Sc. in Physics". */
export function labelledMention(text: string, line: EntryLine): Mention | null {
  const mention: Mention = { school: null, degree: null, major: null, range: null };
  let hasLabel = false;
  let isOfFaculty = false;
  const labels = labelsWithin(text, line);
  for (const { kind, start, end } of labels.length > 0 ? labels : labelsInCells(line)) {
    const value = cutPiece(text, start, end);
    if (!value) continue;
    if (kind === "faculty") isOfFaculty = true;
    if (kind === "school") mention.school = value;
    else if (kind === "major") Object.assign(mention, majorAndDegree(value));
    else if (kind === "degree") {
      const found = findDegrees(value.text)[0];
      const school = findSchool(value.text);
      // "学历：本科/海州大学/2020届": the school stands behind the degree.
      const isApart = found && school && /[/|｜,，]/.test(value.text.slice(found.end, school.start));
      if (isApart) mention.school ??= subPiece(value, school.start, school.end);
      // "本科/海州大学/信息学院/软件工程": the field stands behind the school's parts.
      if (isApart)
        mention.major ??=
          splitPiece(value, /[/|｜]/g).find(
            (cell) =>
              cell.start >= value.start + school.end && isFieldOfStudy(cell.text) && !/(?:学院|系)$/.test(cell.text),
          ) ?? null;
      if (found)
        mention.degree = isApart
          ? {
              ...found,
              start: value.start + found.start,
              end: value.start + found.end,
              text: value.text.slice(found.start, found.end),
            }
          : { level: found.level, start: value.start, end: value.end, text: value.text };
      const field = found && /^\s*(?:degree\s+)?in\s+(?=\p{Lu})/iu.exec(value.text.slice(found.end));
      if (field) mention.major ??= subPiece(value, found.end + field[0].length);
    } else if (kind === "date") mention.range = line.ranges[0] ?? null;
    else continue;
    hasLabel = true;
  }
  // "硕士研究生：海州大学 ⇥ 专业：测绘工程": the degree is the label of the school.
  const lead = hasLabel ? /^([^:：\t]{2,6})[:：]\s*/u.exec(text.slice(line.contentStart, line.end)) : null;
  const leading = lead?.[1] ? findDegrees(lead[1])[0] : undefined;
  if (lead && leading && leading.end - leading.start === lead[1]?.length) {
    const at = line.contentStart + lead[0].length;
    const value = cutPiece(text, at, Math.min(line.end, at + text.slice(at, line.end).search(/\t|$/)));
    const school = value && findSchool(value.text);
    mention.degree ??= {
      ...leading,
      start: line.contentStart,
      end: line.contentStart + leading.end,
      text: lead[1] ?? "",
    };
    if (value && school) mention.school ??= subPiece(value, school.start, withoutFaculty(value.text, school));
  }
  // "2021-2024 ⇥ 海州学院 ⇥ 专业：软件技术": the school bears no label beside others that have one.
  const first = labels[0] && text.slice(line.contentStart, labels[0].labelStart);
  if (first && hasLabel && !mention.school && !/[:：]/.test(first) && /\t|\s{2}/.test(first))
    mention.school = schoolOf(text, line);
  if (hasLabel)
    mention.range ??= line.ranges.find(({ span }) => !isOfBirth(text.slice(line.contentStart, span.start))) ?? null;
  // "学院：信息学院" in a line of its own: a part of the school, which nothing else on the line names.
  if (isOfFaculty && !hasLabel) return mention;
  return hasLabel && (mention.school || mention.degree || mention.major || mention.range) ? mention : null;
}

/** "生日：1993-08-21 ⇥ 在读学校：海州大学". */
const isOfBirth = (before: string) =>
  /(?:生\s*日|出生(?:年月|日期|时间)?|birth(?:day)?)\s*(?:[:：]\s*)?$/i.test(before);

const cellLabels = {
  school: /^(?:毕\s*业\s*)?(?:院\s*校|学\s*校)$/,
  major: /^(?:所\s*学\s*)?专\s*业$/,
  degree: /^(?:最\s*高\s*)?(?:学\s*历|学\s*位)$|^文\s*化\s*程\s*度$/,
};

/** "学　历 ⇥ 本科 ⇥ 专　业 ⇥ 土木工程": a form's cells, without colons; letters of a label may stand apart. */
function labelsInCells(line: EntryLine): { kind: keyof typeof cellLabels; start: number; end: number }[] {
  const cells = [
    ...line.text
      .replace(/(?<=[学专毕院文])[ \u3000]+(?=[历位业校])/g, (gap) => "\0".repeat(gap.length))
      .matchAll(/[^\s](?:[^\t]*?[^\s])??(?=\t|\s{2,}|$)/g),
  ].map((match) => ({
    text: match[0].replace(/\0/g, " "),
    start: line.start + match.index,
    end: line.start + match.index + match[0].length,
  }));
  const kindOf = (text: string) =>
    (Object.keys(cellLabels) as (keyof typeof cellLabels)[]).find((kind) => cellLabels[kind].test(text));
  return cells.flatMap(({ text }, index) => {
    const kind = kindOf(text);
    const value = cells[index + 1];
    return kind && value && !kindOf(value.text) ? [{ kind, start: value.start, end: value.end }] : [];
  });
}

/** "专业：软件工程（本科）". */
function majorAndDegree(value: Piece): Pick<Mention, "major"> & Partial<Pick<Mention, "degree">> {
  const bracket = /(?<!\s)\s*[(（]([^()（）]+)[)）]$/.exec(value.text);
  const [found] = bracket?.[1] ? findDegrees(bracket[1]) : [];
  const inside =
    bracket && subPiece(value, bracket.index + bracket[0].indexOf(bracket[1] ?? ""), value.text.length - 1);
  if (!bracket || !found || !inside) return { major: value };
  return { major: subPiece(value, 0, bracket.index), degree: { ...inside, level: found.level } };
}
