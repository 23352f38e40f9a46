import type { InterestPoint, InterviewPlan, PlanQuestion, PlanSection } from "@/lib/interview/schema";
import { draftFromBank, pickFromBank } from "./pick-from-bank";
import {
  type Draft,
  excerpt,
  isAskable,
  isSayable,
  keyOf,
  type PlanContext,
  prepareContext,
  usualMinutes,
} from "./plan-context";
import { divideMinutes, type SectionKind } from "./plan-minutes";
import { behaviourQuestions, workQuestions } from "./position-questions";
import { requirementQuestions } from "./requirement-questions";
import { type ResumeQuestion, resumeQuestions } from "./resume-questions";
import type { InterviewSubject } from "./subject";

/** Rises when the same subject may give another plan. */
export const plannerVersion = "1";

type Options = {
  minutes: number;
  /** At most 10. */
  interestPointCount?: number;
  /** Instead of as many as the minutes allow. */
  questionsPerSection?: number;
};

const mostQuestions = 60;
const mostPoints = 10;

const titles: Record<SectionKind, [zh: string, en: string]> = {
  opening: ["开场", "Opening"],
  resume: ["简历经历", "The resume"],
  requirements: ["岗位要求", "What the position asks"],
  behaviour: ["行为与协作", "Behaviour"],
  closing: ["候选人提问", "The candidate's questions"],
};

/**
 * A plan by rules: what the resume raises, what the screening left open, how the candidate works. Pure: the same subject
 * gives the same plan, keys included.
 */
export function planInterview(
  subject: InterviewSubject,
  { minutes, interestPointCount = 3, questionsPerSection }: Options,
): InterviewPlan {
  const context = prepareContext(subject);
  const fromResume = resumeQuestions(context);
  const resumeDrafts = [...fromResume.map(({ draft }) => draft), ...factQuestions(context)];
  const division = divideMinutes(minutes, { hasResume: resumeDrafts.length > 0 });
  const taken = new Set<string>();
  const take = (drafts: Draft[], kind: SectionKind, most = questionsPerSection) =>
    takeFor({ drafts, minutes: division[kind] ?? 0, most, taken });

  const questions: Record<SectionKind, () => Draft[]> = {
    opening: () => take([opening(context)], "opening", 1),
    resume: () => take(resumeDrafts, "resume"),
    requirements: () => take(positionQuestions(context), "requirements"),
    behaviour: () => take(behaviourQuestions(context), "behaviour"),
    closing: () => take(closing(context), "closing", 2),
  };
  const sections = (Object.entries(division) as [SectionKind, number][]).map(
    ([kind, sectionMinutes]): PlanSection => ({
      key: keyOf(String(context.seed), "section", kind),
      kind,
      title: titles[kind][subject.language === "zh" ? 0 : 1],
      minutes: sectionMinutes,
      questions: questions[kind]().map((draft) => toQuestion(draft, context)),
    }),
  );
  return {
    sections,
    interestPoints: pointsOf(fromResume, interestPointCount),
    engine: { name: "built-in", version: plannerVersion },
  };
}

/** All that could be asked besides a plan, in the order in which a longer plan would take it. */
export function furtherQuestions(subject: InterviewSubject): PlanQuestion[] {
  const context = prepareContext(subject);
  const drafts = [
    ...positionQuestions(context),
    ...resumeQuestions(context).map(({ draft }) => draft),
    ...factQuestions(context),
    ...behaviourQuestions(context),
  ];
  return drafts.filter(isAskable).map((draft) => toQuestion(draft, context));
}

export function pointsOf(questions: ResumeQuestion[], count: number): InterestPoint[] {
  const points: InterestPoint[] = [];
  for (const { draft, point } of questions) {
    if (points.length >= Math.min(count, mostPoints)) break;
    if (isAskable(draft)) points.push(point);
  }
  return points;
}

/**
 * One question to each requirement, then a second to each, so that none is forgotten for another; then the position's
 * work, and what is left to the requirements.
 */
export function positionQuestions(context: PlanContext): Draft[] {
  const groups = requirementQuestions(context).map(({ drafts }) => drafts);
  const round = (number: number) => groups.flatMap((drafts) => drafts[number] ?? []);
  return [...round(0), ...round(1), ...workQuestions(context), ...round(2), ...round(3)];
}

/** Questions of the bank about a company, project or title of the resume. */
export function factQuestions(context: PlanContext): Draft[] {
  const isAboutFact = (slots: readonly string[]) =>
    slots.length === 1 && !["skill", "requirement"].includes(slots[0] ?? "");
  return pickFromBank(context, ({ slots }) => isAboutFact(slots)).flatMap((question) => {
    const [slot] = question.slots;
    const fact =
      slot === "company" || slot === "project" || slot === "title" || slot === "years"
        ? context.facts[slot]?.value
        : null;
    return draftFromBank(context, { question, reason: { code: "resume_fact", values: { fact: fact ?? "" } } }) ?? [];
  });
}

function opening({ subject }: PlanContext): Draft {
  const { language, position } = subject;
  const title = excerpt(position.title);
  const named = title !== "" && isSayable(title);
  const text =
    language === "zh"
      ? `请用两三分钟讲讲您现在或最近的工作${named ? `，重点讲和「${title}」最有关的部分` : ""}。`
      : `Please take two or three minutes to tell us about your present or latest work${named ? `, above all what bears on “${title}”` : ""}.`;
  const listenFor =
    language === "zh" ? ["抓得住与岗位有关的部分", "条理清楚"] : ["picks what bears on the job", "well ordered"];
  return { ...plain(text, "plan_opening"), listenFor, difficulty: 2 };
}

function closing({ subject }: PlanContext): Draft[] {
  const isZh = subject.language === "zh";
  return [
    plain(
      isZh
        ? "关于这个岗位、团队或后面的流程，您想了解什么？"
        : "What would you like to know about the position, the team or the next steps?",
      "plan_candidate_questions",
    ),
    {
      ...plain(
        isZh ? "如果合适，您最早什么时候可以到岗？" : "If it works out, how soon could you start?",
        "plan_start",
      ),
      minutes: 1,
    },
  ];
}

function plain(text: string, code: string): Draft {
  return {
    text,
    listenFor: [],
    followUps: [],
    difficulty: 1,
    skills: [],
    requirementKey: null,
    quote: null,
    source: "requirement",
    bankId: null,
    reason: { code, values: {} },
    minutes: usualMinutes,
    isFilled: true,
  };
}

type Take = { drafts: Draft[]; minutes: number; most: number | undefined; taken: Set<string> };

/** From the first on as many as the minutes allow, one at least. What was taken for another section is passed over. */
function takeFor({ drafts, minutes, most, taken }: Take): Draft[] {
  const chosen: Draft[] = [];
  let left = minutes;
  for (const draft of drafts) {
    const isFull = most === undefined ? left < draft.minutes / 2 && chosen.length > 0 : chosen.length >= most;
    if (isFull || chosen.length >= mostQuestions) break;
    const names = draft.bankId ? [draft.text, draft.bankId] : [draft.text];
    if (names.some((name) => taken.has(name)) || !isAskable(draft)) continue;
    for (const name of names) taken.add(name);
    chosen.push(draft);
    left -= draft.minutes;
  }
  return chosen;
}

function toQuestion({ minutes: _, isFilled: __, ...draft }: Draft, { seed, subject }: PlanContext): PlanQuestion {
  return { key: keyOf(String(seed), subject.resume.text, draft.text), ...draft };
}
