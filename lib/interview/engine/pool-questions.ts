import type { InterestPoint } from "@/lib/interview/schema";
import { jobFunctionOf } from "@/lib/resume/parsing/dictionaries/functions";
import { bankFunctionsOf } from "./bank-functions";
import { draftFromBank, pickFromBank } from "./pick-from-bank";
import { type Draft, isAskable, type PlanContext, prepareContext, skillsIn } from "./plan-context";
import { factQuestions, pointsOf, positionQuestions } from "./plan-interview";
import { behaviourQuestions, competencyQuestions } from "./position-questions";
import type { BankFunction } from "./question-bank";
import { readCompetency } from "./read-competency";
import { resumeQuestions } from "./resume-questions";
import type { InterviewSubject } from "./subject";

export type PoolQuestion = {
  question: string;
  category: string;
  difficulty: number;
  expectedSkills: string[];
  source: "resume_based" | "skill_based";
};

type Options = {
  categories?: string[];
  countPerCategory: number;
  focusOnResume: boolean;
  interestPointCount: number;
};

export const usualCategories = ["简历相关", "专业能力", "行为面试"];

/**
 * A pool of questions sorted under the names somebody gives: first those about the resume, then so many under each other
 * name. A name that says nothing gets questions about the position's work; no question comes twice.
 */
export function poolQuestions(
  subject: InterviewSubject,
  { categories = usualCategories, countPerCategory, focusOnResume, interestPointCount }: Options,
): { questions: PoolQuestion[]; interestPoints: InterestPoint[] } {
  const context = prepareContext(subject);
  const fromResume = focusOnResume && context.evidence ? resumeQuestions(context) : [];
  const interestPoints = pointsOf(fromResume, interestPointCount);
  const taken = new Set(interestPoints.map(({ question }) => question));
  const take = (drafts: Draft[], category: string, source: PoolQuestion["source"]) => {
    const chosen: PoolQuestion[] = [];
    for (const draft of drafts) {
      if (chosen.length >= countPerCategory) break;
      if (taken.has(draft.text) || !isAskable(draft)) continue;
      const { text, difficulty, skills } = draft;
      taken.add(text);
      chosen.push({ question: text, category, difficulty, expectedSkills: skills, source });
    }
    return chosen;
  };

  const resumeName = categories.find(isAboutResume) ?? (subject.language === "zh" ? "简历相关" : "Resume");
  const hasResume = focusOnResume && context.evidence !== null;
  const aboutResume = hasResume
    ? take(
        [...fromResume.map(({ draft }) => draft), ...factQuestions(context), ...general(context)],
        resumeName,
        "resume_based",
      )
    : [];
  const others = [...new Set(categories)].filter((name) => !(hasResume && isAboutResume(name)));
  return {
    questions: [...aboutResume, ...others.flatMap((name) => take(draftsUnder(name, context), name, "skill_based"))],
    interestPoints,
  };
}

function isAboutResume(name: string): boolean {
  return /简历|履历|经历|背景|resume|\bcv\b|background|career history/i.test(name);
}

/** Questions that suit a heading, the nearest first. */
function draftsUnder(name: string, context: PlanContext): Draft[] {
  const rest = [...positionQuestions(context), ...behaviourQuestions(context)].filter(({ minutes }) => minutes > 1);
  if (isAboutResume(name)) return [...general(context), ...rest];
  if (/行为|情景|behavio|situational|soft|软技能|综合/i.test(name)) return [...behaviourQuestions(context), ...rest];
  if (/专业|技术|岗位|业务能力|technical|professional|\bskills?\b|job[- ]/i.test(name)) return rest;
  const skills = skillsIn(name);
  const functions = bankFunctionsOf({ title: name, description: "" });
  const competency = readCompetency(name);
  const onSkill = competency ? [] : skillQuestions(name, skills, context);
  const onFunction = competency || jobFunctionOf(name) === null ? [] : functionQuestions(functions, context);
  // "Java" is a skill, 销售 is work to do, though each is also the other.
  const named = /\p{Script=Han}/u.test(name) ? [...onFunction, ...onSkill] : [...onSkill, ...onFunction];
  return [...(competency ? competencyQuestions(competency, context) : []), ...named, ...rest];
}

function skillQuestions(name: string, skills: string[], context: PlanContext): Draft[] {
  if (skills.length === 0) return [];
  const reason = { code: "position_work", values: {} };
  return pickFromBank(context, ({ slots }) => slots.join() === "skill").flatMap((question) => {
    const draft = draftFromBank(context, { question, values: { skill: name.trim().slice(0, 60) }, skills, reason });
    return draft ? [draft] : [];
  });
}

function functionQuestions(functions: BankFunction[], context: PlanContext): Draft[] {
  const fits = pickFromBank(
    context,
    (one) => one.functions.some((name) => functions.includes(name)) && one.slots.length === 0,
  );
  return fits.flatMap((question) => {
    const draft = draftFromBank(context, { question, reason: { code: "position_work", values: {} } });
    return draft ? [draft] : [];
  });
}

/** About experience, of whatever kind. */
function general(context: PlanContext): Draft[] {
  return functionQuestions(["any"], context).filter(({ bankId }) => bankId !== null);
}
