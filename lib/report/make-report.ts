import "server-only";
import { findUserViewer } from "@/lib/auth/find-user-viewer";
import { scopedDb } from "@/lib/db";
import type { Locale } from "@/lib/i18n/locale";
import type { ReportContent } from "@/lib/report/blocks";
import { candidateContent } from "@/lib/report/candidate-content";
import { renderInWorker } from "@/lib/report/pdf/report-pool";
import { shortlistContent } from "@/lib/report/shortlist-content";
import { findApplication } from "@/lib/screening/find-application";
import { findBoard } from "@/lib/screening/find-board";
import { storage } from "@/lib/storage/storage";

type MakeReport = { organisationId: string; reportId: string };

/** Reads, lays out and stores a report, with the eyes of who asked for it. Safe to repeat. */
export async function makeReport({ organisationId, reportId, locale }: MakeReport & { locale: Locale }) {
  const db = scopedDb(organisationId);
  const tell = (progress: number) =>
    db.report.updateMany({
      where: { id: reportId, state: { not: "completed" } },
      data: { state: "running", progress },
    });
  const report = await db.report.findFirst({ where: { id: reportId, state: { in: ["pending", "running"] } } });
  const viewer = report?.createdById ? await findUserViewer({ organisationId, userId: report.createdById }) : null;
  if (!report || !viewer) return { outcome: "gone" };
  await tell(10);
  const content = await readContent({ kind: report.kind, subjectId: report.subjectId, locale, viewer });
  if (!content) return failReport({ organisationId, reportId, error: "gone" });
  await tell(30);
  const bytes = await renderInWorker(content);
  await tell(90);
  const storageKey = `reports/${organisationId}/${reportId}`;
  await storage().put(storageKey, bytes, report.mediaType);
  await db.report.updateMany({ where: { id: reportId }, data: { state: "completed", progress: 100, storageKey } });
  return { outcome: "made" };
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
    return application?.run ? candidateContent({ application, locale, now }) : null;
  }
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
  const [report] = await scopedDb(organisationId).$queryRaw<{ storageKey: string | null }[]>`
    delete from report where id = ${reportId}::uuid and organisation_id = ${organisationId}::uuid
    returning storage_key as "storageKey"`;
  if (report?.storageKey) await storage().remove(report.storageKey);
}
