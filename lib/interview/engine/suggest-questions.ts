import type { Contradiction, Coverage, InterviewPlan, PlanQuestion, Suggestion, Turn } from "@/lib/interview/schema";
import type { Requirement } from "@/lib/position/requirement";
import { statement } from "@/lib/screening/engine/judgement";
import type { Statement } from "@/lib/screening/schema";
import { readAnswer } from "./answer";
import { kindOf } from "./classify-answer";
import { lacksOf } from "./evaluate-answer";
import { findContradictions } from "./find-contradictions";
import { findCoverage } from "./find-coverage";
import { againText, backText, clearUpText, followUpText, moreText } from "./follow-up-questions";
import { furtherQuestions } from "./plan-interview";
import { measure } from "./rate-answer";
import type { InterviewSubject } from "./subject";
import { normalized } from "./words";

const mostFollowUps = 2;
const mostSuggestions = 12;
/** With fewer left, the plan is at its end and the conversation may not be. */
const fewestSuggestions = 3;

/**
 * What could be asked next, the first to be shown and the others to choose from: the question again where it was not
 * understood; one thing that the last answer left out; what was said against the resume; the plan's next question, by
 * the least covered of the requirements that must be met; then the rest, and beyond the plan's end what a longer one
 * would ask. Nothing that was asked, whatever its marks and
 * spaces, and no third follow-up in a row.
 */
export function suggestQuestions(subject: InterviewSubject, plan: InterviewPlan, turns: readonly Turn[]): Suggestion[] {
  const last = turns.at(-1);
  const follow = last ? followUps(last, subject, plan, turns) : { again: [], first: [], more: [] };
  const clearUps = openContradictions(turns, subject).map((one) => clearUp(one, subject, turns));
  const [next, ...later] = fromPlan(subject, plan, turns);
  const ranked = [...follow.again, ...follow.first, ...clearUps, ...(next ? [next] : []), ...follow.more, ...later];
  const used = new Set(turns.map(({ question }) => normalized(question.text)));
  const isFresh = ({ text }: Suggestion) => {
    const key = normalized(text);
    return !used.has(key) && used.add(key);
  };
  const fresh = ranked.filter(isFresh);
  if (fresh.length < fewestSuggestions) fresh.push(...beyondPlan(subject, turns).filter(isFresh));
  return fresh.slice(0, mostSuggestions);
}

type FollowUps = { again: Suggestion[]; first: Suggestion[]; more: Suggestion[] };

function followUps(turn: Turn, subject: InterviewSubject, plan: InterviewPlan, turns: readonly Turn[]): FollowUps {
  const { language } = subject;
  const answer = readAnswer(turn);
  if (answer.text === "") return { again: [], first: [], more: [] };
  const kind = kindOf(answer, subject);
  const about = (what: string, text: string, reason: Statement): Suggestion => ({
    ...turn.question,
    ...{ text, reason, planKey: null, source: "follow_up", key: `follow ${turn.id} ${what}` },
  });
  const original = originalOf(turns).question.text;
  if (kind === "clarification")
    return { again: [about(kind, againText(original, language), statement("suggest_again"))], first: [], more: [] };
  if (isWornOut(turns)) return { again: [], first: [], more: [] };
  if (kind === "counter_question" || kind === "off_topic")
    return { again: [], first: [about(kind, backText(original, language), statement("suggest_back"))], more: [] };
  const planned = questionsOf(plan).find(({ key }) => key === turn.question.planKey)?.followUps ?? [];
  const fromQuestion = planned.map((text, index) => about(`planned ${index}`, text, statement("suggest_planned")));
  if (kind === "too_short")
    return {
      again: [],
      first: [about(kind, moreText(language), statement("suggest_more")), ...fromQuestion],
      more: [],
    };

  const measures = measure(answer, subject);
  const named = measures.matched[0] ?? measures.terms[0] ?? measures.places[0];
  const term = named ? answer.text.slice(named.start, named.end) : null;
  const isAtPeak = /峰值|高峰|\bpeak\b/.test(answer.told);
  const lacking = lacksOf(measures).map((lack) =>
    about(lack, followUpText(lack, language, term, isAtPeak), statement(`lacks_${lack}`)),
  );
  const [first, ...rest] = lacking;
  return { again: [], first: first ? [first] : [], more: [...rest, ...fromQuestion] };
}

