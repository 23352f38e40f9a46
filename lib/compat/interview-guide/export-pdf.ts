import "server-only";
import { fileResponse } from "@/lib/api/file-response";
import { recordAudit } from "@/lib/audit/record-audit";
import { scopedDb } from "@/lib/db";
import type { ReportBlock, ReportContent } from "@/lib/report/blocks";
import { renderInProcess } from "@/lib/report/pdf/report-pool";
import { nameOf } from "@/lib/resume/review/describe";
import { type Dimension, dimensionPoints, dimensions, type Review } from "@/lib/resume/review/schema";
import { codes, GuideError } from "./answer";
import { type FoundResume, findByNumber } from "./find-resume";
import { operation } from "./operation";
import { localTime, readReview, shownSummary, toSuggestion } from "./wire";

const titles: Record<Dimension, string> = {
  ...{ project: "项目经验", skillMatch: "技能匹配度", content: "内容完整性" },
  ...{ structure: "结构清晰度", expression: "表达专业性" },
};

/** The newest analysis as a PDF. What goes wrong is told by the status too: the client looks at nothing else. */
export const exportPdf = operation({ permission: "screening:read", isFile: true }, async ({ viewer, number }) => {
  const resume = await findByNumber(number, viewer).catch((error: unknown) => {
    if (error instanceof GuideError) throw new GuideError(error.code, error.message, { status: 404 });
    throw error;
  });
  const finished = resume.reviews.find(({ state }) => state === "completed");
  if (!finished) throw new GuideError(codes.notAnalysed, "简历还没有分析结果", { status: 404 });
  try {
    const bytes = await renderInProcess(toContent(resume, readReview(finished.result)));
    await recordAudit(scopedDb(viewer.organisationId), {
      ...{ viewer, action: "report.downloaded", subjectType: "resume", subjectId: resume.id },
      details: { format: "pdf" },
    });
    const fileName = `简历分析报告_${resume.fileName}.pdf`;
    return fileResponse({ bytes, fileName, mediaType: "application/pdf" });
  } catch (cause) {
    throw new GuideError(codes.pdfFailed, "PDF 导出失败，请稍后重试", { status: 500, cause });
  }
});

function toContent(
  resume: FoundResume,
  { overall, scores, summary, strengths, suggestions, measures, words }: Review,
): ReportContent {
  const writer = words?.failureReason === null ? words.model : null;
  const advice = suggestions
    .map(toSuggestion)
    .map(({ priority, category, issue, recommendation }, index): ReportBlock[] => [
      { type: "heading", level: 3, text: `${index + 1}. 【${priority}】${category}` },
      { type: "paragraph", text: `问题：${issue}` },
      { type: "paragraph", text: `建议：${recommendation}` },
    ]);
  const score = { isNumber: true, share: 1 };
  return {
    blocks: [
      { type: "title", text: "简历分析报告" },
      { type: "note", text: `文件名：${resume.fileName}` },
      { type: "note", text: `上传时间：${localTime(resume.receivedAt).slice(0, 19).replace("T", " ")}` },
      { type: "emphasis", text: `总分：${overall} / 100` },
      { type: "heading", level: 2, text: "各维度评分" },
      {
        type: "table",
        columns: [
          { title: "维度", share: 4 },
          { title: "得分", ...score },
          { title: "满分", ...score },
        ],
        rows: dimensions.map((key) => [titles[key], scores[key], dimensionPoints[key]]),
      },
      { type: "heading", level: 2, text: "总评" },
      { type: "paragraph", text: shownSummary({ summary }) },
      ...section("优势", strengths),
      ...(advice.length > 0
        ? [{ type: "heading" as const, level: 2 as const, text: "改进建议" }, ...advice.flat()]
        : []),
      { type: "heading", level: 2, text: "评分依据" },
      {
        type: "table",
        columns: [
          { title: "维度", share: 3 },
          { title: "项目", share: 5 },
          { title: "得分", ...score },
          { title: "满分", ...score },
        ],
        rows: measures.map(({ dimension, key, points, max }) => [titles[dimension], nameOf(key, "zh"), points, max]),
      },
    ],
    footer: `分数由明聘（Hireglass）内置规则按简历原文计算，只评价简历的写法，不评价人。${writer ? `文字由模型 ${writer} 撰写，已按原文核对。` : ""}`,
  };
}

function section(title: string, items: string[]): ReportBlock[] {
  if (items.length === 0) return [];
  return [
    { type: "heading", level: 2, text: title },
    { type: "list", items },
  ];
}
