import "server-only";
import { randomUUID } from "node:crypto";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { applyChanges } from "@/lib/interview/apply-changes";
import { answerAsCandidate } from "@/lib/interview/engine/practice-candidate";
import { getInterview } from "@/lib/interview/get-interview";
import { loadLive, loadTurns } from "@/lib/interview/load-live";
import { loadSubject } from "@/lib/interview/load-subject";

type Practise = { interviewId: string; turnId: string; viewer: Viewer };

/** Has the system answer a question in the place of the candidate, from what the resume says. Once for each question. */
export async function practise({ interviewId, turnId, viewer }: Practise) {
  const { isPractice } = await getInterview({ interviewId, viewer });
  if (!isPractice) throw new AppError("conflict", "not_practice");
  const subject = await loadSubject(interviewId, viewer);
  if (!subject) throw new AppError("conflict", "nothing_to_assign");
  const turns = await loadTurns(scopedDb(viewer.organisationId), interviewId);
  const turn = turns.find(({ id }) => id === turnId);
  if (!turn) throw new AppError("bad_request", "question_not_found");
  if (turn.segments.length === 0) {
    const text = answerAsCandidate(
      subject,
      turn.question.text,
      turns.filter(({ round }) => round < turn.round),
    );
    const place = { turnId, startSeconds: turn.startSeconds + 2, endSeconds: turn.startSeconds + 2 };
    const segment = {
      id: randomUUID(),
      ...place,
      speaker: "candidate" as const,
      text,
      source: "typed" as const,
      edit: 1,
    };
    await applyChanges({ interviewId, turns: [], segments: [segment], viewer });
  }
  return loadLive({ interviewId, after: null, viewer });
}
