import "server-only";
import { reportRequested } from "@/inngest/events";
import { enqueue, wakeJobs } from "@/inngest/outbox";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locale";
import { findInterview } from "@/lib/interview/find-interview";
import { findPosition } from "@/lib/position/find-position";
import { assertRecommended } from "@/lib/report/dossier-report";
import type { ReportView, RequestReportInput } from "@/lib/report/schema";
import { findApplication } from "@/lib/screening/find-application";
import { storage } from "@/lib/storage/storage";

type RequestReport = RequestReportInput & { locale: Locale; viewer: Viewer };

/** Starts a report as PDF, or an archive of reports; the job that makes it tells on the row how far it is. */
export async function requestReport({ locale, viewer, ...asked }: RequestReport): Promise<{ id: string }> {
  assertMay(asked.kind, viewer);
  const { organisationId, userId } = viewer;
  const { kind, subjectId } = asked;
  const archive = asked.kind === "archive" ? { format: asked.format, applicationIds: asked.applicationIds } : undefined;
  const ending = archive ? "zip" : "pdf";
  const { title, subjectType } = await findTitle({ kind, subjectId, viewer });
  const id = await scopedDb(organisationId).$transaction(async (tx) => {
    const report = await tx.report.create({
      data: {
        ...{ organisationId, kind, subjectType, subjectId, createdById: userId },
        ...{ fileName: `${title.slice(0, 250)}.${ending}`, mediaType: `application/${ending}` },
      },
      select: { id: true },
    });
    await enqueue(
      tx,
      reportRequested.create({ organisationId, reportId: report.id, locale, archive }, { id: `report-${report.id}` }),
    );
    const details = { format: ending, reportId: report.id };
    await recordAudit(tx, { viewer, action: "report.requested", subjectType, subjectId, details });
    return report.id;
  });
  wakeJobs();
  return { id };
}

/** Whoever is in interviews sees their reports, though not those of screenings. */
function assertMay(kind: string, viewer: Viewer) {
  assertCan(viewer, kind === "interview" ? "interview:read" : "screening:read");
}

type FindTitle = { kind: RequestReportInput["kind"]; subjectId: string; viewer: Viewer };

async function findTitle({ kind, subjectId, viewer }: FindTitle) {
  if (kind === "dossier") await assertRecommended({ applicationId: subjectId, viewer });
  if (kind === "candidate") await assertScreened({ applicationId: subjectId, viewer });
  if (kind === "candidate" || kind === "dossier")
    return { subjectType: "application", title: await candidateTitle({ applicationId: subjectId, viewer }) };
  if (kind !== "interview")
    return { subjectType: "position", title: await positionTitle({ positionId: subjectId, viewer }) };
  const interview = await findInterview({ interviewId: subjectId, viewer });
  if (!interview?.report) throw new AppError("not_found", "interview_not_found");
  return { subjectType: "interview", title: `${interview.candidateName ?? "-"} - ${interview.positionTitle}` };
}

async function candidateTitle(asked: { applicationId: string; viewer: Viewer }) {
  const application = await findApplication(asked);
  if (!application) throw new AppError("not_found", "application_not_found");
  return `${application.candidateName ?? "-"} - ${application.position.title}`;
}

async function positionTitle(asked: { positionId: string; viewer: Viewer }) {
  const position = await findPosition(asked);
  if (!position) throw new AppError("not_found", "position_not_found");
  return `${position.title} v${position.version}`;
}

export const reportViewSelect = { id: true, fileName: true, state: true, progress: true } as const;

type OneReport = { reportId: string; viewer: Viewer };

/** Only who asked for a report gets it: it says what that person may see. */
export async function getReport({ reportId, viewer }: OneReport): Promise<ReportView> {
  const { storageKey: _, mediaType: __, kind: ___, ...report } = await findOwn({ reportId, viewer });
  return report;
}

export async function getReportFile({ reportId, viewer }: OneReport) {
  const { fileName, mediaType, storageKey } = await findOwn({ reportId, viewer });
  const bytes = storageKey && (await storage().get(storageKey));
  if (!bytes) throw new AppError("not_found", "report_not_found");
  return { fileName, mediaType, bytes };
}

async function findOwn({ reportId, viewer }: OneReport) {
  const report = await scopedDb(viewer.organisationId).report.findFirst({
    where: { id: reportId, createdById: viewer.userId },
    select: { ...reportViewSelect, kind: true, mediaType: true, storageKey: true },
  });
  if (!report) throw new AppError("not_found", "report_not_found");
  assertMay(report.kind, viewer);
  return report;
}

async function assertScreened(asked: { applicationId: string; viewer: Viewer }) {
  const application = await findApplication(asked);
  if (!application?.run) throw new AppError("not_found", "application_not_found");
}
