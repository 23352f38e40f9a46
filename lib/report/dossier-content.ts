import "server-only";
import { barsPicture } from "@/lib/charts/bars";
import { radarPicture } from "@/lib/charts/radar";
import { type TimelineEntry, timelinePicture } from "@/lib/charts/timeline";
import type { Locale } from "@/lib/i18n/locale";
import { type Translate, translator } from "@/lib/i18n/translator";
import type { InterviewListItem } from "@/lib/interview/page-schema";
import { toClock } from "@/lib/interview/to-clock";
import { isProvisional } from "@/lib/recommendation/kinds";
import type { MatrixColumn, MatrixEntry, MatrixRow, RecommendationView } from "@/lib/recommendation/schema";
import { sayLevel, sayRecommendation } from "@/lib/recommendation/statements";
import { type ReportPart, writeReport } from "@/lib/recommendation/write-report";
import type { ReportBlock, ReportContent } from "@/lib/report/blocks";
import { section } from "@/lib/report/candidate-content";
import { marks } from "@/lib/report/marks";
import type { PageOf } from "@/lib/report/quote-pages";
import type { ResumeProfile } from "@/lib/resume/profile";
import type { ApplicationDetail } from "@/lib/screening/schema";

export type DossierContent = {
  application: ApplicationDetail;
  recommendation: RecommendationView;
  interviews: readonly InterviewListItem[];
  profile: ResumeProfile | null;
  preparedBy: string;
  locale: Locale;
  now: Date;
  pageOf: PageOf;
};

const longestQuote = 140;
const dayMs = 86_400_000;

/** Everything known of one candidate for one position, to be printed: what a person needs who decides. */
export function dossierContent(dossier: DossierContent): ReportContent {
  const { application, recommendation, locale, now, preparedBy } = dossier;
  const t = translator(locale);
  const { result, prose } = recommendation;
  const { score, level, engine } = result;
  const parts = reportOf(dossier, t);
  const name = application.candidateName ?? t("report.unnamed");
  const lines: [string, string][] = [
    [t("dossier.recommendation"), sayLevel({ level, isProvisional: isProvisional(result) }, t)],
    [t("report.score"), score ? `${score.value} (${score.low}–${score.high})` : "–"],
    [t("report.stage"), t(`stages.${application.stage}`)],
    [t("dossier.sources"), sourcesOf(result.sources, t)],
    [t("dossier.prepared_by"), preparedBy],
    [t("dossier.date"), now.toISOString().slice(0, 10)],
  ];
  const model = prose?.report?.model ?? application.run?.result.experts?.model;
  return {
    blocks: [
      { type: "cover", title: name, subtitle: application.position.title, lines, note: t("dossier.confidential") },
      { type: "heading", level: 2, text: t("dossier.summary") },
      ...textOf(parts, ["report", "provisional", "next"]),
      { type: "heading", level: 2, text: t("dossier.scores") },
      ...charts(dossier, t),
      ...timelines(dossier, t),
      ...differing(parts, t),
      ...evidenceTable(dossier, t),
      { type: "heading", level: 2, text: t("dossier.dimensions") },
      ...result.dimensions.flatMap(({ key }): ReportBlock[] => [
        { type: "heading", level: 3, text: t(`recommendation.dimension_${key}`) },
        ...textOf(parts, [key]),
      ]),
      { type: "heading", level: 2, text: t("recommendation.open_questions") },
      {
        type: "list",
        items: parts.find(({ key }) => key === "unknown")?.paragraphs ?? [t("recommendation.all_known")],
      },
      ...interviewTable(dossier, t),
      ...section(
        t("decision.title"),
        application.decisions.map(({ outcome, reason, reasonCode, decidedBy, createdAt }) =>
          [
            `${createdAt.slice(0, 10)} ${decidedBy}: ${t(`decision.${outcome}`)}`,
            ...(reasonCode ? [t(`decision.reason_${reasonCode}`)] : []),
            reason,
          ].join(" – "),
        ),
      ),
    ],
    footer: t("dossier.footer", {
      engine: engine.name === "built-in" ? t("engines.built-in") : engine.name,
      ...{ version: engine.version, model: model ?? "none", made: recommendation.createdAt.slice(0, 16) },
    }),
  };
}

function reportOf({ recommendation: { result, prose }, locale }: DossierContent, t: Translate): ReportPart[] {
  const parts = writeReport(result, locale, {
    dimension: (key) => t(`recommendation.dimension_${key}`),
    subScore: (key) => t(`recommendation.sub_${key}`),
    level: (level) => t(`recommendation.level_${level}`),
    ask: (key) => t(`recommendation.ask_${key}`),
  });
  const written = new Map(Object.entries(prose ?? {}));
  return parts.map((part) => {
    const sentences = written.get(part.key)?.sentences ?? [];
    return sentences.length > 0 ? { ...part, paragraphs: sentences.map((one) => one[locale]) } : part;
  });
}

