import { afterAll, beforeAll, expect, test } from "vitest";
import { systemDb } from "@/lib/db";
import { resetEnv } from "@/lib/env";
import { createInterview } from "@/lib/interview/create-interview";
import { findAppointment } from "@/lib/interview/find-appointment";
import { closeMail } from "@/lib/mail/send-mail";
import { saveOffer } from "@/lib/offer/offers";
import { setBlind } from "@/lib/position/set-blind";
import { decide } from "@/lib/screening/decide";
import { makeApplication, makeRecruiter, makeViewer } from "@/lib/testing/factories";
import { startSmtpServer } from "@/lib/testing/smtp-server";
import { useWorkspace } from "@/lib/testing/workspace";
import { deliverMessage } from "./deliver-message";
import { draftInvitations, draftLetter } from "./drafts";
import { changeMessage, deleteMessage, listMessages, markCopied, sendMessage } from "./messages";
import { listTemplates, saveTemplate } from "./templates";

useWorkspace();

let smtp: Awaited<ReturnType<typeof startSmtpServer>>;
beforeAll(async () => {
  smtp = await startSmtpServer();
});
afterAll(async () => {
  closeMail();
  await smtp.close();
});

function setMail(isOn: boolean) {
  if (isOn) process.env.SMTP_URL = smtp.url;
  else delete process.env.SMTP_URL;
  resetEnv();
}

async function rejected() {
  const viewer = await makeRecruiter();
  const { id: applicationId, runId, positionId } = await makeApplication({ owner: viewer });
  await systemDb().organisation.update({ where: { id: viewer.organisationId }, data: { name: "Star Bridge" } });
  const decision = { applicationId, runId, outcome: "reject", reason: "arrogant on the phone" } as const;
  await decide({ ...decision, reasonCode: "salary", viewer });
  return { viewer, applicationId, positionId, organisationId: viewer.organisationId };
}

const find = async (viewer: Awaited<ReturnType<typeof rejected>>["viewer"], id: string) =>
  (await listMessages({ viewer })).messages.find((message) => message.id === id);

