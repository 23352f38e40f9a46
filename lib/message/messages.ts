import "server-only";
import { z } from "zod";
import { messageSending } from "@/inngest/events";
import { enqueue, wakeJobs } from "@/inngest/outbox";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan, visibleApplications, visibleInterviews } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { type Prisma, scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { locales } from "@/lib/i18n/locale";
import { canSendMail } from "@/lib/mail/send-mail";
import { messageKinds, messageStates } from "@/lib/message/kinds";
import type { ChangeMessageInput, MessageList, MessageView } from "@/lib/message/schema";
import { findBlindings } from "@/lib/resume/blind/blindings";
import { findUserNames } from "@/lib/resume/find-user-names";

type OfMessage = { messageId: string; viewer: Viewer };
type ListMessages = { applicationId?: string; interviewId?: string; state?: string; viewer: Viewer };

const most = 200;

/** Letters of one candidate or interview, or the log of all, the newest first. Not those to whom the viewer may not see. */
export async function listMessages({ applicationId, interviewId, state, viewer }: ListMessages): Promise<MessageList> {
  assertCan(viewer, "message:write");
  const { organisationId } = viewer;
  await assertSees({ applicationId, interviewId, viewer });
  const rows = await scopedDb(organisationId).message.findMany({
    where: {
      ...(applicationId && { applicationId }),
      ...(interviewId && { interviewId }),
      ...(state && { state }),
      application: visibleApplications(viewer),
    },
    orderBy: { createdAt: "desc" },
    take: most,
    include: { application: { select: { resumeId: true } } },
  });
  const blindings = await findBlindings(viewer, [...new Set(rows.map(({ application }) => application.resumeId))]);
  const open = rows.filter(({ application }) => !blindings.has(application.resumeId));
  const names = await findUserNames(
    organisationId,
    open.flatMap(({ createdById, sentById }) => [createdById, ...(sentById ? [sentById] : [])]),
  );
  const messages = open.map(
    ({ application: _, organisationId: __, updatedAt: ___, createdById, sentById, ...row }): MessageView => ({
      ...row,
      kind: z.enum(messageKinds).parse(row.kind),
      locale: z.enum(locales).parse(row.locale),
      state: z.enum(messageStates).parse(row.state),
      createdAt: row.createdAt.toISOString(),
      sentAt: row.sentAt?.toISOString() ?? null,
      createdBy: names.get(createdById) ?? "",
      sentBy: sentById ? (names.get(sentById) ?? "") : null,
    }),
  );
  return { canSend: canSendMail(), messages };
}

/** @throws conflict for one that was sent or copied: what went out stays as it was */
export async function changeMessage({ messageId, viewer, ...change }: OfMessage & ChangeMessageInput) {
  await getMessage({ messageId, viewer });
  const { count } = await scopedDb(viewer.organisationId).message.updateMany({
    where: { id: messageId, state: { in: ["draft", "failed"] } },
    data: { ...change, state: "draft", error: null },
  });
  if (count === 0) throw new AppError("conflict", "message_sent");
}

/** Throws a draft away; what went out stays in the log. */
export async function deleteMessage({ messageId, viewer }: OfMessage) {
  await getMessage({ messageId, viewer });
  const where = { id: messageId, state: { in: ["draft", "failed"] } };
  const { count } = await scopedDb(viewer.organisationId).message.deleteMany({ where });
  if (count === 0) throw new AppError("conflict", "message_sent");
}

/**
 * Hands a letter to the mail server, by a job. Only a person asks for it; asked twice, it goes once.
 *
 * @throws conflict without a mail server or an address, and for one that was sent before
 */
export async function sendMessage({ messageId, viewer }: OfMessage) {
  const { recipient, applicationId, kind } = await getMessage({ messageId, viewer });
  if (!canSendMail()) throw new AppError("conflict", "mail_not_set_up");
  if (!recipient) throw new AppError("conflict", "no_recipient");
  const { organisationId, userId: sentById } = viewer;
  await scopedDb(organisationId).$transaction(async (tx) => {
    const { count } = await tx.message.updateMany({
      where: { id: messageId, state: { in: ["draft", "failed"] } },
      data: { state: "sending", error: null, sentById, sentAt: new Date() },
    });
    if (count === 0) throw new AppError("conflict", "message_sent");
    await enqueue(tx, messageSending.create({ organisationId, messageId }));
    const subject = { subjectType: "application", subjectId: applicationId, details: { kind, messageId } };
    await recordAudit(tx, { viewer, action: "message.sent", ...subject });
  });
  wakeJobs();
}

/** Puts on record that a person took the text to send it in another way. */
export async function markCopied({ messageId, viewer }: OfMessage) {
  const { applicationId, kind } = await getMessage({ messageId, viewer });
  const { organisationId, userId: sentById } = viewer;
  await scopedDb(organisationId).$transaction(async (tx) => {
    const { count } = await tx.message.updateMany({
      where: { id: messageId, state: { in: ["draft", "failed"] } },
      data: { state: "copied", error: null, sentById, sentAt: new Date() },
    });
    if (count === 0) return;
    const subject = { subjectType: "application", subjectId: applicationId, details: { kind, messageId } };
    await recordAudit(tx, { viewer, action: "message.copied", ...subject });
  });
}

/** @throws not_found for a candidate or interview that is not the viewer's to see */
async function assertSees({ applicationId, interviewId, viewer }: Omit<ListMessages, "state">) {
  const db = scopedDb(viewer.organisationId);
  if (applicationId && !(await db.application.count({ where: { id: applicationId, ...visibleApplications(viewer) } })))
    throw new AppError("not_found", "application_not_found");
  if (interviewId && !(await db.interview.count({ where: { id: interviewId, ...visibleInterviews(viewer) } })))
    throw new AppError("not_found", "interview_not_found");
}

async function getMessage({ messageId, viewer }: OfMessage) {
  assertCan(viewer, "message:write");
  const where: Prisma.MessageWhereInput = { id: messageId, application: visibleApplications(viewer) };
  const row = await scopedDb(viewer.organisationId).message.findFirst({
    where,
    include: { application: { select: { resumeId: true } } },
  });
  const isHidden = row && (await findBlindings(viewer, [row.application.resumeId])).has(row.application.resumeId);
  if (!row || isHidden) throw new AppError("not_found", "message_not_found");
  return row;
}
