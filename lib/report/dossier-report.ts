import "server-only";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locale";
import { listInterviews } from "@/lib/interview/list-interviews";
import { findRecommendation } from "@/lib/recommendation/make-recommendation";
import type { ReportContent } from "@/lib/report/blocks";
import { dossierContent } from "@/lib/report/dossier-content";
import { loadPages } from "@/lib/report/quote-pages";
import { toCsvTables } from "@/lib/report/to-csv";
import { toDocx } from "@/lib/report/to-docx";
import { toMarkdown } from "@/lib/report/to-markdown";
import { toWorkbook } from "@/lib/report/to-workbook";
import { loadRedacted } from "@/lib/resume/blind/load-redacted";
import { applyCorrections } from "@/lib/resume/corrections/apply-corrections";
import { loadCorrections } from "@/lib/resume/corrections/load-corrections";
import { resumeProfile } from "@/lib/resume/profile";
import { findApplication } from "@/lib/screening/find-application";

type OfApplication = { applicationId: string; viewer: Viewer };
type LoadDossier = OfApplication & { locale: Locale; now: Date };

/** What the dossier on a candidate says; null before there is a recommendation. */
export async function loadDossier({ applicationId, viewer, locale, now }: LoadDossier): Promise<ReportContent | null> {
  const application = await findApplication({ applicationId, viewer });
  const recommendation = application && (await findRecommendation({ applicationId, viewer }));
  if (!application || !recommendation) return null;
  const { organisationId } = viewer;
  const { resumeId } = application;
  const [interviews, pageOf, profile] = await Promise.all([
    listInterviews({ resumeId, positionId: application.position.id, viewer }),
    loadPages({ organisationId, resumeId }),
    loadProfile({ resumeId, viewer }),
  ]);
  const preparedBy = viewer.name;
  return dossierContent({ application, recommendation, interviews, profile, preparedBy, locale, now, pageOf });
}

/** @throws conflict before there is a recommendation */
export async function assertRecommended({ applicationId, viewer }: OfApplication) {
  if (!(await findRecommendation({ applicationId, viewer }))) throw new AppError("conflict", "no_recommendation");
}

type GetDossier = OfApplication & { locale: Locale; format: "md" | "json" | "docx" | "xlsx" | "csv"; now?: Date };

/** The dossier as a file that needs no job: everything but PDF. */
export async function getDossier({ applicationId, viewer, locale, format, now = new Date() }: GetDossier) {
  await assertRecommended({ applicationId, viewer });
  const content = await loadDossier({ applicationId, viewer, locale, now });
  if (!content) throw new AppError("not_found", "application_not_found");
  const audited = { action: "report.downloaded", subjectType: "application", subjectId: applicationId };
  await recordAudit(scopedDb(viewer.organisationId), { viewer, ...audited, details: { format, kind: "dossier" } });
  const [cover] = content.blocks;
  const title = cover?.type === "cover" ? `${cover.title} - ${cover.subtitle}` : applicationId;
  return { fileName: `${title.slice(0, 200)}.${format}`, format, body: await write(content, format) };
}

function write(content: ReportContent, format: GetDossier["format"]): Promise<Buffer> | string {
  if (format === "docx") return toDocx(content);
  if (format === "xlsx") return toWorkbook(content);
  if (format === "csv") return toCsvTables(content);
  // Pictures are drawn from the tables beside them.
  const blocks = content.blocks.filter(({ type }) => type !== "picture");
  return format === "json" ? `${JSON.stringify({ ...content, blocks }, null, 2)}\n` : toMarkdown(content);
}

async function loadProfile({ resumeId, viewer }: { resumeId: string; viewer: Viewer }) {
  const hidden = (await loadRedacted(viewer, [resumeId])).get(resumeId);
  if (hidden) return hidden.profile;
  const db = scopedDb(viewer.organisationId);
  const content = await db.resumeContent.findUnique({ where: { resumeId }, select: { profile: true } });
  if (!content) return null;
  const corrections = (await loadCorrections(db, [resumeId])).get(resumeId) ?? [];
  return applyCorrections(resumeProfile.parse(content.profile), corrections).profile;
}
