import "server-only";
import type { Locale } from "@/lib/i18n/locale";
import { type Translate, translator } from "@/lib/i18n/translator";
import type { InterviewDetail } from "@/lib/interview/page-schema";
import type { AnswerQuote, InterviewReport } from "@/lib/interview/schema";
import { sayInterview } from "@/lib/interview/statements";
import { toClock } from "@/lib/interview/to-clock";
import type { ReportBlock, ReportContent } from "@/lib/report/blocks";

type InterviewContent = {
  interview: InterviewDetail;
  locale: Locale;
  now: Date;
  /** Every question with what was said to it. */
  withConversation: boolean;
};

/** What the report on one interview says, in one language. Empty before there is one. */
export function interviewContent({ interview, locale, now, withConversation }: InterviewContent): ReportContent {
  const t = translator(locale);
  const { report } = interview;
  if (!report) return { blocks: [], footer: "" };
  const held = (interview.startedAt ?? interview.createdAt).slice(0, 10);
  const blocks: ReportBlock[] = [
    { type: "title", text: interview.candidateName ?? t("report.unnamed") },
    { type: "paragraph", text: [interview.positionTitle, held, ...interview.interviewers].join(" · ") },
    { type: "emphasis", text: t(`interview.recommendation_${report.recommendation}`) },
    ...scores(report, t),
    ...report.summary.map((statement): ReportBlock => ({ type: "paragraph", text: sayInterview(statement, locale) })),
    ...dimensions(report, locale, t),
    ...noted(report, locale, t),
    ...section(
      t("interview.next_steps"),
      report.nextSteps.map((statement) => sayInterview(statement, locale)),
    ),
    ...scorecard(report, t),
    ...section(t("interview.report_notes"), interview.reportNotes ? [interview.reportNotes] : []),
    ...(withConversation ? conversation(interview, t) : []),
  ];
  const footer = t("interview.report_footer", {
    engine: t("engines.built-in"),
    version: report.engine.version,
    made: now.toISOString().slice(0, 16),
  });
  return { blocks, footer };
}

function scores({ score }: InterviewReport, t: Translate): ReportBlock[] {
  if (!score) return [{ type: "paragraph", text: t("interview.no_score") }];
  return [
    {
      type: "scores",
      header: ["", t("report.score"), t("report.range")],
      rows: [{ label: t("interview.score"), ...score }],
    },
  ];
}

function dimensions(report: InterviewReport, locale: Locale, t: Translate): ReportBlock[] {
  return [
    { type: "heading", level: 2, text: t("interview.dimensions") },
    ...report.dimensions.flatMap(({ key, score, comment, quotes }): ReportBlock[] => [
      { type: "heading", level: 3, text: t(`interview.dimension_${key}`) },
      {
        type: "paragraph",
        text: `${score === null ? t("interview.unknown") : `${score} / 5`} · ${sayInterview(comment, locale)}`,
      },
      ...quotes.map(quoteBlock),
    ]),
  ];
}

function noted({ highlights, redFlags }: InterviewReport, locale: Locale, t: Translate): ReportBlock[] {
  const shown = highlights.flatMap(({ reason, quotes }): ReportBlock[] => [
    { type: "paragraph", text: sayInterview(reason, locale) },
    ...quotes.map(quoteBlock),
  ]);
  const flags = redFlags.flatMap(({ reason, answer, resume }): ReportBlock[] => [
    { type: "paragraph", text: sayInterview(reason, locale) },
    quoteBlock(answer),
    { type: "quote", text: resume.text, source: t("interview.in_resume") },
  ]);
  return [
    ...(shown.length > 0 ? [{ type: "heading" as const, level: 2 as const, text: t("interview.highlights") }] : []),
    ...shown,
    ...(flags.length > 0 ? [{ type: "heading" as const, level: 2 as const, text: t("interview.red_flags") }] : []),
    ...flags,
  ];
}

function scorecard({ scorecard: lines }: InterviewReport, t: Translate): ReportBlock[] {
  if (lines.length === 0) return [];
  return [
    { type: "heading", level: 2, text: t("interview.requirements") },
    {
      type: "table",
      columns: [
        { title: t("interview.requirement"), share: 5 },
        { title: t("interview.rating"), isNumber: true, share: 1 },
        { title: t("interview.said"), share: 6 },
      ],
      rows: lines.map(({ text, rating, quotes }) => [
        text,
        rating ?? t("interview.unknown"),
        quotes[0] ? `${toClock(quotes[0].seconds)} ${quotes[0].text}` : "–",
      ]),
    },
  ];
}

function conversation({ turns }: InterviewDetail, t: Translate): ReportBlock[] {
  return [
    { type: "heading", level: 2, text: t("interview.transcript") },
    ...turns.flatMap(({ question, startSeconds, segments }): ReportBlock[] => [
      { type: "heading", level: 3, text: `${toClock(startSeconds)} ${question.text}` },
      ...segments.map(
        ({ speaker, text }): ReportBlock => ({
          type: "paragraph",
          text: `${t(`interview.speaker_${speaker}`)}: ${text}`,
        }),
      ),
    ]),
  ];
}

function quoteBlock({ text, seconds }: AnswerQuote): ReportBlock {
  return { type: "quote", text, source: toClock(seconds) };
}

function section(title: string, items: string[]): ReportBlock[] {
  if (items.length === 0) return [];
  return [
    { type: "heading", level: 2, text: title },
    { type: "list", items },
  ];
}
