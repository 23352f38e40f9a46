import { z } from "zod";
import { longestComment, mostMentions } from "./kinds";

const text = z.string().trim().min(1).max(longestComment);
/** Those whom the text calls as "@name". */
const mentions = z.array(z.uuid()).max(mostMentions).default([]);

export const writeCommentInput = z.object({ text, mentions, applicationId: z.uuid().nullable().default(null) });
export const editCommentInput = z.object({ text, mentions });

const person = z.object({ id: z.uuid(), name: z.string() });

export const comment = z.object({
  id: z.uuid(),
  /** Empty for one that was deleted. */
  text: z.string(),
  /** Null when the account is gone. */
  author: z.string().nullable(),
  isOwn: z.boolean(),
  canDelete: z.boolean(),
  isDeleted: z.boolean(),
  mentions: z.array(person),
  /** Calls the reader, who has not read it yet. */
  isUnread: z.boolean(),
  /** Written on this position; null: for everybody who sees the resume. */
  position: z.object({ id: z.uuid(), title: z.string(), applicationId: z.uuid() }).nullable(),
  createdAt: z.iso.datetime(),
  editedAt: z.iso.datetime().nullable(),
});
export type Comment = z.infer<typeof comment>;

export const writtenComment = z.object({ id: z.uuid() });

/** A colleague who may be called. */
export const mentionable = person.extend({ role: z.string() });
export type Mentionable = z.infer<typeof mentionable>;

export const readMentionsInput = z.object({ commentIds: z.array(z.uuid()).min(1).max(200) });

/** A comment that waits for who it calls. */
export type WaitingMention = {
  commentId: string;
  resumeId: string;
  applicationId: string | null;
  candidateName: string | null;
  positionTitle: string | null;
  author: string | null;
  createdAt: string;
};
