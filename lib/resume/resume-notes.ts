import "server-only";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan, visibleResumes } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { loadRedacted } from "@/lib/resume/blind/load-redacted";
import { findUserNames } from "@/lib/resume/find-user-names";
import type { ResumeNote } from "@/lib/resume/page-schema";

type OfResume = { resumeId: string; viewer: Viewer };

const mostNotes = 200;

/** What colleagues wrote down about a resume, newest first. */
export async function listNotes({ resumeId, viewer }: OfResume): Promise<ResumeNote[]> {
  await assertVisible({ resumeId, viewer });
  const rows = await scopedDb(viewer.organisationId).resumeNote.findMany({
    where: { resumeId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: mostNotes,
    select: { id: true, authorId: true, text: true, createdAt: true },
  });
  const names = await findUserNames(
    viewer.organisationId,
    rows.map(({ authorId }) => authorId),
  );
  const hidden = (await loadRedacted(viewer, [resumeId])).get(resumeId);
  return rows.map(({ authorId, createdAt, text, ...note }) => ({
    ...note,
    text: hidden ? hidden.redact(text) : text,
    author: names.get(authorId) ?? null,
    isOwn: authorId === viewer.userId,
    createdAt: createdAt.toISOString(),
  }));
}

/** Everyone who sees a resume may write about it. */
export async function addNote({ resumeId, text, viewer }: OfResume & { text: string }): Promise<ResumeNote> {
  await assertVisible({ resumeId, viewer });
  const { organisationId, userId, name } = viewer;
  const data = { organisationId, resumeId, authorId: userId, text };
  const { id, createdAt } = await scopedDb(organisationId).resumeNote.create({ data });
  return { id, text, author: name, isOwn: true, createdAt: createdAt.toISOString() };
}

/** Takes back one's own note; somebody else's is not found. */
export async function deleteNote({ resumeId, noteId, viewer }: OfResume & { noteId: string }) {
  await assertVisible({ resumeId, viewer });
  await scopedDb(viewer.organisationId).$transaction(async (tx) => {
    const { count } = await tx.resumeNote.deleteMany({ where: { id: noteId, resumeId, authorId: viewer.userId } });
    if (count === 0) throw new AppError("not_found", "note_not_found");
    await recordAudit(tx, { viewer, action: "resume.note_deleted", subjectType: "resume", subjectId: resumeId });
  });
}

async function assertVisible({ resumeId, viewer }: OfResume) {
  assertCan(viewer, "resume:read");
  const where = { id: resumeId, removedAt: null, ...visibleResumes(viewer) };
  const resume = await scopedDb(viewer.organisationId).resume.findFirst({ where, select: { id: true } });
  if (!resume) throw new AppError("not_found", "resume_not_found");
}