test("a letter says what was assessed, how, who decided and how to ask for a review, and not what stays between colleagues", async () => {
  const { viewer, applicationId } = await rejected();
  await expect(draftLetter({ applicationId, kind: "offer", locale: "zh", viewer })).rejects.toMatchObject({
    message: "no_decision_for_letter",
  });
  for (const locale of ["zh", "en"] as const) {
    const { id } = await draftLetter({ applicationId, kind: "rejection", locale, viewer });
    const letter = await find(viewer, id);
    expect(letter).toMatchObject({ state: "draft", toCandidate: true, sentAt: null, createdBy: viewer.name });
    expect(letter?.recipient).toContain("@");
    for (const said of ["Java", "Star Bridge", viewer.name, viewer.email]) expect(letter?.body).toContain(said);
    expect(letter?.body).toContain(locale === "zh" ? "薪资预期未能一致" : "lie apart");
    expect(letter?.body).toContain(locale === "zh" ? "人工复核" : "a review by another person");
    expect(letter?.body).not.toMatch(/arrogant|\{\{|undefined|\n{3}/);
  }
});

test("a letter is changed until it is sent or copied; nothing goes by itself", async () => {
  setMail(false);
  const { viewer, applicationId } = await rejected();
  const { id: messageId } = await draftLetter({ applicationId, kind: "rejection", locale: "en", viewer });
  await changeMessage({ messageId, body: "In other words.", viewer });
  await expect(sendMessage({ messageId, viewer })).rejects.toMatchObject({ message: "mail_not_set_up" });
  await markCopied({ messageId, viewer });
  expect(await find(viewer, messageId)).toMatchObject({
    state: "copied",
    body: "In other words.",
    sentBy: viewer.name,
  });
  await expect(changeMessage({ messageId, body: "late", viewer })).rejects.toMatchObject({ message: "message_sent" });
  await expect(deleteMessage({ messageId, viewer })).rejects.toMatchObject({ message: "message_sent" });
});

test("a letter that is sent arrives once, with the sender to reply to", async () => {
  setMail(true);
  const { viewer, applicationId, organisationId } = await rejected();
  const { id: messageId } = await draftLetter({ applicationId, kind: "rejection", locale: "en", viewer });
  await changeMessage({ messageId, recipient: "", viewer });
  await expect(sendMessage({ messageId, viewer })).rejects.toMatchObject({ message: "no_recipient" });
  await changeMessage({ messageId, recipient: "anna@example.com", viewer });
  await sendMessage({ messageId, viewer });
  await expect(sendMessage({ messageId, viewer })).rejects.toMatchObject({ message: "message_sent" });
  expect(await deliverMessage({ organisationId, messageId })).toEqual({ outcome: "sent" });
  expect(await deliverMessage({ organisationId, messageId })).toEqual({ outcome: "gone" });
  expect(smtp.mails).toHaveLength(1);
  expect(smtp.mails[0]).toContain(`<${messageId}@example.com>`);
  expect(smtp.mails[0]).toMatch(new RegExp(`Reply-To:.*${viewer.email}`));
  expect(await find(viewer, messageId)).toMatchObject({ state: "sent", sentBy: viewer.name });

  smtp.refuse("550 no such user anna@example.com");
  const { id: second } = await draftLetter({ applicationId, kind: "rejection", locale: "en", viewer });
  await sendMessage({ messageId: second, viewer });
  expect(await deliverMessage({ organisationId, messageId: second })).toEqual({ outcome: "failed" });
  expect(await find(viewer, second)).toMatchObject({ state: "failed", error: "refused" });
  smtp.refuse("450 later");
  await sendMessage({ messageId: second, viewer });
  await expect(deliverMessage({ organisationId, messageId: second })).rejects.toThrow(
    /^A mail was not sent: unreachable$/,
  );
  smtp.refuse(null);
  setMail(false);
});

test("invitations go to the candidate and each interviewer, with the appointment; the candidate's holds nothing else", async () => {
  setMail(true);
  const { viewer, applicationId, organisationId } = await rejected();
  const colleague = await makeViewer("interviewer", { colleague: viewer });
  const wanted = { language: "zh", level: "senior", minutes: 50, isPractice: false } as const;
  const asked = { ...wanted, applicationId, participantIds: [], viewer };
  const { id: untimed } = await createInterview({ ...asked, scheduledAt: null });
  const draft = { locale: "zh", timeZone: "Asia/Shanghai", viewer } as const;
  await expect(draftInvitations({ interviewId: untimed, ...draft })).rejects.toMatchObject({
    message: "interview_without_time",
  });
  const { id: interviewId } = await createInterview({ ...asked, scheduledAt: "2026-12-01T02:00:00Z" });
  const { ids } = await draftInvitations({ interviewId, ...draft });
  expect(ids.length).toBe(2);
  const toCandidate = await find(viewer, ids[0] ?? "");
  expect(toCandidate).toMatchObject({ kind: "interview_invitation", interviewId });
  expect(toCandidate?.body).toMatch(/2026年12月1日.*10:00/);
  await changeMessage({ messageId: ids[0] ?? "", recipient: "anna@example.com", viewer });
  smtp.mails.length = 0;
  await sendMessage({ messageId: ids[0] ?? "", viewer });
  await deliverMessage({ organisationId, messageId: ids[0] ?? "" });
  const [mail = ""] = smtp.mails;
  expect(mail).toContain("text/calendar");
  setMail(false);

  const { text, fileName } = await findAppointment({ interviewId, method: "PUBLISH", viewer });
  expect(fileName).toMatch(/2026-12-01\.ics$/);
  for (const line of [
    "METHOD:PUBLISH",
    "DTSTART:20261201T020000Z",
    "DTEND:20261201T025000Z",
    `UID:${interviewId}@hireglass`,
  ])
    expect(text.split("\r\n")).toContain(line);
  expect(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  await expect(findAppointment({ interviewId, method: "PUBLISH", viewer: colleague })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("an offer lies within the position's range, and each time it was written is kept", async () => {
  const viewer = await makeRecruiter();
  const { id: applicationId, runId } = await makeApplication({ owner: viewer });
  const offer = { startDate: "2027-01-04", notes: "", state: "draft", applicationId, viewer } as const;
  await expect(saveOffer({ ...offer, salary: 25_000 })).rejects.toMatchObject({ message: "no_offer_yet" });
  const advance = { applicationId, runId, outcome: "advance", reason: "good", viewer } as const;
  await decide(advance);
  await decide(advance);
  for (const salary of [19_999, 30_001])
    await expect(saveOffer({ ...offer, salary })).rejects.toMatchObject({ message: "salary_out_of_range" });
  await saveOffer({ ...offer, salary: 25_000 });
  await saveOffer({ ...offer, salary: 28_000, state: "extended" });
  const { id } = await draftLetter({ applicationId, kind: "offer", locale: "en", viewer });
  expect((await find(viewer, id))?.body).toContain("28000 yuan a month, from 2027-01-04");
  const manager = await makeViewer("hiring_manager", { colleague: viewer });
  await expect(saveOffer({ ...offer, salary: 25_000, viewer: manager })).rejects.toMatchObject({ code: "forbidden" });
});

test("wording of one's own is checked, used, and given up again", async () => {
  const { viewer, applicationId } = await rejected();
  const admin = await makeViewer("admin", { colleague: viewer });
  const wording = { kind: "rejection", locale: "en" } as const;
  const texts = { subject: "{{position}}", body: "{{candidate}}: {{salary}}" };
  await expect(saveTemplate({ ...wording, texts, viewer: admin })).rejects.toMatchObject({
    message: "unknown_variable",
  });
  await expect(saveTemplate({ ...wording, texts: null, viewer })).rejects.toMatchObject({ code: "forbidden" });
  await saveTemplate({ ...wording, texts: { ...texts, body: "Dear {{candidate}}, no. {{review}}" }, viewer: admin });
  const { id } = await draftLetter({ applicationId, kind: "rejection", locale: "en", viewer });
  expect((await find(viewer, id))?.body).toMatch(/^Dear .+, no\. If you think/);
  await saveTemplate({ ...wording, texts: null, viewer: admin });
  expect((await listTemplates({ viewer })).some(({ isOwn }) => isOwn)).toBe(false);
});

test("letters are for who recruits there, and of nobody who is hidden", async () => {
  const { viewer, applicationId, positionId } = await rejected();
  const { id: messageId } = await draftLetter({ applicationId, kind: "rejection", locale: "en", viewer });
  const stranger = await makeRecruiter();
  expect((await listMessages({ viewer: stranger })).messages).toEqual([]);
  await expect(markCopied({ messageId, viewer: stranger })).rejects.toMatchObject({ code: "not_found" });
  await setBlind({ positionId, blind: "person", viewer });
  expect((await listMessages({ applicationId, viewer })).messages).toEqual([]);
  await expect(draftLetter({ applicationId, kind: "rejection", locale: "en", viewer })).rejects.toMatchObject({
    message: "candidate_blind",
  });
});
