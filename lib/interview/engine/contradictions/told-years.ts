import { numberPattern, readNumber } from "@/lib/resume/parsing/number-words";

const pattern = new RegExp(
  `(?<![\\d.a-z第前后一二三四五六七八九十])(${numberPattern})\\s*(?:(?:and a half|多|几|来|\\+|or so)\\s*)?(?:个)?(年|years?)(半)?(?!\\s*(?:前|后|级|代|ago|later|old|底|初|加|入|毕业|春|夏|秋|冬|[\\d]{1,2}\\s*月))`,
  "g",
);

/** A length of time in years and where it is said; "2016 年" is none. */
export function yearsIn(folded: string): { years: number; start: number; end: number } | null {
  for (const { 0: said, 1: number = "", index } of folded.matchAll(pattern)) {
    const years = readNumber(number);
    if (years === null || years > 60) continue;
    const half = /半|half/.test(said) ? 0.5 : 0;
    return { years: years + half, start: index, end: index + said.length };
  }
  return null;
}

/** Of somebody else, only wished for, or supposed. */
export const notOwn =
  /他|她|同事|朋友|领导|老板|希望|想要?|打算|考虑|准备|如果|假如|客户(?:是|公司|方|那边|要求|说)|面试|竞品|合作|供应商|\b(?:he|she|they|colleague|friend|boss|manager (?:had|was|has)|hope|want|plan|planning|thinking|considering|would|if|client|customer|interviewed|pursuing)\b/;

export const least = /只|才|仅|\b(?:only|just)\b/;
