import "server-only";
import { ModelError } from "@/lib/ai/model-error";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { applyChanges } from "@/lib/interview/apply-changes";
import { playByModel } from "@/lib/interview/ask-model";
import { answerAsCandidate } from "@/lib/interview/engine/practice-candidate";
import { getInterview } from "@/lib/interview/get-interview";
import { loadLive, loadTurns } from "@/lib/interview/load-live";
import { loadSubject } from "@/lib/interview/load-subject";

type Practise = { interviewId: string; turnId: string; viewer: Viewer; signal?: AbortSignal };

/**
 * Has the system answer a question in the place of the candidate, from what the resume says. Once for each question: by
 * a model where there is one that does not fail, else by the built-in engine.
 */
export async function practise({ interviewId, turnId, viewer, signal }: Practise) {
  const { isPractice } = await getInterview({ interviewId, viewer });
  if (!isPractice) throw new AppError("conflict", "not_practice");
  const subject = await loadSubject(interviewId, viewer);
  if (!subject) throw new AppError("conflict", "nothing_to_assign");
  const turns = await loadTurns(scopedDb(viewer.organisationId), interviewId);
  const turn = turns.find(({ id }) => id === turnId);
  if (!turn) throw new AppError("bad_request", "question_not_found");
  if (turn.segments.length === 0) {
    const before = turns.filter(({ round }) => round < turn.round);
    const question = turn.question.text;
    const played = await playIfPossible({ interviewId, viewer, signal }, question, before);
    const answer = played
      ? { text: played, source: "model" as const }
      : { text: answerAsCandidate(subject, question, before), source: "built_in" as const };
    const seconds = turn.startSeconds + 2;
    // The question's own id: asked for twice at once, there is one answer.
    const place = { id: turnId, turnId, startSeconds: seconds, endSeconds: seconds };
    const segment = { ...place, ...answer, speaker: "candidate" as const, edit: 1 };
    await applyChanges({ interviewId, turns: [], segments: [segment], viewer });
  }
  return loadLive({ interviewId, after: null, viewer });
}

/** Null without a model, and where it fails: the interview and its subject are known to be there. */
async function playIfPossible(
  asked: Omit<Practise, "turnId">,
  question: string,
  before: Parameters<typeof playByModel>[1],
): Promise<string | null> {
  try {
    return await playByModel({ ...asked, question }, before);
  } catch (error) {
    if (error instanceof ModelError || error instanceof AppError) return null;
    throw error;
  }
}
