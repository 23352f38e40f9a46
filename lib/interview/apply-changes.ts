import "server-only";
import type { z } from "zod";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { forgetAudio } from "@/lib/interview/audio";
import { finishInterview } from "@/lib/interview/finish-interview";
import { lockInterview } from "@/lib/interview/get-interview";
import type { interviewChanges } from "@/lib/interview/page-schema";

type Changes = z.infer<typeof interviewChanges>;
type ApplyChanges = Omit<Changes, "after"> & { interviewId: string; viewer: Viewer };

/**
 * Writes what was asked and said. Every part carries the id that its browser gave it and how often it was edited, so
 * that what is sent twice, late or out of order comes to the same. What an interviewer typed before the end and a lost
 * connection held back is taken after the end too, and the report made anew with it.
 *
 * @throws conflict before the beginning, bad_request for words to a question of another interview
 */
export async function applyChanges({ interviewId, turns, segments, notes, viewer }: ApplyChanges) {
  assertCan(viewer, "interview:hold");
  const { organisationId, userId } = viewer;
  const isLate = await scopedDb(organisationId).$transaction(async (tx) => {
    const interview = await lockInterview(tx, { interviewId, viewer });
    if (interview.state === "planned" || interview.state === "abandoned")
      throw new AppError("conflict", "interview_not_live");
    const revision = interview.revision + 1;
    const asked = await addTurns(tx, { interviewId, organisationId, userId, turns, revision });
    const said = await writeSegments(tx, { interviewId, organisationId, userId, segments, revision });
    await joinAsInterviewer(tx, { interviewId, organisationId, userId });
    if (notes)
      await tx.interviewParticipant.updateMany({
        where: { interviewId, userId, notesEdit: { lt: BigInt(notes.edit) } },
        data: { notes: notes.text, notesEdit: BigInt(notes.edit) },
      });
    if (asked + said === 0) return false;
    await tx.interview.update({ where: { id: interviewId }, data: { revision } });
    return interview.state === "completed";
  });
  const takenBack = segments.filter(({ text }) => text === "").map(({ id }) => id);
  if (takenBack.length > 0) await forgetAudio(organisationId, { interviewId, segmentIds: takenBack });
  if (isLate) await finishInterview({ interviewId, viewer });
}

type Written = { interviewId: string; organisationId: string; userId: string; revision: number };

/** In the order they arrive; two interviewers at once are one after the other here. */
async function addTurns(tx: Transaction, { turns, interviewId, userId, ...written }: Written & Pick<Changes, "turns">) {
  if (turns.length === 0) return 0;
  const ids = turns.map(({ id }) => id);
  const known = await tx.interviewTurn.findMany({
    where: { id: { in: ids } },
    select: { id: true, interviewId: true },
  });
  if (known.some((turn) => turn.interviewId !== interviewId)) throw new AppError("bad_request", "question_not_found");
  const isKnown = new Set(known.map(({ id }) => id));
  const asked = turns.filter(({ id }) => !isKnown.has(id));
  const last = await tx.interviewTurn.aggregate({ where: { interviewId }, _max: { round: true } });
  const { count } = await tx.interviewTurn.createMany({
    data: asked.map(({ id, question, startSeconds }, index) => ({
      ...{ id, interviewId, question, startSeconds, ...written },
      ...{ askedById: userId, round: (last._max.round ?? 0) + index + 1 },
    })),
  });
  return count;
}

async function writeSegments(
  tx: Transaction,
  { segments, interviewId, organisationId, userId, revision }: Written & Pick<Changes, "segments">,
) {
  if (segments.length === 0) return 0;
  const turnIds = [...new Set(segments.map(({ turnId }) => turnId))];
  const turns = await tx.interviewTurn.count({ where: { interviewId, id: { in: turnIds } } });
  if (turns !== turnIds.length) throw new AppError("bad_request", "question_not_found");
  let written = 0;
  for (const { id, turnId, speaker, text, startSeconds, endSeconds, source, edit } of segments)
    written += await tx.$executeRaw`
      insert into interview_segment
        (id, organisation_id, interview_id, turn_id, speaker, text, start_seconds, end_seconds, source, edit, revision, written_by_id)
      values (${id}::uuid, ${organisationId}::uuid, ${interviewId}::uuid, ${turnId}::uuid, ${speaker}, ${text},
        ${startSeconds}, ${endSeconds}, ${source}, ${edit}, ${revision}, ${userId}::uuid)
      on conflict (id) do update set
        speaker = excluded.speaker, text = excluded.text, start_seconds = excluded.start_seconds,
        end_seconds = excluded.end_seconds, edit = excluded.edit, revision = excluded.revision
      where interview_segment.edit < excluded.edit and interview_segment.interview_id = excluded.interview_id`;
  return written;
}

/** Whoever writes in it interviews. */
async function joinAsInterviewer(
  tx: Transaction,
  row: { interviewId: string; organisationId: string; userId: string },
) {
  await tx.interviewParticipant.createMany({ data: [row], skipDuplicates: true });
}