function textOf(parts: readonly ReportPart[], keys: readonly ReportPart["key"][]): ReportBlock[] {
  return keys.flatMap((key) =>
    (parts.find((part) => part.key === key)?.paragraphs ?? []).map(
      (text): ReportBlock => ({ type: "paragraph", text }),
    ),
  );
}

function sourcesOf(sources: RecommendationView["result"]["sources"], t: Translate): string {
  const { screening, interviews, scorecards } = sources;
  return t("dossier.from", { screening: screening ? 1 : 0, interviews, scorecards });
}

/** The radar beside its numbers, and every score with the range it could take. */
function charts({ application, recommendation: { result } }: DossierContent, t: Translate): ReportBlock[] {
  const { dimensions, score } = result;
  const named = dimensions.map((one) => ({ ...one, name: t(`recommendation.dimension_${one.key}`) }));
  const bound = (subScores: (typeof dimensions)[number]["subScores"], unknown: number) =>
    Math.round(subScores.reduce((sum, { value }) => sum + (value ?? unknown), 0) / subScores.length / 0.01) / 100;
  return [
    {
      ...{ type: "picture", label: t("finalists.radar") },
      picture: radarPicture({
        ...{ min: 1, max: 5, axes: named.map(({ name }) => name) },
        series: [{ name: application.candidateName ?? "", values: named.map((one) => one.score) }],
      }),
    },
    {
      ...{ type: "picture", label: t("dossier.bars") },
      picture: barsPicture({
        max: 5,
        bars: named.map(({ name, score: value, subScores }) => {
          const [low, high] = [bound(subScores, 1), bound(subScores, 5)];
          const text = value === null ? t("recommendation.unknown") : `${value} (${low}–${high})`;
          return { label: name, value, low, high, text };
        }),
      }),
    },
    {
      type: "table",
      columns: [
        { title: t("report.dimension"), share: 3 },
        { title: t("dossier.weight"), isNumber: true, share: 1 },
        { title: t("report.score"), isNumber: true, share: 1 },
        { title: t("report.range"), isNumber: true, share: 1.4 },
      ],
      rows: [
        ...named.map(({ name, weight, score: value, subScores }) => [
          ...[name, `${Math.round(weight * 100)} %`, value ?? t("recommendation.unknown")],
          `${bound(subScores, 1)}–${bound(subScores, 5)}`,
        ]),
        ...(score ? [[t("report.comprehensive"), "100 %", score.value, `${score.low}–${score.high}`]] : []),
      ],
    },
    { type: "note", text: t("dossier.range_note") },
    ...(application.run
      ? [
          {
            type: "scores" as const,
            header: [t("stages.screened"), t("report.score"), t("report.range")] as [string, string, string],
            rows: application.run.result.views.map(({ key, score: of }) => ({ label: t(`views.${key}`), ...of })),
          },
        ]
      : []),
  ];
}

/** What the resume says they did when, and what has happened with them here. */
function timelines({ application, interviews, profile, recommendation, now }: DossierContent, t: Translate) {
  const today = now.getTime() / dayMs;
  const jobs = (profile?.work ?? []).flatMap(({ company, title, start, end }): TimelineEntry[] => {
    const from = dayOf(start?.value);
    const to = end?.value === "present" ? today : dayOf(end?.value);
    const label = [title?.value, company?.value].filter(Boolean).join(" · ");
    return from === null || to === null || to < from ? [] : [{ label, from, to }];
  });
  const events = [
    ...(application.run ? [{ at: application.run.finishedAt, label: t("stages.screened") }] : []),
    ...interviews.flatMap(({ finishedAt, round }) =>
      finishedAt ? [{ at: finishedAt, label: t("recommendation.column_interview", { round }) }] : [],
    ),
    { at: recommendation.createdAt, label: t("recommendation.title") },
    ...application.decisions.map(({ createdAt, outcome, decidedBy }) => ({
      ...{ at: createdAt, label: `${t(`decision.${outcome}`)} (${decidedBy})` },
    })),
  ].toSorted((a, b) => a.at.localeCompare(b.at));
  const process = events.map(({ at, label }) => {
    const day = Date.parse(at) / dayMs;
    return { from: day, to: day, label: `${at.slice(0, 10)} ${label}` };
  });
  const drawn = (title: string, entries: TimelineEntry[]): ReportBlock[] =>
    entries.length === 0
      ? []
      : [
          { type: "heading", level: 3, text: title },
          { type: "picture", label: title, picture: timelinePicture({ entries }) },
        ];
  const both = [...drawn(t("dossier.career"), jobs), ...drawn(t("dossier.process"), process)];
  return both.length === 0
    ? []
    : [{ type: "heading" as const, level: 2 as const, text: t("dossier.timeline") }, ...both];
}

