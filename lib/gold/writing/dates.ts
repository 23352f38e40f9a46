import type { Dice } from "../../demo/dice";
import type { Month } from "../person";

/** How somebody writes dates: all alike through a resume. */
export type DateHabit = {
  month: (year: number, month: number) => string;
  between: string;
  now: string;
  isYearOnly: boolean;
};
/** A period as written, and its ends as they should be read. */
export type WrittenPeriod = { text: string; start: string | null; end: string | null };

const short = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const long = "January February March April May June July August September October November December".split(" ");
const two = (month: number) => String(month).padStart(2, "0");

const chineseMonths: DateHabit["month"][] = [
  (year, month) => `${year}.${two(month)}`,
  (year, month) => `${year}.${month}`,
  (year, month) => `${year}/${two(month)}`,
  (year, month) => `${year}/${month}`,
  (year, month) => `${year}-${two(month)}`,
  (year, month) => `${year}年${month}月`,
  (year, month) => `${year}年${two(month)}月`,
  (year, month) => `${year} 年 ${month} 月`,
  (year, month) => `${year}${two(month)}`,
  (year, month) => `${year} / ${two(month)}`,
];
const englishMonths: DateHabit["month"][] = [
  (year, month) => `${short[month - 1]} ${year}`,
  (year, month) => `${short[month - 1]} ${year}`,
  (year, month) => `${long[month - 1]} ${year}`,
  (year, month) => `${two(month)}/${year}`,
  (year, month) => `${month}/${year}`,
  (year, month) => `${year}-${two(month)}`,
  (year, month) => `${short[month - 1]}. ${year}`,
  (year, month) => `${short[month - 1]} '${String(year).slice(2)}`,
  (year, month) => `${year}.${two(month)}`,
  (year, month) => `${short[month - 1]?.toUpperCase()} ${year}`,
  (year, month) => `${two(month)}.${year}`,
  (year, month) => `${year} / ${two(month)}`,
];

export function makeDateHabit(isEnglish: boolean, dice: Dice): DateHabit {
  const isYearOnly = dice.isLucky(isEnglish ? 0.1 : 0.03);
  return {
    month: isYearOnly ? (year) => String(year) : dice.pick(isEnglish ? englishMonths : chineseMonths),
    between: dice.pick(
      isEnglish
        ? [" - ", " – ", "–", " — ", " to ", " -- "]
        : [" - ", "-", "–", " — ", " ~ ", "至", " 至 ", "～", "——"],
    ),
    now: dice.pick(
      isEnglish ? ["Present", "Present", "present", "Current", "Now", "now"] : ["至今", "至今", "至今", "现在", "今"],
    ),
    isYearOnly,
  };
}

export function writePeriod(start: Month, end: Month | null, habit: DateHabit): WrittenPeriod {
  const last = end === null ? habit.now : writeMonth(end, habit);
  return {
    text: `${writeMonth(start, habit)}${habit.between}${last}`,
    start: truthMonth(start, habit),
    end: end === null ? "至今" : truthMonth(end, habit),
  };
}

export function writeMonth(month: Month, habit: DateHabit) {
  return habit.month(Math.floor(month / 12), (month % 12) + 1);
}

function truthMonth(month: Month, { isYearOnly }: DateHabit) {
  const year = Math.floor(month / 12);
  return isYearOnly ? String(year) : `${year}.${two((month % 12) + 1)}`;
}

/** "Summer 2019": the year is all that can be known. */
export function writeSeason(start: Month): WrittenPeriod {
  const [year, month] = [Math.floor(start / 12), start % 12];
  const season = ["Winter", "Spring", "Summer", "Fall"][Math.floor(((month + 1) % 12) / 3)];
  return { text: `${season} ${year}`, start: String(year), end: String(year) };
}
