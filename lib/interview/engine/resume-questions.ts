import type { InterestPoint } from "@/lib/interview/schema";
import type { Quote, Statement } from "@/lib/screening/schema";
import { findInClaims } from "./find-in-claims";
import { findInTimeline } from "./find-in-timeline";
import { type Draft, excerpt, type PlanContext, requirementOf, skillsIn, usualMinutes } from "./plan-context";
import { planSentences } from "./plan-sentences";
import { type FindKind, type ResumeText, resumeTexts } from "./resume-texts";
import { sayFilled } from "./say-filled";

/** Something in a resume worth asking about. */
export type Find = {
  kind: FindKind;
  /** What is asked about first: higher. */
  weight: number;
  values: Statement["values"];
  quote: Quote | null;
  skills?: string[];
};

/** A question about something in the resume, with the point it makes. */
export type ResumeQuestion = { draft: Draft; point: InterestPoint };

/** How much less a second find of one kind is worth than the first. */
const repeated = 2.5;

/** Questions that this resume raises, the most telling first; a kind that came already counts less. */
export function resumeQuestions(context: PlanContext): ResumeQuestion[] {
  const left = [...findInTimeline(context), ...findInClaims(context)].map((find) => ({
    find,
    worth: worth(find, context),
  }));
  const taken: Find[] = [];
  while (left.length > 0) {
    const countOf = (kind: FindKind) => taken.filter((find) => find.kind === kind).length;
    const rank = ({ find, worth }: (typeof left)[number]) => worth - repeated * countOf(find.kind);
    left.sort((a, b) => rank(b) - rank(a));
    const next = left.shift();
    if (next && !taken.some((find) => saysTheSame(find, next.find))) taken.push(next.find);
  }
  return taken.map((find) => toQuestion(find, context));
}

function worth({ weight, quote }: Find, context: PlanContext): number {
  const requirement = requirementOf(context, quote);
  return weight + (requirement ? (requirement.necessity === "nice" ? 0.5 : 1) : 0);
}

function saysTheSame(a: Find, b: Find): boolean {
  const [first, second] = [a.quote, b.quote];
  if (!first || !second || first.start >= second.end || second.start >= first.end) return false;
  return a.kind === b.kind || [a, b].every(({ kind }) => ["number", "lead", "took_part"].includes(kind));
}

function toQuestion(find: Find, context: PlanContext): ResumeQuestion {
  const { language } = context.subject;
  const at = language === "zh" ? 0 : 1;
  const text: ResumeText = resumeTexts[find.kind];
  const values = Object.fromEntries(
    Object.entries(find.values).map(([name, value]) => [
      name,
      typeof value === "string" ? excerpt(value, "", 80) : value,
    ]),
  );
  const say = (sentence: readonly [string, string]) => sayFilled(sentence, values, language);
  const question = say(text.question);
  const requirement = requirementOf(context, find.quote);
  const reason = { code: `resume_${find.kind}`, values };
  const draft: Draft = {
    text: question,
    listenFor: [...text.listenFor[at]],
    difficulty: text.difficulty,
    skills: (find.skills ?? (find.quote ? skillsIn(find.quote.text) : [])).slice(0, 5),
    requirementKey: requirement?.key ?? null,
    quote: find.quote,
    source: "resume",
    bankId: null,
    followUps: [...text.followUps[at]],
    reason,
    minutes: usualMinutes,
    isFilled: true,
  };
  const point = {
    content: say(text.content),
    question,
    reason: say(planSentences[`resume_${find.kind}`]),
    quote: find.quote,
  };
  return { draft, point };
}