/** A year or month counts from its beginning. */
function dayOf(date: string | undefined): number | null {
  if (!date || date === "present") return null;
  const [year = "", month = "01", day = "01"] = date.split("-");
  const time = Date.parse(`${year}-${month}-${day}`);
  return Number.isNaN(time) ? null : time / dayMs;
}

function differing(parts: readonly ReportPart[], t: Translate): ReportBlock[] {
  const texts = parts.find(({ key }) => key === "conflicts")?.paragraphs ?? [];
  return section(t("recommendation.conflicts"), texts);
}

/** Requirements and parts of the score by source, those whose sources differ first; quotes with their page. */
export function evidenceTable(
  { recommendation, pageOf, locale }: Pick<DossierContent, "recommendation" | "pageOf" | "locale">,
  t: Translate,
): ReportBlock[] {
  const { columns, rows } = recommendation.result.matrix;
  if (columns.length === 0) return [];
  const order = (row: MatrixRow) => (row.isConflict ? 0 : row.kind === "sub_score" ? 2 : 1);
  const nameOf = ({ kind, round }: MatrixColumn) =>
    kind === "interview"
      ? t("recommendation.column_interview", { round: round ?? 1 })
      : t(`recommendation.column_${kind}`);
  return [
    { type: "heading", level: 2, text: t("recommendation.matrix") },
    { type: "note", text: t("dossier.marks") },
    {
      type: "table",
      columns: [
        { title: t("recommendation.row"), share: 2 },
        ...columns.map((column) => ({ title: nameOf(column), share: 2.4 })),
      ],
      // What no source speaks of stands among what nobody knows.
      rows: rows
        .filter(({ kind, entries }) => kind === "requirement" || entries.length > 0)
        .toSorted((a, b) => order(a) - order(b))
        .map((row) => [
          `${row.isConflict ? "≠ " : ""}${rowName(row, t)}`,
          ...columns.map(({ key }) =>
            row.entries
              .filter(({ column }) => column === key)
              .map((entry) => entryText(entry, { pageOf, locale }, t))
              .join("\n"),
          ),
        ]),
    },
  ];
}

function rowName({ kind, key, text }: MatrixRow, t: Translate): string {
  if (kind === "requirement") return text;
  // A key of the list that the shape has checked.
  return kind === "overall"
    ? t("recommendation.row_overall")
    : t(`recommendation.sub_${key}` as "recommendation.sub_logic");
}

function entryText(
  { mark, value, reason, by, comment, ...quotes }: MatrixEntry,
  { pageOf, locale }: Pick<DossierContent, "pageOf" | "locale">,
  t: Translate,
): string {
  const page = (number: number | null) => (number === null ? "" : ` (${t("report.page", { page: number })})`);
  return [
    [mark && `${marks[mark]} ${t(`verdicts.${mark}`)}`, value !== null && `${value} / 5`].filter(Boolean).join(" "),
    reason ? sayRecommendation(reason, locale) : "",
    [by, comment].filter(Boolean).join(": "),
    ...quotes.resumeQuotes.map((quote) => `“${cut(quote.text)}”${page(pageOf(quote))}`),
    ...quotes.answerQuotes.map(({ text, seconds }) => `“${cut(text)}” (${toClock(seconds)})`),
    ...quotes.videoQuotes.map(({ text, startSeconds }) => `“${cut(text)}” (${toClock(startSeconds)})`),
  ]
    .filter(Boolean)
    .join("\n");
}

function cut(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > longestQuote ? `${line.slice(0, longestQuote)}…` : line;
}

function interviewTable({ interviews }: DossierContent, t: Translate): ReportBlock[] {
  const held = interviews.filter(({ finishedAt }) => finishedAt !== null);
  if (held.length === 0) return [];
  return [
    { type: "heading", level: 2, text: t("dossier.interviews") },
    {
      type: "table",
      columns: [
        { title: t("dossier.round"), isNumber: true, share: 1 },
        { title: t("dossier.date"), share: 2 },
        { title: t("dossier.interviewers"), share: 4 },
        { title: t("dossier.questions"), isNumber: true, share: 1 },
        { title: t("report.score"), isNumber: true, share: 1 },
      ],
      rows: held.map(({ round, finishedAt, interviewers, questionCount, score }) => [
        ...[round, finishedAt?.slice(0, 10) ?? "", interviewers.join(", "), questionCount, score ?? "–"],
      ]),
    },
  ];
}
