import "server-only";
import JSZip from "jszip";
import type { Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
import type { ReportContent } from "@/lib/report/blocks";
import { candidateContent } from "@/lib/report/candidate-content";
import { mostArchived } from "@/lib/report/kinds";
import { completeReport, findUnderWay, folderOf, tellProgress } from "@/lib/report/make-report";
import { renderInProcess } from "@/lib/report/pdf/report-pool";
import { loadPages } from "@/lib/report/quote-pages";
import type { ArchiveInput } from "@/lib/report/schema";
import { toDocx } from "@/lib/report/to-docx";
import { toMarkdown } from "@/lib/report/to-markdown";
import { cleanFileName } from "@/lib/resume/file-name";
import { findApplication } from "@/lib/screening/find-application";
import { findBoard } from "@/lib/screening/find-board";
import { storage } from "@/lib/storage/storage";

type Archive = { organisationId: string; reportId: string };

/** The applications a report is made of, in the board's order, at most 500; none when nobody may see them any more. */
export async function listArchived({ applicationIds, ...report }: Archive & Pick<ArchiveInput, "applicationIds">) {
  const found = await findUnderWay(report);
  const board = found && (await findBoard({ positionId: found.subjectId, viewer: found.viewer }));
  const screened = board?.rows.flatMap(({ applicationId, run }) => (run ? [applicationId] : [])) ?? [];
  const chosen = applicationIds && new Set(applicationIds);
  return screened.filter((id) => !chosen || chosen.has(id)).slice(0, mostArchived);
}

type MakePart = Archive & {
  format: ArchiveInput["format"];
  locale: Locale;
  applicationIds: string[];
  /** Of the first of them, from 0, and of how many in the whole archive. */
  from: number;
  total: number;
};

/** Lays out some of the reports and puts them aside, with the eyes of who asked. Safe to repeat. */
export async function makePart({ organisationId, reportId, applicationIds, from, total, format, locale }: MakePart) {
  const found = await findUnderWay({ organisationId, reportId });
  if (!found) return { outcome: "gone" };
  const unnamed = translator(locale)("report.unnamed");
  const zip = new JSZip();
  for (const [index, applicationId] of applicationIds.entries()) {
    const application = await findApplication({ applicationId, viewer: found.viewer });
    if (!application?.run) continue;
    const pageOf = await loadPages({ organisationId, resumeId: application.resumeId });
    const content = candidateContent({ application, locale, now: new Date(), pageOf });
    const name = `${String(from + index + 1).padStart(3, "0")} ${application.candidateName ?? unnamed}`;
    zip.file(`${archivedName(name)}.${format}`, await write(content, format));
    await tellProgress({ organisationId, reportId, progress: Math.floor(((from + index + 1) / total) * 95) });
  }
  await storage().put(partKey({ organisationId, reportId, from }), await bytesOf(zip), "application/zip");
  return { outcome: "made" };
}

/** Puts the parts together; the parts go with the report. */
export async function joinParts({ organisationId, reportId, parts }: Archive & { parts: number[] }) {
  const whole = new JSZip();
  for (const from of parts) {
    const bytes = await storage().get(partKey({ organisationId, reportId, from }));
    if (bytes) await whole.loadAsync(bytes);
  }
  return completeReport({ organisationId, reportId, bytes: await bytesOf(whole) });
}

/** What systems forbid in a file's name is left out; a slash would make a folder. */
function archivedName(name: string) {
  return cleanFileName(name.replace(/[<>:"/\\|?*]/g, " "));
}

function write(content: ReportContent, format: ArchiveInput["format"]) {
  if (format === "md") return toMarkdown(content);
  return format === "docx" ? toDocx(content) : renderInProcess(content);
}

function bytesOf(zip: JSZip) {
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

function partKey({ organisationId, reportId, from }: Archive & { from: number }) {
  return `${folderOf({ organisationId, reportId })}/${from}`;
}
