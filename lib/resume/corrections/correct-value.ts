import "server-only";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan, visibleResumes } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { assertOpen } from "@/lib/resume/blind/blindings";
import { resumeProfile } from "@/lib/resume/profile";
import { applyCorrections, marksAt, readAt } from "./apply-corrections";
import { loadCorrections } from "./load-corrections";
import { readPath, readValue } from "./paths";
import type { CorrectionInput } from "./schema";
import { updateIndex } from "./update-index";

type CorrectValue = CorrectionInput & { resumeId: string; viewer: Viewer };
type UndoCorrection = { resumeId: string; correctionId: string; viewer: Viewer };

/**
 * Puts a person's value in the place of what the parser read, or confirms that. The reading itself stays, so that it
 * can be gone back to, and so that the two beside each other tell how well the parser reads.
 */
export async function correctValue({ resumeId, path, value: written, viewer }: CorrectValue) {
  assertCan(viewer, "resume:write");
  const parsed = readPath(path);
  const value = parsed && readValue(parsed.kind, written);
  if (!value) throw new AppError("bad_request", "correction_invalid");
  const { organisationId, userId: correctedById } = viewer;
  await scopedDb(organisationId).$transaction(async (tx) => {
    const content = await lockContent(tx, { resumeId, viewer });
    const profile = resumeProfile.parse(content.profile);
    const { placed } = applyCorrections(profile, (await loadCorrections(tx, [resumeId])).get(resumeId) ?? []);
    const earlier = placed.find(({ at }) => at === path);
    const read = readAt(profile, path);
    if (read === undefined && !earlier) throw new AppError("bad_request", "correction_invalid");
    const made = { value, correctedById, correctedAt: new Date() };
    if (earlier) {
      await tx.resumeCorrection.update({ where: { id: earlier.id }, data: made });
    } else {
      const entry = marksAt(profile, path) ?? undefined;
      await tx.resumeCorrection.create({
        data: { ...made, organisationId, resumeId, path, readValue: read ?? null, entry },
      });
    }
    await updateIndex(tx, { organisationId, resumeId });
    await recordAudit(tx, { viewer, action: "resume.corrected", ...subject(resumeId), details: { path } });
  });
}

/** Back to what the parser read. One that somebody has just undone is undone. */
export async function undoCorrection({ resumeId, correctionId, viewer }: UndoCorrection) {
  assertCan(viewer, "resume:write");
  const { organisationId } = viewer;
  await scopedDb(organisationId).$transaction(async (tx) => {
    await lockContent(tx, { resumeId, viewer });
    const correction = await tx.resumeCorrection.findFirst({ where: { id: correctionId, resumeId } });
    if (!correction) return;
    await tx.resumeCorrection.delete({ where: { id: correctionId } });
    await updateIndex(tx, { organisationId, resumeId });
    const details = { path: correction.path };
    await recordAudit(tx, { viewer, action: "resume.correction_undone", ...subject(resumeId), details });
  });
}

/** Two corrections of one resume come one after the other. The candidate first, as whoever joins and reads has it. */
async function lockContent(tx: Transaction, { resumeId, viewer }: { resumeId: string; viewer: Viewer }) {
  await tx.$queryRaw`
    select id from candidate where organisation_id = ${viewer.organisationId}::uuid
      and id = (select candidate_id from resume where id = ${resumeId}::uuid) for update`;
  await tx.$queryRaw`
    select id from resume where id = ${resumeId}::uuid and organisation_id = ${viewer.organisationId}::uuid for update`;
  const resume = await tx.resume.findFirst({
    where: { id: resumeId, removedAt: null, ...visibleResumes(viewer) },
    select: { content: { select: { profile: true } } },
  });
  if (!resume?.content) throw new AppError("not_found", "resume_not_found");
  // Who does not see a value cannot say that it is another.
  await assertOpen(viewer, resumeId);
  return resume.content;
}

function subject(resumeId: string) {
  return { subjectType: "resume", subjectId: resumeId };
}
