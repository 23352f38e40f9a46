import "server-only";
import { findUserViewer } from "@/lib/auth/find-user-viewer";
import { scopedDb } from "@/lib/db";
import type { Locale } from "@/lib/i18n/locale";
import { findInterview } from "@/lib/interview/find-interview";
import type { ReportContent } from "@/lib/report/blocks";
import { candidateContent } from "@/lib/report/candidate-content";
import { loadDossier } from "@/lib/report/dossier-report";
import { interviewContent } from "@/lib/report/interview-content";
import { renderInProcess } from "@/lib/report/pdf/report-pool";
import { loadPositionReport } from "@/lib/report/position-report";
import { loadPages } from "@/lib/report/quote-pages";
import { shortlistContent } from "@/lib/report/shortlist-content";
import { findApplication } from "@/lib/screening/find-application";
import { findBoard } from "@/lib/screening/find-board";
import { storage } from "@/lib/storage/storage";

type MakeReport = { organisationId: string; reportId: string };

/** Reads, lays out and stores a report, with the eyes of who asked for it. Safe to repeat. */
export async function makeReport({ organisationId, reportId, locale }: MakeReport & { locale: Locale }) {
  const tell = (progress: number) => tellProgress({ organisationId, reportId, progress });
  const report = await findUnderWay({ organisationId, reportId });
  if (!report) return { outcome: "gone" };
  await tell(10);
  const content = await readContent({ ...report, locale });
  if (!content) return failReport({ organisationId, reportId, error: "gone" });
  await tell(30);
  const bytes = await renderInProcess(content);
  await tell(90);
  return completeReport({ organisationId, reportId, bytes });
}

/** A report that is still to be made, and who asked for it; null when either is gone. */
export async function findUnderWay({ organisationId, reportId }: MakeReport) {
  const report = await scopedDb(organisationId).report.findFirst({
    where: { id: reportId, state: { in: ["pending", "running"] } },
    select: { kind: true, subjectId: true, createdById: true },
  });
  const viewer = report?.createdById ? await findUserViewer({ organisationId, userId: report.createdById }) : null;
  return report && viewer && { kind: report.kind, subjectId: report.subjectId, viewer };
}

export async function tellProgress({ organisationId, reportId, progress }: MakeReport & { progress: number }) {
  await scopedDb(organisationId).report.updateMany({
    where: { id: reportId, state: { not: "completed" } },
    data: { state: "running", progress },
  });
}

export async function completeReport({ organisationId, reportId, bytes }: MakeReport & { bytes: Uint8Array }) {
  const db = scopedDb(organisationId);
  const report = await db.report.findFirst({ where: { id: reportId }, select: { mediaType: true } });
  if (!report) return { outcome: "gone" };
  const storageKey = `${folderOf({ organisationId, reportId })}/file`;
  await storage().put(storageKey, bytes, report.mediaType);
  await db.report.updateMany({ where: { id: reportId }, data: { state: "completed", progress: 100, storageKey } });
  return { outcome: "made" };
}

/** Where a report's file lies, and the parts of one that is made piece by piece. */
export function folderOf({ organisationId, reportId }: MakeReport) {
  return `reports/${organisationId}/${reportId}`;
}

type ReadContent = {
  kind: string;
  subjectId: string;
  locale: Locale;
  viewer: Parameters<typeof findBoard>[0]["viewer"];
};

async function readContent({ kind, subjectId, locale, viewer }: ReadContent): Promise<ReportContent | null> {
  const now = new Date();
  if (kind === "candidate") {
    const application = await findApplication({ applicationId: subjectId, viewer });
    if (!application?.run) return null;
    const pageOf = await loadPages({ organisationId: viewer.organisationId, resumeId: application.resumeId });
    return candidateContent({ application, locale, now, pageOf });
  }
  if (kind === "dossier") return loadDossier({ applicationId: subjectId, viewer, locale, now });
  if (kind === "interview") {
    const interview = await findInterview({ interviewId: subjectId, viewer });
    return interview?.report ? interviewContent({ interview, locale, now, withConversation: true }) : null;
  }
  if (kind === "position") return loadPositionReport({ positionId: subjectId, viewer, locale, now });
  const board = await findBoard({ positionId: subjectId, viewer });
  return board && shortlistContent({ board, locale, now });
}

export async function failReport({ organisationId, reportId, error }: MakeReport & { error: string }) {
  await scopedDb(organisationId).report.updateMany({
    where: { id: reportId, state: { not: "completed" } },
    data: { state: "failed", error },
  });
  return { outcome: "failed" };
}

/** A report is a copy of what stands elsewhere; it goes with its file when its day is over. */
export async function removeReport({ organisationId, reportId }: MakeReport) {
  await scopedDb(organisationId).report.deleteMany({ where: { id: reportId } });
  for await (const { key } of storage().list(`${folderOf({ organisationId, reportId })}/`)) await storage().remove(key);
}
