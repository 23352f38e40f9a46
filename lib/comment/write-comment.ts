import "server-only";
import type { z } from "zod";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Viewer } from "@/lib/auth/viewer";
import type { editCommentInput, writeCommentInput } from "@/lib/comment/schema";
import { scopedDb, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { loadRedacted } from "@/lib/resume/blind/load-redacted";
import { assertPlace, mentionableUsers, visibleComments } from "./visible-comments";

type AddComment = z.input<typeof writeCommentInput> & { resumeId: string; viewer: Viewer };

/**
 * Everyone who sees a candidate may write about them, and call colleagues who see them too.
 *
 * @throws bad_request for somebody who does not
 */
export async function addComment(input: AddComment): Promise<{ id: string }> {
  const { resumeId, applicationId = null, text, mentions = [], viewer } = input;
  const { organisationId, userId: authorId } = viewer;
  return scopedDb(organisationId).$transaction(async (tx) => {
    await assertPlace(tx, { resumeId, applicationId, viewer });
    const called = await checkMentions(tx, { resumeId, applicationId, mentions, viewer });
    const data = { organisationId, resumeId, applicationId, authorId, text };
    const { id } = await tx.comment.create({ data, select: { id: true } });
    await tx.commentMention.createMany({
      data: called.map((userId) => ({ organisationId, commentId: id, userId })),
    });
    await audit(tx, viewer, { action: "resume.comment_added", resumeId, commentId: id, mentions: called.length });
    return { id };
  });
}

type OfComment = { resumeId: string; commentId: string; viewer: Viewer };

/** One's own comment in other words. Who is called anew has it waiting; who no longer is, has not. */
export async function editComment(input: OfComment & z.input<typeof editCommentInput>) {
  const { resumeId, commentId, text, mentions = [], viewer } = input;
  const { organisationId } = viewer;
  await scopedDb(organisationId).$transaction(async (tx) => {
    await assertPlace(tx, { resumeId, viewer });
    const where = { id: commentId, resumeId, authorId: viewer.userId, deletedAt: null, ...visibleComments(viewer) };
    const found = await tx.comment.findFirst({ where, select: { text: true, applicationId: true } });
    if (!found) throw new AppError("not_found", "comment_not_found");
    // Written over from what is shown, the hidden words would be lost.
    const hidden = (await loadRedacted(viewer, [resumeId], tx)).get(resumeId);
    if (hidden && hidden.redact(found.text) !== found.text) throw new AppError("forbidden", "candidate_blind");
    const { applicationId } = found;
    const called = await checkMentions(tx, { resumeId, applicationId, mentions, viewer });
    if (found.text !== text)
      await tx.comment.update({ where: { id: commentId }, data: { text, editedAt: new Date() } });
    await tx.commentMention.deleteMany({ where: { commentId, userId: { notIn: called } } });
    await tx.commentMention.createMany({
      data: called.map((userId) => ({ organisationId, commentId, userId })),
      skipDuplicates: true,
    });
    await audit(tx, viewer, { action: "resume.comment_edited", resumeId, commentId, mentions: called.length });
  });
}

/** One's own, or as an admin anybody's: its words go, that there was one stays. */
export async function deleteComment({ resumeId, commentId, viewer }: OfComment) {
  await scopedDb(viewer.organisationId).$transaction(async (tx) => {
    await assertPlace(tx, { resumeId, viewer });
    const own = viewer.role === "admin" ? {} : { authorId: viewer.userId };
    const where = { id: commentId, resumeId, deletedAt: null, ...own, ...visibleComments(viewer) };
    const data = { text: "", deletedAt: new Date(), deletedById: viewer.userId };
    const { count } = await tx.comment.updateMany({ where, data });
    if (count === 0) throw new AppError("not_found", "comment_not_found");
    await tx.commentMention.deleteMany({ where: { commentId } });
    await audit(tx, viewer, { action: "resume.comment_deleted", resumeId, commentId, mentions: 0 });
  });
}

type Mentions = { resumeId: string; applicationId: string | null; mentions: string[]; viewer: Viewer };

async function checkMentions(tx: Transaction, { mentions, viewer, ...place }: Mentions): Promise<string[]> {
  const wanted = [...new Set(mentions)].filter((id) => id !== viewer.userId);
  if (wanted.length === 0) return [];
  const where = { ...mentionableUsers({ ...place, viewer }), id: { in: wanted } };
  const users = await tx.user.findMany({ where, select: { id: true } });
  if (users.length !== wanted.length) throw new AppError("bad_request", "mention_unseen");
  return wanted;
}

type Audited = { action: string; resumeId: string; commentId: string; mentions: number };

async function audit(tx: Transaction, viewer: Viewer, { action, resumeId, commentId, mentions }: Audited) {
  const details = { commentId, mentions };
  await recordAudit(tx, { viewer, action, subjectType: "resume", subjectId: resumeId, details });
}
