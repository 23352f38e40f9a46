import "server-only";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locale";
import { findInterview } from "@/lib/interview/find-interview";
import { sayInterview } from "@/lib/interview/statements";
import { interviewContent } from "@/lib/report/interview-content";
import { toDocx } from "@/lib/report/to-docx";
import { toMarkdown } from "@/lib/report/to-markdown";

type GetInterviewReport = {
  interviewId: string;
  viewer: Viewer;
  locale: Locale;
  format: "md" | "json" | "docx";
  withConversation?: boolean;
  now?: Date;
};

/** The report on an interview as a file. JSON carries the engine's report as it is, with its sentences spelled out. */
export async function getInterviewReport(asked: GetInterviewReport) {
  const { interviewId, viewer, locale, format, withConversation = true, now = new Date() } = asked;
  const interview = await findInterview({ interviewId, viewer });
  if (!interview?.report) throw new AppError("not_found", "interview_not_found");
  await recordAudit(scopedDb(viewer.organisationId), {
    ...{ viewer, action: "report.downloaded", subjectType: "interview", subjectId: interviewId },
    details: { format },
  });
  const name = interview.candidateName ?? (locale === "zh" ? "未读出姓名" : "Unnamed");
  const fileName = `${name} - ${interview.positionTitle} - ${interview.createdAt.slice(0, 10)}.${format}`;
  if (format !== "json") {
    const content = interviewContent({ interview, locale, now, withConversation });
    return { fileName, format, body: format === "md" ? toMarkdown(content) : await toDocx(content) };
  }
  const { report, own: _own, scorecards: _scorecards, turns, ...rest } = interview;
  const sentences = {
    summary: report.summary.map((statement) => sayInterview(statement, locale)),
    nextSteps: report.nextSteps.map((statement) => sayInterview(statement, locale)),
    dimensions: report.dimensions.map(({ key, comment }) => ({ key, comment: sayInterview(comment, locale) })),
  };
  const body = {
    generatedAt: now.toISOString(),
    locale,
    ...rest,
    report,
    sentences,
    turns: withConversation ? turns : [],
  };
  return { fileName, format, body: `${JSON.stringify(body, null, 2)}\n` };
}
