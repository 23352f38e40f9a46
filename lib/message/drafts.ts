import "server-only";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locale";
import { type Translate, translator } from "@/lib/i18n/translator";
import { findInterview } from "@/lib/interview/find-interview";
import { fillTemplate } from "@/lib/message/fill-template";
import type { letterKinds, MessageKind } from "@/lib/message/kinds";
import { letterValues } from "@/lib/message/letter-values";
import { findTemplate } from "@/lib/message/templates";
import { readOrganisationSettings } from "@/lib/organisation/settings";
import { assertOpen } from "@/lib/resume/blind/blindings";
import { applyCorrections } from "@/lib/resume/corrections/apply-corrections";
import { loadCorrections } from "@/lib/resume/corrections/load-corrections";
import { resumeProfile } from "@/lib/resume/profile";
import { findApplication } from "@/lib/screening/find-application";

type LetterKind = (typeof letterKinds)[number];
type DraftLetter = { applicationId: string; kind: LetterKind; locale: Locale; viewer: Viewer };

/** Which decision each letter tells of. */
const tellsOf: Record<LetterKind, readonly string[]> = {
  rejection: ["reject"],
  hold: ["hold"],
  next_round: ["advance"],
  offer: ["advance", "hire"],
};

/**
 * A letter to the candidate on the newest decision of its kind, to be read and changed. Nothing is sent.
 *
 * @throws conflict before there is such a decision, or such an offer
 */
export async function draftLetter({ applicationId, kind, locale, viewer }: DraftLetter): Promise<{ id: string }> {
  assertCan(viewer, "message:write");
  const application = await findApplication({ applicationId, viewer });
  if (!application) throw new AppError("not_found", "application_not_found");
  await assertOpen(viewer, application.resumeId);
  const decision = application.decisions.find(({ outcome }) => tellsOf[kind].includes(outcome));
  if (!decision) throw new AppError("conflict", "no_decision_for_letter");
  const { organisationId } = viewer;
  const db = scopedDb(organisationId);
  const [interviews, offer] = await Promise.all([
    db.interview.count({ where: { applicationId, isPractice: false, state: "completed" } }),
    kind === "offer" ? db.offer.findFirst({ where: { applicationId }, orderBy: { createdAt: "desc" } }) : null,
  ]);
  if (kind === "offer" && !offer) throw new AppError("conflict", "no_offer_yet");
  const t = translator(locale);
  const candidate = application.candidateName ?? t("letter.unnamed");
  const contact = contactOf(viewer);
  const values = {
    ...(await commonValues({ viewer, candidate, position: application.position.title, t })),
    ...letterValues({ application, decision, interviews, contact, locale }, t),
    ...(offer && { salary: String(offer.salary), start_date: offer.startDate }),
  };
  const recipient = await findAddress(organisationId, application.resumeId);
  const to = { toCandidate: true, recipientName: candidate, recipient, interviewId: null };
  return keepDraft({ ...to, applicationId, kind, locale, values, viewer });
}

type DraftInvitations = { interviewId: string; locale: Locale; timeZone: string; viewer: Viewer };

/**
 * Invitations to an interview, for the candidate and for each interviewer, to be read and changed. Nothing is sent.
 *
 * @throws conflict for one without a time
 */
export async function draftInvitations(asked: DraftInvitations): Promise<{ ids: string[] }> {
  const { interviewId, locale, timeZone, viewer } = asked;
  assertCan(viewer, "message:write");
  const interview = await findInterview({ interviewId, viewer });
  if (!interview) throw new AppError("not_found", "interview_not_found");
  if (!interview.scheduledAt) throw new AppError("conflict", "interview_without_time");
  await assertOpen(viewer, interview.resumeId);
  const { applicationId, resumeId, minutes, participants } = interview;
  const t = translator(locale);
  const candidate = interview.candidateName ?? t("letter.unnamed");
  const values = {
    ...(await commonValues({ viewer, candidate, position: interview.positionTitle, t })),
    ...{ time: localTime(interview.scheduledAt, locale, timeZone), minutes: String(minutes) },
    interviewers: participants.map(({ name }) => name).join(locale === "zh" ? "、" : ", "),
    link: `${env().NEXTAUTH_URL?.replace(/(?<!\/)\/+$/, "") ?? ""}/interviews/${interviewId}`,
  };
  const users = await scopedDb(viewer.organisationId).user.findMany({
    where: { id: { in: participants.map(({ userId }) => userId) }, disabledAt: null },
    select: { name: true, email: true },
  });
  const draft = { applicationId, interviewId, locale, values, viewer };
  const recipient = await findAddress(viewer.organisationId, resumeId);
  const toCandidate = { toCandidate: true, recipientName: candidate, recipient, kind: "interview_invitation" as const };
  const ids = [(await keepDraft({ ...draft, ...toCandidate })).id];
  for (const { name: recipientName, email } of users) {
    const to = { toCandidate: false, recipientName, recipient: email, kind: "interview_panel" as const };
    ids.push((await keepDraft({ ...draft, ...to })).id);
  }
  return { ids };
}

type KeepDraft = {
  applicationId: string;
  interviewId: string | null;
  kind: MessageKind;
  locale: Locale;
  toCandidate: boolean;
  recipientName: string;
  recipient: string;
  values: Record<string, string>;
  viewer: Viewer;
};

async function keepDraft({ values, viewer, ...draft }: KeepDraft): Promise<{ id: string }> {
  const { organisationId, userId: createdById } = viewer;
  const { kind, locale, applicationId } = draft;
  const template = await findTemplate(organisationId, kind, locale);
  const subject = fillTemplate(template.subject, values).replace(/\s+/g, " ").slice(0, 300);
  const body = fillTemplate(template.body, values);
  return scopedDb(organisationId).$transaction(async (tx) => {
    const { id } = await tx.message.create({
      data: { ...draft, subject, body, organisationId, createdById },
      select: { id: true },
    });
    const of = { subjectType: "application", subjectId: applicationId, details: { kind, messageId: id } };
    await recordAudit(tx, { viewer, action: "message.drafted", ...of });
    return { id };
  });
}

type CommonValues = { viewer: Viewer; candidate: string; position: string; t: Translate };

async function commonValues({ viewer, candidate, position, t }: CommonValues) {
  const { name } = await readOrganisationSettings(viewer.organisationId);
  const company = name || t("letter.our_company");
  return { candidate, position, company, contact: contactOf(viewer), sender: viewer.name };
}

function contactOf({ name, email }: Viewer): string {
  return `${name} <${email}>`;
}

/** As the resume tells it, or as a person corrected it; empty where neither does. */
async function findAddress(organisationId: string, resumeId: string): Promise<string> {
  const db = scopedDb(organisationId);
  const content = await db.resumeContent.findUnique({ where: { resumeId }, select: { profile: true } });
  if (!content) return "";
  const corrections = (await loadCorrections(db, [resumeId])).get(resumeId) ?? [];
  return applyCorrections(resumeProfile.parse(content.profile), corrections).profile.emails[0]?.value ?? "";
}

function localTime(at: string, locale: Locale, timeZone: string): string {
  const zone = isZone(timeZone) ? timeZone : "UTC";
  return new Intl.DateTimeFormat(locale, {
    ...{ timeZone: zone, year: "numeric", month: "long", day: "numeric", weekday: "short" },
    ...{ hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "short" },
  }).format(new Date(at));
}

function isZone(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone }));
  } catch {
    return false;
  }
}
