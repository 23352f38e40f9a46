import type { Dice } from "../../demo/dice";
import { bold, type Entry, plain, type Row } from "./sheet";

/** The parts of an entry: employer and title, or school and what was studied there. */
export type Parts = {
  first: { label: string; text: string };
  second: { label: string; text: string }[];
  /** Department, town and what else stands beside them. */
  extras: { label: string; text: string }[];
  dates: { label: string; text: string };
  lines: string[];
};
export type Look = (typeof chineseLooks)[number] | (typeof englishLooks)[number] | "gutter" | "gutter-line";

export const chineseLooks = [
  ...([
    "dates-first",
    "dates-first",
    "dates-last",
    "first-right",
    "first-right",
    "second-right",
    "line-right",
  ] as const),
  ...(["labelled", "dates-above", "dates-below", "bracket", "dots", "dash", "second-first"] as const),
];
export const englishLooks = [
  ...([
    "dates-first",
    "dates-last",
    "first-right",
    "first-right",
    "second-right",
    "second-right",
    "line-right",
  ] as const),
  ...(["labelled", "dates-above", "dates-below", "bracket", "dash", "second-first", "at", "comma", "run-in"] as const),
];

export type ArrangeHabit = { look: Look; gap: string; between: string; colon: string; isEnglish: boolean };

export function makeArrangeHabit(look: Look, isEnglish: boolean, dice: Dice): ArrangeHabit {
  return {
    ...{ look, isEnglish },
    gap: dice.pick(["    ", " | ", "     ", isEnglish ? ", " : "  "]),
    between: dice.pick(isEnglish ? [", ", " | ", " · "] : ["  ", " | ", " · ", "，"]),
    colon: isEnglish ? ": " : "：",
  };
}

export function arrange(parts: Parts, habit: ArrangeHabit): Entry {
  const apart = habit.look === "gutter" || habit.look === "gutter-line";
  return { dates: apart ? parts.dates.text : null, rows: rowsOf(parts, habit), lines: parts.lines };
}

function rowsOf({ first, second, extras, dates }: Parts, habit: ArrangeHabit): Row[] {
  const { look, gap, between, colon, isEnglish } = habit;
  const name = first.text;
  const role = second.map(({ text }) => text).join(between);
  const more = extras.map(({ text }) => text);
  const roleAnd = [role, ...more].join(between);
  const extraRows = more.length > 0 ? [plain(more.join(between))] : [];
  const when = dates.text;
  const [open, close] = isEnglish ? [" (", ")"] : ["（", "）"];
  switch (look) {
    case "dates-first":
      return [bold([when, name, role].join(gap === ", " ? "  " : gap)), ...extraRows];
    case "dates-last":
      return [bold([name, role, when].join(gap)), ...extraRows];
    case "second-first":
      return [bold([role, name, when].join(gap)), ...extraRows];
    case "first-right":
      return [bold(name, when), plain(roleAnd)];
    case "second-right":
      return [bold(role, when), plain([name, ...more].join(between))];
    case "line-right":
      return [bold([name, role].join(gap), when), ...extraRows];
    case "labelled":
      return [first, ...second, ...extras, dates].map(({ label, text }) => plain(`${label}${colon}${text}`));
    case "dates-above":
      return [plain(when), bold(name), plain(roleAnd)];
    case "dates-below":
      return [bold(name), plain(roleAnd), plain(when)];
    case "bracket":
      return [bold(`${name}${open}${role}${close}`, when), ...extraRows];
    case "dots":
      return [bold([name, ...more, role].join(" · ")), plain(when)];
    case "dash":
      return [bold(`${name} ${isEnglish ? "–" : "—"} ${role}${open}${when}${close}`), ...extraRows];
    case "at":
      return [bold(`${role} at ${name}`, when), ...extraRows];
    case "comma":
      return [bold([name, role, ...more].join(", "), when)];
    case "run-in":
      return [{ left: `${name} ${role}`, right: when, bold: name.length }, ...extraRows];
    case "gutter":
      return [bold(name), plain(roleAnd)];
    case "gutter-line":
      return [bold([name, role].join(gap)), ...extraRows];
  }
}
