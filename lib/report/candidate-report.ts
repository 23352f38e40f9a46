import "server-only";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locale";
import { candidateContent } from "@/lib/report/candidate-content";
import { loadPages } from "@/lib/report/quote-pages";
import { toDocx } from "@/lib/report/to-docx";
import { toMarkdown } from "@/lib/report/to-markdown";
import { findApplication } from "@/lib/screening/find-application";
import { say } from "@/lib/screening/statements";

type CandidateReport = {
  applicationId: string;
  viewer: Viewer;
  locale: Locale;
  format: "md" | "json" | "docx";
  now?: Date;
};

/**
 * The report on one candidate for one position: scores with their ranges, each verdict with its quotes, and
 * the decisions. JSON carries the engine's result as it is, with its sentences spelled out.
 */
export async function getCandidateReport({ applicationId, viewer, locale, format, now = new Date() }: CandidateReport) {
  const application = await findApplication({ applicationId, viewer });
  if (!application?.run) throw new AppError("not_found", "application_not_found");
  const { organisationId } = viewer;
  const details = { format, runId: application.run.id };
  await recordAudit(scopedDb(organisationId), {
    viewer,
    action: "report.downloaded",
    subjectType: "application",
    subjectId: applicationId,
    details,
  });
  const pageOf = await loadPages({ organisationId, resumeId: application.resumeId });
  const name = application.candidateName ?? (locale === "zh" ? "未读出姓名" : "Unnamed");
  const fileName = `${name} - ${application.position.title}.${format}`;
  if (format !== "json") {
    const content = candidateContent({ application, locale, now, pageOf });
    return { fileName, format, body: format === "md" ? toMarkdown(content) : await toDocx(content) };
  }

  const { result } = application.run;
  const sentences = {
    verdicts: result.verdicts.map(({ requirementKey, reason, quotes }) => ({
      ...{ requirementKey, reason: say(reason, locale) },
      /** Of its quotes, from 1; null where the file has no pages, or one only. */
      pages: quotes.map(pageOf),
    })),
    adviceReasons: result.adviceReasons.map((reason) => say(reason, locale)),
    strengths: result.strengths.map((strength) => say(strength, locale)),
    gaps: result.gaps.map((gap) => say(gap, locale)),
    questions: result.questions.map((question) => say(question, locale)),
  };
  const body = { generatedAt: now.toISOString(), locale, ...application, sentences };
  return { fileName, format, body: `${JSON.stringify(body, null, 2)}\n` };
}
