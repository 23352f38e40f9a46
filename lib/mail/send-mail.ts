import "server-only";
import { createTransport, type Transporter } from "nodemailer";
import { env } from "@/lib/env";

export type Mail = {
  /** The same for the same letter: a server that gets it twice can tell. */
  id: string;
  to: { name: string; address: string };
  replyTo: { name: string; address: string };
  subject: string;
  text: string;
  /** An appointment, for calendars. */
  appointment?: { text: string; method: "REQUEST" | "PUBLISH" };
};

let opened: { url: string; transport: Transporter } | null = null;

export function canSendMail(): boolean {
  return env().SMTP_URL !== undefined;
}

/** Hands a mail to the server that SMTP_URL names. @throws with nothing of the mail in the error */
export async function sendMail({ id, to, replyTo, subject, text, appointment }: Mail) {
  const { SMTP_URL: url, MAIL_FROM: from } = env();
  if (!url) throw new Error("SMTP_URL is not set");
  if (opened?.url !== url) {
    opened?.transport.close();
    opened = { url, transport: createTransport(url, { disableFileAccess: true, disableUrlAccess: true }) };
  }
  const sender = from ?? decodeURIComponent(new URL(url).username);
  const domain = sender.match(/@([^>\s]+)/)?.[1] ?? "localhost";
  try {
    await opened.transport.sendMail({
      ...{ from: sender, replyTo, to, subject, text, messageId: `<${id}@${domain}>` },
      ...(appointment && {
        icalEvent: { method: appointment.method, content: appointment.text, filename: "invite.ics" },
      }),
    });
  } catch (error) {
    // A server's answer may hold the address: only what kind of trouble it was goes on.
    const code = error instanceof Error && "responseCode" in error ? Number(error.responseCode) : null;
    throw new MailError(code !== null && code >= 500 && code < 600 ? "refused" : "unreachable");
  }
}

export class MailError extends Error {
  constructor(readonly reason: "refused" | "unreachable") {
    super(`A mail was not sent: ${reason}`);
    this.name = "MailError";
  }
}

export function closeMail() {
  opened?.transport.close();
  opened = null;
}
