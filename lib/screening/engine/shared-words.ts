import { hasHan } from "@/lib/resume/parsing/fold";
import { fold } from "./evidence";

/** Words that stand in requirements of every kind, and so connect none with a quote. */
const common = new Set(
  "and or the of in with to for a an at on by as is be able ability years year experience knowledge skills skill strong good excellent work working familiar proficient understanding required preferred using team project projects".split(
    " ",
  ),
);
const commonHan =
  /经验|经历|熟悉|熟练|掌握|了解|具备|具有|以上|优先|能力|工作|相关|良好|精通|使用|负责|项目|从事|至少|年|及|和|与|的|等|或|有/g;

/** Whether a quote holds a word of a requirement: a Latin word, or two Chinese characters next to each other. */
export function sharesWords(requirement: string, quote: string): boolean {
  const wanted = wordsOf(requirement);
  const there = wordsOf(quote);
  return [...wanted].some((word) => there.has(word));
}

function wordsOf(text: string): Set<string> {
  const folded = fold(text);
  const latin = (folded.match(/[a-z][a-z0-9+#.]*/g) ?? []).map((word) => word.replace(/(?<!\.)\.+$/, ""));
  const han = hasHan(folded)
    ? folded
        .replace(commonHan, " ")
        .split(/[^\p{Script=Han}]+/u)
        .flatMap((part) => [...part].slice(1).map((character, index) => `${[...part][index]}${character}`))
    : [];
  return new Set([...latin.filter((word) => !common.has(word)), ...han]);
}
