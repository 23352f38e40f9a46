import "server-only";
import { findUserViewer } from "@/lib/auth/find-user-viewer";
import { scopedDb } from "@/lib/db";
import { findAppointment } from "@/lib/interview/find-appointment";
import { MailError, sendMail } from "@/lib/mail/send-mail";
import { tellWebhooks } from "@/lib/webhook/tell-webhooks";

type OfMessage = { organisationId: string; messageId: string };

/**
 * Hands one letter to the mail server. A server that refuses it for good ends it; one that is not there is tried again.
 * A process that dies between the server's yes and our row sends it once more, under the same message id.
 */
export async function deliverMessage({ organisationId, messageId }: OfMessage): Promise<{ outcome: string }> {
  const db = scopedDb(organisationId);
  const message = await db.message.findFirst({ where: { id: messageId, state: "sending" } });
  const viewer = message?.sentById ? await findUserViewer({ organisationId, userId: message.sentById }) : null;
  if (!message || !viewer) return { outcome: "gone" };
  const { recipient: address, recipientName: name, subject, body: text, interviewId, toCandidate } = message;
  const guest = { name, address };
  const appointment = interviewId
    ? await findAppointment({ interviewId, viewer, method: "REQUEST", guest, isForCandidate: toCandidate })
    : null;
  try {
    await sendMail({
      ...{ id: messageId, to: guest, replyTo: { name: viewer.name, address: viewer.email }, subject, text },
      ...(appointment && { appointment: { text: appointment.text, method: "REQUEST" } }),
    });
  } catch (error) {
    if (!(error instanceof MailError) || error.reason !== "refused") throw error;
    return failMessage({ organisationId, messageId, error: "refused" });
  }
  await db.$transaction(async (tx) => {
    await tx.message.updateMany({ where: { id: messageId, state: "sending" }, data: { state: "sent" } });
    const data = { messageId, applicationId: message.applicationId, kind: message.kind };
    await tellWebhooks(tx, { organisationId, type: "message.sent", data });
  });
  return { outcome: "sent" };
}

/** For a letter that could not be handed on: it can be sent again. */
export async function failMessage({ organisationId, messageId, error }: OfMessage & { error: string }) {
  await scopedDb(organisationId).message.updateMany({
    where: { id: messageId, state: "sending" },
    data: { state: "failed", error },
  });
  return { outcome: "failed" };
}
