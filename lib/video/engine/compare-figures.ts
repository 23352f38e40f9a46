import { readAnswer } from "@/lib/interview/engine/answer";
import { factsOf } from "@/lib/interview/engine/contradictions/facts";
import { notOwn } from "@/lib/interview/engine/contradictions/told-years";
import { employerIn } from "@/lib/interview/engine/employer-names";
import { unitsOf } from "@/lib/interview/engine/words";
import type { AnswerQuote, Turn } from "@/lib/interview/schema";
import { isIn, type Sentence } from "@/lib/screening/engine/evidence";
import { statement } from "@/lib/screening/engine/judgement";
import type { Quote, Statement } from "@/lib/screening/schema";
import type { Agreed } from "./find-agreements";
import { type Figure, readFigures } from "./read-figures";
import type { VideoSubject } from "./subject";

export type Differing = { reason: Statement; said: AnswerQuote; resume: Quote };

/** Values this close are one number, rounded differently. */
const same = 1.1;
/** Only what lies this far from every number of the same thing conflicts; of what is said roughly, further. */
const far = { said: 1.5, roughly: 2.5 };
const roughly =
  /左右|大概|大约|差不多|好几|几[十百千万]|将近|接近|不到|超过|上下|以上|\b(?:about|around|roughly|almost|nearly|over|more than|less than|up to|some)\b/;
/** Words that stand beside any number. */
const anyTopic = new Set(
  "提升 提高 降低 减少 增长 下降 优化 达到 缩短 增加 平均 每天 日均 每月 左右 大概 大约 超过 以上 峰值 最高 并发 从原 原来 现在 负责 项目 系统 公司 完成 实现 reduc reduced improv improved increas increased decreas cut grew grow rais raised lower drop averag daily system project company team work built over than more less time times per rate number amount level peak went got took take down fell fall rose brought reach made became now us after only just handl handle prepar".split(
    " ",
  ),
);

/** A number with the words of its part of the sentence, and those right beside it: what it is of. */
type Placed = { figure: Figure; topic: readonly string[]; head: readonly string[] };

/**
 * Numbers with a unit or noun that were said, beside the resume's numbers of the same unit about the same thing: told by
 * the words around them. One that is far from every such number differs; between near and far nothing is said.
 */
export function compareFigures(
  turns: readonly Turn[],
  subject: VideoSubject,
): { agreed: Agreed[]; differing: Differing[] } {
  const { evidence, employers } = factsOf(subject);
  const written = evidence.sentences.map((sentence) => ({ sentence, figures: placed(sentence.folded) }));
  const agreed: Agreed[] = [];
  const differing: Differing[] = [];
  for (const turn of turns) {
    const answer = readAnswer(turn);
    // Whom an answer is about holds until it names another.
    let employer: (typeof employers)[number] | null = null;
    for (const clause of answer.clauses) {
      const { folded } = clause;
      employer = employers.find((one) => employerIn(folded, one)) ?? employer;
      if (notOwn.test(folded) || /[?？]\s*$/.test(folded)) continue;
      const comparable = written.filter(({ sentence }) => !employer || isAbout(sentence, employer.jobs));
      for (const told of placed(folded)) {
        const said = answer.quoteOf(clause);
        const near = nearest(told, comparable, "topic", same);
        if (near) {
          const about = `${told.figure.unit} ${told.figure.value}`;
          agreed.push({ kind: "figure", subject: about, said, resume: evidence.quoteAround(near) });
          continue;
        }
        const isBetween = nearest(told, comparable, "topic", roughly.test(folded) ? far.roughly : far.said) !== null;
        const other = isBetween ? null : nearest(told, comparable, "head", Number.POSITIVE_INFINITY);
        if (!other) continue;
        const values = { told: folded.slice(told.figure.start, told.figure.end).trim(), shown: other.text };
        const reason = statement("video_figure_differs", values);
        differing.push({ reason, said, resume: evidence.quoteAround(other) });
      }
    }
  }
  return { agreed, differing };
}

type Written = { sentence: Sentence; figures: Placed[] };

/** The place of the resume's number of the same thing that is nearest to what was said, within a factor. */
function nearest(told: Placed, written: readonly Written[], by: "topic" | "head", limit: number) {
  const found = written.flatMap(({ sentence, figures }) =>
    figures.flatMap((other) => {
      const { value, unit, start, end } = other.figure;
      const factor = Math.max(value / told.figure.value, told.figure.value / value);
      const shared = isWhole(told) ? fewestShared.head : likeness(told, other, by);
      if (unit !== told.figure.unit || factor > limit || shared < fewestShared[by]) return [];
      const text = sentence.folded.slice(start, end).trim();
      return [{ start: sentence.start + start, end: sentence.start + end, text, factor, shared }];
    }),
  );
  return found.toSorted((a, b) => b.shared - a.shared || a.factor - b.factor)[0] ?? null;
}

