import { numberPattern, readNumber } from "@/lib/resume/parsing/number-words";

/** "Recently" without a number. */
const yearsOfRecent = 2;

const number = `(${numberPattern}|半)`;
const unit = "(年|个月|月|years?|yrs?|months?)";
const verbs = "使用|用过|在用|有|从事|做|参与|负责|主导|接触|写|完成|仍|持续|一直";
/** "近 5 年 Java 经验" is nearly five years; "近 5 年内", "近 5 年做过" are the last five. */
const windows = [
  `(?:最近|过去|(?<![附接])近(?=\\s*(?:${numberPattern}|半)\\s*(?:年|个月)(?:以来|之内|内|来|里|间|中|[^，。；;]{0,12}?(?:${verbs}))))的?\\s*${number}\\s*${unit}(?:以来|之内|内|来|里|间|中)?`,
  `(?<![\\d.])${number}\\s*(年|个月)(?:之内|以内|内)(?=[^，。；;]{0,12}?(?:${verbs}))`,
  `\\b(?:with)?in\\s+(?:the\\s+|their\\s+|your\\s+)?(?:last|past|previous|most recent)\\s+(?:${number}\\s+)?${unit}\\b`,
  `[(（]\\s*(?:in\\s+)?(?:the\\s+)?(?:last|past)\\s+${number}\\s+${unit}\\s*[)）]`,
  `\\b(?:during|over)\\s+the\\s+(?:last|past|previous)\\s+(?:${number}\\s+)?${unit}\\b`,
  `\\b(?:less|no more|not more)\\s+than\\s+${number}\\s+${unit}\\s+ago\\b`,
].map((pattern) => new RegExp(pattern, "i"));
const recently =
  /最近(?=[^，。；;]{0,8}(?:用|做|从事|参与|接触|写))|近期(?=[^，。；;]{0,8}(?:用|做|从事|参与|接触|写|有))|近年来?|\brecent(?:ly)?\b(?!\s+(?:graduat|hire|photo))/i;

/**
 * Within how many years before the resume was read something must have been used, and the requirement without the words
 * that say so: "近两年使用过 Kafka" is 2 and "使用过 Kafka".
 */
export function readRecency(requirement: string): { window: number | null; rest: string } {
  for (const pattern of windows) {
    const match = pattern.exec(requirement);
    if (!match) continue;
    const [said, count, measure = ""] = match;
    const value = count === undefined ? 1 : count === "半" ? 0.5 : readNumber(count);
    if (value === null || value <= 0 || value > 50) continue;
    return { window: /月|month/i.test(measure) ? value / 12 : value, rest: requirement.replace(said, " ") };
  }
  if (recently.test(requirement)) return { window: yearsOfRecent, rest: requirement.replace(recently, " ") };
  return { window: null, rest: requirement };
}