/** Two follow-ups in a row are enough for one thing. */
function isWornOut(turns: readonly Turn[]): boolean {
  const recent = turns.slice(-mostFollowUps);
  return recent.length === mostFollowUps && recent.every(({ question }) => question.source === "follow_up");
}

/** The turn that the last follow-ups go back to. */
function originalOf(turns: readonly Turn[]): Turn {
  const found = turns.findLast(({ question }) => question.source !== "follow_up") ?? turns[0];
  if (!found) throw new Error("Follow-ups of no turn");
  return found;
}

/** Contradictions that nobody has asked about. */
export function openContradictions(turns: readonly Turn[], subject: InterviewSubject): Contradiction[] {
  const asked = new Set(turns.map(({ question }) => normalized(question.text)));
  return findContradictions(turns, subject).filter((one) => !asked.has(normalized(clearUpText(one, subject.language))));
}

function clearUp(one: Contradiction, subject: InterviewSubject, turns: readonly Turn[]): Suggestion {
  const turn = turns.find(({ id }) => id === one.answer.turnId);
  return {
    ...{ key: `clear-up ${one.answer.segmentId} ${one.answer.start} ${one.reason.code}`, reason: one.reason },
    ...{ text: clearUpText(one, subject.language), planKey: null, source: "follow_up" },
    requirementKey: turn?.question.requirementKey ?? null,
    ...{ skills: turn?.question.skills ?? [], difficulty: 3 },
  };
}

function questionsOf({ sections }: InterviewPlan): PlanQuestion[] {
  return sections.flatMap(({ questions }) => questions);
}

/** What is left of the plan: its opening where nothing was asked, then by what is least covered, its closing last. */
function fromPlan(subject: InterviewSubject, plan: InterviewPlan, turns: readonly Turn[]): Suggestion[] {
  const asked = new Set(turns.map(({ question }) => question.planKey));
  const coverage = new Map(findCoverage(subject, turns).map((one) => [one.requirementKey, one]));
  const requirements = new Map(subject.position.requirements.map((one) => [one.key, one]));
  const left = plan.sections.flatMap(({ kind, questions }) =>
    questions
      .filter(({ key }) => !asked.has(key))
      .map((question) => {
        const requirement = requirements.get(question.requirementKey ?? "");
        const covered = coverage.get(question.requirementKey ?? "");
        const isOpening = kind === "opening" && turns.length === 0;
        const rank = isOpening ? -1000 : kind === "closing" ? 1000 : rankOf(requirement, covered);
        return { question, requirement, covered, rank };
      }),
  );
  return left
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ question, requirement, covered }) => {
      const { key, text, requirementKey, skills, difficulty, source } = question;
      const reason = reasonOf(question, requirement, covered);
      return { key: `plan ${key}`, text, planKey: key, requirementKey, skills, difficulty, source, reason };
    });
}

function beyondPlan(subject: InterviewSubject, turns: readonly Turn[]): Suggestion[] {
  const covered = new Map(findCoverage(subject, turns).map((one) => [one.requirementKey, one]));
  const requirements = new Map(subject.position.requirements.map((one) => [one.key, one]));
  return furtherQuestions(subject)
    .map((question) => {
      const requirement = requirements.get(question.requirementKey ?? "");
      return { question, requirement, covered: covered.get(question.requirementKey ?? "") };
    })
    .toSorted((a, b) => rankOf(a.requirement, a.covered) - rankOf(b.requirement, b.covered))
    .map(({ question: { key, text, requirementKey, skills, difficulty, source } }) => ({
      ...{ key: `beyond ${key}`, text, planKey: null, requirementKey, skills, difficulty, source },
      reason: statement("suggest_beyond"),
    }));
}

/** The lower the sooner: what must be met before what is nice, untouched before thin before the rest, then by weight. */
function rankOf(requirement: Requirement | undefined, covered: Coverage | undefined): number {
  if (!requirement || !covered) return 300;
  const states = { untouched: 0, thin: 100, covered: 400 };
  return states[covered.state] + (requirement.necessity === "nice" ? 150 : 0) - requirement.weight * 5 + covered.share;
}

function reasonOf(question: PlanQuestion, requirement?: Requirement, covered?: Coverage): Statement {
  if (!requirement || !covered || covered.state === "covered") return question.reason ?? statement("suggest_next");
  return statement(`suggest_${covered.state}`, { requirement: requirement.text });
}
