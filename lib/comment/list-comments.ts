import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { Comment, Mentionable } from "@/lib/comment/schema";
import { scopedDb } from "@/lib/db";
import { loadRedacted } from "@/lib/resume/blind/load-redacted";
import { findUserNames } from "@/lib/resume/find-user-names";
import { assertPlace, mentionableUsers, visibleComments } from "./visible-comments";

type ListComments = { resumeId: string; viewer: Viewer };

const mostComments = 200;

/** What colleagues wrote about a candidate, newest first; of what was deleted, only that it was. */
export async function listComments({ resumeId, viewer }: ListComments): Promise<Comment[]> {
  const db = scopedDb(viewer.organisationId);
  await assertPlace(db, { resumeId, viewer });
  const rows = await db.comment.findMany({
    where: { resumeId, ...visibleComments(viewer) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: mostComments,
    include: {
      application: { select: { id: true, position: { select: { id: true, title: true } } } },
      mentions: { orderBy: { createdAt: "asc" } },
    },
  });
  const names = await findUserNames(
    viewer.organisationId,
    rows.flatMap(({ authorId, mentions }) => [authorId, ...mentions.map(({ userId }) => userId)]),
  );
  const hidden = (await loadRedacted(viewer, [resumeId])).get(resumeId);
  return rows.map(({ id, text, authorId, createdAt, editedAt, deletedAt, application, mentions }) => ({
    id,
    text: hidden ? hidden.redact(text) : text,
    author: names.get(authorId) ?? null,
    isOwn: authorId === viewer.userId && !deletedAt,
    canDelete: !deletedAt && (authorId === viewer.userId || viewer.role === "admin"),
    isDeleted: deletedAt !== null,
    mentions: mentions.flatMap(({ userId }) => {
      const name = names.get(userId);
      return name ? [{ id: userId, name }] : [];
    }),
    isUnread: mentions.some(({ userId, readAt }) => userId === viewer.userId && !readAt),
    position: application && { ...application.position, applicationId: application.id },
    createdAt: createdAt.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
  }));
}

type ListMentionable = ListComments & { applicationId?: string };

/** The colleagues who may be called in a comment, by name. */
export async function listMentionable({ resumeId, applicationId, viewer }: ListMentionable): Promise<Mentionable[]> {
  const db = scopedDb(viewer.organisationId);
  await assertPlace(db, { resumeId, applicationId, viewer });
  return db.user.findMany({
    where: { ...mentionableUsers({ resumeId, applicationId, viewer }), id: { not: viewer.userId } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, role: true },
  });
}