/** One Latin word, or a Chinese one of three characters, which is two pairs. */
const fewestShared = { topic: 1, head: 2 };

function likeness(told: Placed, other: Placed, by: "topic" | "head"): number {
  const shared = told[by].filter((one) => other[by].includes(one));
  // "Network cost" is not "storage cost": where both name more than they share, two things are meant.
  if (by === "head" && names(told.head, shared) && names(other.head, shared)) return 0;
  // Times are of anything; only what took them tells which are one.
  if (told.figure.unit === "time" && !shared.some((one) => taking.has(one))) return 0;
  return shared.reduce((sum, one) => sum + (/^[a-z]/.test(one) ? 2 : 1), 0);
}

function names(head: readonly string[], shared: readonly string[]): boolean {
  const own = head.filter((one) => !shared.includes(one));
  return own.some((one) => /^[a-z]/.test(one)) || own.length >= 2;
}

/** "峰值 QPS 八万": a number of the whole system, when nothing else stands beside it. */
function isWhole({ figure, topic }: Placed): boolean {
  return topic.length === 0 && ["qps", "tps", "daily_users", "monthly_users"].includes(figure.unit);
}

/** What takes time, as `unitsOf` gives it. */
const taking = new Set(
  [
    ...["响应", "延迟", "耗时", "加载", "构建", "部署", "发布", "启动", "查询", "恢复", "交付", "周期", "结账", "月结"],
    ...["response", "latency", "load", "loading", "build", "deploy", "deployment", "release", "startup", "query"],
    ...["recovery", "delivery", "lead", "cycle", "close", "closing", "processing", "turnaround", "downtime"],
  ].flatMap((word) => unitsOf(word)),
);

function isAbout(sentence: Sentence, jobs: readonly { span: { start: number; end: number } }[]): boolean {
  return jobs.some(({ span }) => isIn(sentence, span));
}

/** So many words, or Chinese characters, before and behind a number say what it is of. */
const beside = { before: 8, behind: 4 };

/** The figures of a sentence, part by part, with the words that say what they are of. */
function placed(folded: string): Placed[] {
  const figures = readFigures(folded);
  if (figures.length === 0) return [];
  return partsOf(folded).flatMap(({ start, end }) => {
    const own = figures.filter((figure) => figure.start >= start && figure.start < end);
    const bare = own.reduceRight(
      (text, figure) => `${text.slice(0, figure.start - start)} ${text.slice(figure.end - start)}`,
      folded.slice(start, end),
    );
    return own.map((figure) => {
      // "from 800 ms to 120 ms": what stands before the first is what both are of.
      const first = own.find(({ unit }) => unit === figure.unit) ?? figure;
      const before = wordsOf(folded.slice(start, first.start)).slice(-beside.before);
      const behind = wordsOf(folded.slice(figure.end, end).split(otherThing)[0] ?? "").slice(0, beside.behind);
      return { figure, topic: topicsOf(bare), head: [...topicsOf(joined(before)), ...topicsOf(joined(behind))] };
    });
  });
}

/** A comma inside a number parts nothing. */
function partsOf(folded: string): { start: number; end: number }[] {
  const marks = [...folded.matchAll(/[，;；:：。]|,(?!\d)/g)].map(({ index }) => index);
  const starts = [0, ...marks.map((mark) => mark + 1)];
  return starts.map((start, index) => ({ start, end: marks[index] ?? folded.length }));
}

/** Where something else begins. */
const otherThing = /\b(?:and|but|which|who|when|while|because|after|before|at|on|in)\b|和|而|但|因为/;
/** What a number does, and not what it is of. */
const moves =
  /(?:提升|提高|降低|减少|增长|下降|缩短|增加|上升|优化|降|升|涨|压缩|做|达)(?:到|至|了|成|为)*|从|由|到|至|把|将|我|了/g;

function wordsOf(text: string): string[] {
  return text.match(/\p{Script=Han}|[a-z][a-z0-9.+#-]*/gu) ?? [];
}

function joined(words: readonly string[]): string {
  return words.map((word) => (/^[a-z]/.test(word) ? ` ${word} ` : word)).join("");
}

function topicsOf(text: string): string[] {
  return unitsOf(text.replace(moves, " ")).filter((unit) => !anyTopic.has(unit));
}
