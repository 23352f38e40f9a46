import "server-only";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import type { WaitingMention } from "@/lib/comment/schema";
import { scopedDb } from "@/lib/db";
import { findBlindings, showRow } from "@/lib/resume/blind/blindings";
import { findUserNames } from "@/lib/resume/find-user-names";
import { visibleComments } from "./visible-comments";

const mostListed = 10;

/** Comments that call the viewer and wait to be read, newest first, and how many there are in all. */
export async function listWaitingMentions({ viewer }: { viewer: Viewer }) {
  assertCan(viewer, "resume:read");
  const db = scopedDb(viewer.organisationId);
  const where = { userId: viewer.userId, readAt: null, comment: { deletedAt: null, ...visibleComments(viewer) } };
  const [rows, total] = await Promise.all([
    db.commentMention.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { commentId: "desc" }],
      take: mostListed,
      select: {
        createdAt: true,
        comment: {
          select: {
            ...{ id: true, authorId: true, resumeId: true, applicationId: true },
            resume: { select: { candidateName: true, fileName: true } },
            application: { select: { position: { select: { title: true } } } },
          },
        },
      },
    }),
    db.commentMention.count({ where }),
  ]);
  const authors = rows.map(({ comment }) => comment.authorId);
  const resumeIds = rows.map(({ comment }) => comment.resumeId);
  const [names, blindings] = await Promise.all([
    findUserNames(viewer.organisationId, authors),
    findBlindings(viewer, resumeIds),
  ]);
  const mentions = rows.map(({ createdAt, comment }): WaitingMention => {
    const { candidateName, fileName } = showRow(comment.resume, blindings.get(comment.resumeId));
    return {
      ...{ commentId: comment.id, resumeId: comment.resumeId, applicationId: comment.applicationId },
      candidateName: candidateName ?? fileName,
      positionTitle: comment.application?.position.title ?? null,
      author: names.get(comment.authorId) ?? null,
      createdAt: createdAt.toISOString(),
    };
  });
  return { mentions, total };
}

/** The viewer has them on the screen: they wait no longer. */
export async function readMentions({ commentIds, viewer }: { commentIds: string[]; viewer: Viewer }) {
  assertCan(viewer, "resume:read");
  await scopedDb(viewer.organisationId).commentMention.updateMany({
    where: { commentId: { in: commentIds }, userId: viewer.userId, readAt: null },
    data: { readAt: new Date() },
  });
}
