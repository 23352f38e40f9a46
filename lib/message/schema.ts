import { z } from "zod";
import { locales } from "@/lib/i18n/locale";
import { letterKinds, messageKinds, messageStates } from "@/lib/message/kinds";

const subject = z.string().trim().min(1).max(300);
const body = z.string().trim().min(1).max(20_000);
const recipient = z.union([z.literal(""), z.email().max(320)]);

export const draftLetterInput = z.object({ kind: z.enum(letterKinds), locale: z.enum(locales) });
/** Time and zone as the reader of the letter will see them. */
export const draftInvitationsInput = z.object({ locale: z.enum(locales), timeZone: z.string().max(60).default("UTC") });

export const changeMessageInput = z.object({ recipient, subject, body }).partial();
export type ChangeMessageInput = z.infer<typeof changeMessageInput>;

export const messageView = z.object({
  id: z.uuid(),
  applicationId: z.uuid(),
  interviewId: z.uuid().nullable(),
  kind: z.enum(messageKinds),
  locale: z.enum(locales),
  toCandidate: z.boolean(),
  recipientName: z.string(),
  recipient: z.string(),
  subject: z.string(),
  body: z.string(),
  state: z.enum(messageStates),
  error: z.string().nullable(),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  sentAt: z.iso.datetime().nullable(),
  sentBy: z.string().nullable(),
});
export type MessageView = z.infer<typeof messageView>;

export const messageList = z.object({ canSend: z.boolean(), messages: messageView.array() });
export type MessageList = z.infer<typeof messageList>;

export const templateView = z.object({
  kind: z.enum(messageKinds),
  locale: z.enum(locales),
  subject: z.string(),
  body: z.string(),
  variables: z.array(z.string()),
  /** The organisation's own wording. */
  isOwn: z.boolean(),
});
export type TemplateView = z.infer<typeof templateView>;

/** Without texts, the wording goes back to ours. */
export const saveTemplateInput = z.object({
  kind: z.enum(messageKinds),
  locale: z.enum(locales),
  texts: z.object({ subject, body }).nullable(),
});
export type SaveTemplateInput = z.infer<typeof saveTemplateInput>;

export const messageLogQuery = z.object({ state: z.enum(messageStates).optional() });

export const draftedLetter = z.object({ id: z.uuid() });
export const draftedInvitations = z.object({ ids: z.array(z.uuid()) });
