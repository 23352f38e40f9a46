import { readAnswer } from "@/lib/interview/engine/answer";
import { namesIn } from "@/lib/interview/engine/asked-about";
import { kindOf } from "@/lib/interview/engine/classify-answer";
import { findCoverage } from "@/lib/interview/engine/find-coverage";
import { unitsOf } from "@/lib/interview/engine/words";
import type { InterviewPlan, PlanQuestion, Turn } from "@/lib/interview/schema";
import type { Requirement } from "@/lib/position/requirement";
import { findSkills } from "@/lib/resume/parsing/skills";
import type { Exchange, Exchanges } from "@/lib/video/analysis-schema";
import type { VideoSubject } from "@/lib/video/engine/subject";
import type { Transcript } from "@/lib/video/schema";
import { findSpeakers, isAsked, roleOfWords, type Speakers } from "./speakers";
import { countWords, quoteOf, toUtterances, type Utterance } from "./utterances";

/** One question with what was said to it. */
export type Conversation = { turns: TurnOf[]; utterances: Utterance[]; speakers: Speakers; transcript: Transcript };
export type TurnOf = {
  turn: Turn;
  question: Utterance[];
  answer: Utterance[];
  planned: PlanQuestion | null;
  /** A question that nobody says: it stood on the candidate's screen. */
  shown: string | null;
};

/** A listener's sounds between two pieces of an answer: no new question. */
const mostBackchannelWords = 6;

/** @param by who speaks by the words alone, whatever the transcript's names say: the second pass */
export function readConversation(transcript: Transcript, subject: VideoSubject, by?: "words"): Conversation {
  const isShown = subject.asked.length > 0 && transcript.hasTimes;
  const speakers: Speakers = isShown
    ? { roles: transcript.lines.map(() => "candidate" as const), by: "names" }
    : by === "words"
      ? { roles: transcript.lines.map(({ text }) => roleOfWords(text)), by }
      : findSpeakers(transcript, subject.candidateName);
  const utterances = toUtterances(transcript, speakers.roles);
  const groups: { question: Utterance[]; answer: Utterance[]; shown?: string }[] = isShown
    ? subject.asked.map(({ text, startSeconds }, index) => {
        const until = subject.asked[index + 1]?.startSeconds ?? Number.POSITIVE_INFINITY;
        const isOwn = (one: Utterance) => one.startSeconds >= startSeconds && one.startSeconds < until;
        return { question: [], answer: utterances.filter(isOwn), shown: text };
      })
    : [];
  for (const utterance of isShown ? [] : utterances) {
    const group = groups.at(-1);
    if (utterance.role === "candidate") {
      if (group) group.answer.push(utterance);
      else groups.push({ question: [], answer: [utterance] });
    } else if (group && group.answer.length === 0) group.question.push(utterance);
    else if (!group || isAsked(utterance.text) || countWords(utterance.text) > mostBackchannelWords)
      groups.push({ question: [utterance], answer: [] });
  }
  const turns = groups.map(({ question, answer, shown }, index) => {
    const text = shown ?? question.map((one) => one.text).join(" ");
    const planned = plannedAs(text, subject.plan);
    return { question, answer, planned, shown: shown ?? null, turn: toTurn({ index, text, planned, answer, subject }) };
  });
  return { turns, utterances, speakers, transcript };
}

type ToTurn = {
  index: number;
  text: string;
  planned: PlanQuestion | null;
  answer: Utterance[];
  subject: VideoSubject;
};

function toTurn({ index, text, planned, answer, subject }: ToTurn): Turn {
  const skills = [...new Set([...findSkills(text).map(({ canonical }) => canonical), ...(planned?.skills ?? [])])];
  const requirement = planned?.requirementKey ?? requirementsOf(skills, text, subject.position.requirements)[0]?.key;
  const id = `turn-${index}`;
  return {
    ...{ id, round: index + 1, startSeconds: answer[0]?.startSeconds ?? 0 },
    question: {
      ...{ text, skills, planKey: planned?.key ?? null, requirementKey: requirement ?? null },
      ...{ difficulty: planned?.difficulty ?? 5, source: planned?.source ?? "own" },
    },
    segments: answer.map((one) => ({
      ...{ id: one.id, turnId: id, speaker: "candidate" as const, text: one.text },
      ...{ startSeconds: one.startSeconds, endSeconds: one.endSeconds, source: "endpoint" as const },
    })),
  };
}

const leastAlike = 0.5;

/** The question of the plan that shares most of what it is about with what was asked. */
function plannedAs(asked: string, plan: InterviewPlan | null): PlanQuestion | null {
  const units = new Set(unitsOf(asked));
  if (units.size === 0 || !plan) return null;
  const questions = plan.sections.flatMap((section) => section.questions);
  const scored = questions.map((question) => {
    const own = unitsOf(question.text);
    const shared = own.filter((unit) => units.has(unit)).length;
    return { question, share: (2 * shared) / (own.length + units.size) };
  });
  const best = scored.toSorted((a, b) => b.share - a.share)[0];
  return best && best.share >= leastAlike ? best.question : null;
}

function requirementsOf(skills: readonly string[], text: string, requirements: readonly Requirement[]): Requirement[] {
  const folded = text.toLowerCase();
  return requirements.filter((requirement) =>
    namesIn(requirement.text).some((name) => skills.includes(name) || folded.includes(name.toLowerCase())),
  );
}

/** Questions and answers as the page shows them, with what each has to do with the plan and the position. */
export function readExchanges(conversation: Conversation, subject: VideoSubject): Exchanges {
  const { transcript, speakers } = conversation;
  const { requirements } = subject.position;
  const textOf = new Map(requirements.map(({ key, text }) => [key, text]));
  const whole = (utterances: readonly Utterance[]) => {
    const [first] = utterances;
    const last = utterances.at(-1);
    if (!first || !last) return null;
    const quote = quoteOf(first, { start: 0, end: first.text.length }, transcript);
    const end = quoteOf(last, { start: 0, end: last.text.length }, transcript);
    const text = utterances.map((one) => one.text).join("\n");
    return { ...quote, text, endLine: end.endLine };
  };
  const list = conversation.turns.map(({ turn, question, answer, planned, shown }): Exchange => {
    const named = requirementsOf(turn.question.skills, turn.question.text, requirements);
    const planKeys = planned?.requirementKey ? [planned.requirementKey] : [];
    const keys = [...new Set([...planKeys, ...named.map(({ key }) => key)])];
    const seconds = answer.reduce((sum, one) => sum + Math.max(0, one.endSeconds - one.startSeconds), 0);
    return {
      ...{ question: whole(question), answer: whole(answer), planKey: planned?.key ?? null },
      kind: answer.length > 0 ? kindOf(readAnswer(turn), subject) : null,
      planText: planned?.text ?? shown,
      requirements: keys.flatMap((key) => {
        const text = textOf.get(key);
        return text === undefined ? [] : [{ key, text }];
      }),
      answerWords: answer.reduce((sum, one) => sum + countWords(one.text), 0),
      answerSeconds: transcript.hasTimes && answer.length > 0 ? seconds : null,
    };
  });
  const coverage = findCoverage(
    subject,
    conversation.turns.map(({ turn }) => turn),
  ).map(({ requirementKey, state }) => ({ requirementKey, state, text: textOf.get(requirementKey) ?? "" }));
  const named = transcript.lines.flatMap(({ speaker }, index) => {
    const role = speakers.roles[index];
    return speaker !== "" && role ? [[speaker, role] as const] : [];
  });
  return { list, coverage, speakersBy: speakers.by, roles: Object.fromEntries(named) };
}
