import "server-only";
import { randomUUID } from "node:crypto";
import { draftQuestions, plain } from "@/lib/ai/interview/draft-questions";
import { playCandidate } from "@/lib/ai/interview/play-candidate";
import { type InterviewMaterial, nextQuestionPrompt } from "@/lib/ai/interview/prompts";
import { ModelError } from "@/lib/ai/model-error";
import { findModel } from "@/lib/ai/settings/find-model";
import { streamModel } from "@/lib/ai/stream-model";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { openGate } from "@/lib/http/gate";
import { checkQuestion } from "@/lib/interview/engine/check-question";
import { findCoverage } from "@/lib/interview/engine/find-coverage";
import type { InterviewSubject } from "@/lib/interview/engine/subject";
import { getInterview } from "@/lib/interview/get-interview";
import { loadTurns } from "@/lib/interview/load-live";
import { loadSubject } from "@/lib/interview/load-subject";
import { savePlan } from "@/lib/interview/save-plan";
import { interviewPlan, type PlanQuestion, type Turn } from "@/lib/interview/schema";
import { answerText } from "@/lib/interview/view";
import { redactResume } from "@/lib/resume/blind/redact-resume";
import { prepareResume } from "@/lib/screening/experts/prepare-resume";

type OfInterview = { interviewId: string; viewer: Viewer; signal?: AbortSignal };

const questionsAtOnce = 6;
const answersShown = 4;

/** Who waits here has nothing prepared yet: a thousand who wait cost little more than their connections. */
const suggestions = () =>
  openGate({
    ...{ name: "suggestions", atOnce: env().MODEL_CONCURRENCY, waiting: 1000, waitMs: 120_000, isPatient: true },
    ...{ retryAfterSeconds: 10, message: "server_busy" },
  });

/**
 * Adds a model's questions to the plan, behind those on requirements.
 *
 * @throws conflict without a model or when the plan has changed meanwhile, unavailable when the model fails
 */
export async function addModelQuestions({ interviewId, viewer, signal }: OfInterview) {
  assertCan(viewer, "interview:hold");
  const { plan, planVersion } = await getInterview({ interviewId, viewer });
  const { sections } = interviewPlan.parse(plan);
  const { model, subject, material } = await prepare({ interviewId, viewer }, []);
  const known = sections.flatMap(({ questions }) => questions.map(({ text }) => text));
  const isAllowed = (text: string) => checkQuestion(text).length === 0;
  const drafted = await draftQuestions({ ...material, model, count: questionsAtOnce, known, isAllowed, signal }).catch(
    refuse,
  );
  const questions = drafted.map(
    ({ text, requirement, quote, listenFor, difficulty }): PlanQuestion => ({
      ...{ key: randomUUID(), text, listenFor, difficulty, skills: [], followUps: [], bankId: null },
      requirementKey: subject.position.requirements[(requirement ?? 0) - 1]?.key ?? null,
      quote: quote && { ...quote, text: subject.resume.text.slice(quote.start, quote.end) },
      ...{ source: "model", reason: null },
    }),
  );
  const target = sections.findLastIndex(({ kind }) => kind === "requirements" || kind === "resume");
  const place = target < 0 ? sections.length - 1 : target;
  const longer = sections.map((section, index) =>
    index === place ? { ...section, questions: [...section.questions, ...questions] } : section,
  );
  return savePlan({ interviewId, sections: longer, baseVersion: planVersion, viewer });
}

type Suggest = OfInterview & { onText: (piece: string) => void };

/**
 * The next question by a model, piece by piece. One that must not be asked or was asked before ends in nothing.
 *
 * @throws conflict without a model, unavailable when it fails or too many others wait for one
 */
export async function suggestByModel(asked: Suggest) {
  assertCan(asked.viewer, "interview:hold");
  const { viewer, signal } = asked;
  return suggestions().run({ organisationId: viewer.organisationId, signal }, () => suggest(asked));
}

async function suggest({ onText, ...asked }: Suggest) {
  const turns = await loadTurns(scopedDb(asked.viewer.organisationId), asked.interviewId);
  const { model, redact, material } = await prepare(asked, turns);
  const conversation = told(turns.slice(-answersShown), redact);
  const call = nextQuestionPrompt({ ...material, conversation });
  const text = await streamModel({
    ...{ model, instructions: call.instructions, messages: [{ role: "user", content: call.prompt }], onText },
    signal: asked.signal,
  }).catch(refuse);
  const isNew = !turns.some(({ question }) => plain(question.text) === plain(text));
  return { isUsable: text.trim().length > 4 && isNew && checkQuestion(text).length === 0 };
}

/** What a model answers in the part of the candidate. @throws ModelError */
export async function playByModel({ question, ...asked }: OfInterview & { question: string }, before: readonly Turn[]) {
  const { model, redact, material } = await prepare(asked, before);
  const conversation = told(before.slice(-answersShown), redact);
  return playCandidate({ ...material, model, conversation, question: redact(question), signal: asked.signal });
}

const told = (turns: readonly Turn[], redact: (text: string) => string) =>
  turns.map((turn) => ({ question: redact(turn.question.text), answer: redact(answerText(turn)) }));

async function prepare({ interviewId, viewer }: OfInterview, turns: readonly Turn[]) {
  await getInterview({ interviewId, viewer });
  const model = await findModel({ organisationId: viewer.organisationId, task: "interview" }).catch(refuse);
  if (!model) throw new AppError("conflict", "model_not_configured");
  const subject = await loadSubject(interviewId, viewer);
  if (!subject) throw new AppError("conflict", "nothing_to_assign");
  return { model, subject, ...show(subject, turns) };
}

/** No model is told who somebody is, whether the position is blind or not. */
function show(
  subject: InterviewSubject,
  turns: readonly Turn[],
): {
  redact: (text: string) => string;
  material: InterviewMaterial;
} {
  const { language, level, position, resume, verdicts } = subject;
  const hidden = redactResume({ ...resume, read: resume.profile, hidesSchools: false });
  const { requirements, title } = position;
  const { shown } = prepareResume({ ...resume, redacted: hidden.text, corrections: [], requirements });
  const coverage = new Map(findCoverage(subject, turns).map((one) => [one.requirementKey, one.state]));
  const stateOf = (key: string) => {
    const verdict = verdicts?.find(({ requirementKey }) => requirementKey === key)?.verdict ?? "unknown";
    return turns.length > 0 ? (coverage.get(key) ?? "untouched") : verdict;
  };
  return {
    redact: hidden.redact,
    material: {
      ...{ language, level, title, resume: shown },
      requirements: requirements.map(({ key, text }) => ({ text, state: stateOf(key) })),
    },
  };
}

function refuse(error: unknown): never {
  if (error instanceof ModelError) throw new AppError("unavailable", "model_failed", { cause: error });
  throw error;
}
