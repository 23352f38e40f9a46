import type { Reading } from "../../profile";
import { cutPiece, type Piece, read, readPiece, splitPiece } from "../piece";
import type { EntryLine } from "./entry-lines";

const enrolments =
  /(?<=^|[\s|｜,，、;；(（·/\t]|统招\s*)(?:非全日制|全日制(?:统招)?|统招(?:全日制)?|普通全日制|自考|自学考试|成人(?:教育|高考)|成教|函授|网络教育|远程教育|电大|夜大|专升本|在职(?!\S*(?:状态|考虑|看))(?:研究生)?|full-time|part-time)(?=$|[\s|｜,，、;；)）·/\t]|本科|专科|大专|硕士)/iu;
const facultyEnd = /(?:学院|学部|系|书院|研究所|研究院)$/;

/** Faculty, grade and kind of enrolment, from the entry's own lines. */
export function schoolingDetails(
  text: string,
  { lines, school, major }: { lines: EntryLine[]; school: Piece | null; major: Piece | null },
) {
  const find = (pattern: RegExp, group = 0): Reading<string> | null => {
    for (const line of lines) {
      const content = text.slice(line.contentStart, line.end);
      const match = pattern.exec(content);
      const value = match?.[group];
      if (!match || !value) continue;
      const start = line.contentStart + match.index + match[0].indexOf(value);
      return read(value, { start, end: start + value.length }, { confidence: 0.88 });
    }
    return null;
  };
  const labelled = find(
    /(?:院系|所在院系|学院|院系名称|faculty|department|school of)\s*[:：]\s*([^\t|｜,，;；]{2,30}?)(?=\s{2,}|[\t|｜,，;；]|$)/iu,
    1,
  );
  const cell = lines
    .flatMap((line) => line.rest.flatMap((piece) => splitPiece(piece, /[\t|｜,，·•]+|\s+/g)))
    .find(
      ({ text: value, start }) =>
        facultyEnd.test(value) &&
        value.length <= 16 &&
        (!school || start < school.start || start >= school.end) &&
        (!major || start !== major.start),
    );
  const ownLine = school && lines.find((line) => line.start <= school.start && line.end >= school.end);
  const toEnd = school && ownLine ? text.slice(school.start, ownLine.end) : (school?.text ?? "");
  const behind = /^[^\s大]{2,8}大学(?=\p{Script=Han}{2,12}(?:学院|系)(?!\p{Script=Han}))/u.exec(toEnd);
  const facultyBehind = behind && /^\p{Script=Han}{2,12}(?:学院|系)/u.exec(toEnd.slice(behind[0].length))?.[0];
  const faculty =
    labelled ??
    readPiece(cell, 0.85) ??
    (school && behind && facultyBehind
      ? readPiece(
          cutPiece(text, school.start + behind[0].length, school.start + behind[0].length + facultyBehind.length),
          0.85,
        )
      : null);
  return {
    faculty,
    gpa: find(/(?:GPA|CGPA|绩点|平均绩点|学分绩)\s*(?:[:：]\s*)?(\d(?:\.\d{1,3})?\s*(?:\/\s*\d(?:\.\d{1,2})?)?)/i, 1),
    enrolment: find(enrolments),
  };
}
