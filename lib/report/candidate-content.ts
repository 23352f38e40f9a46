import "server-only";
import type { Locale } from "@/lib/i18n/locale";
import { type Translate, translator } from "@/lib/i18n/translator";
import type { ReportBlock, ReportContent } from "@/lib/report/blocks";
import type { PageOf } from "@/lib/report/quote-pages";
import { degreeLevels } from "@/lib/resume/profile";
import type { ApplicationDetail, Quote, RequirementVerdict } from "@/lib/screening/schema";
import { say } from "@/lib/screening/statements";

type CandidateContent = { application: ApplicationDetail; locale: Locale; now: Date; pageOf: PageOf };
type Run = NonNullable<ApplicationDetail["run"]>;

/** What the report on one candidate says, in one language. */
export function candidateContent({ application, locale, now, pageOf }: CandidateContent): ReportContent {
  const t = translator(locale);
  const { run, position, stage } = application;
  if (!run) return { blocks: [], footer: "" };
  const { result, version, finishedAt } = run;
  const requirements = t("report.requirements_version", { version });
  const blocks: ReportBlock[] = [
    { type: "title", text: application.candidateName ?? t("report.unnamed") },
    { type: "paragraph", text: `${position.title} · ${requirements} · ${t(`stages.${stage}`)}` },
    { type: "emphasis", text: t("report.advice_line", { advice: t(`advice.${result.advice}`) }) },
    { type: "list", items: result.adviceReasons.map((reason) => say(reason, locale)) },
    ...modelProse(run, pageOf, locale, t),
    ...expertsContent(run, locale, t),
    { type: "heading", level: 2, text: t("report.scores") },
    {
      type: "scores",
      header: ["", t("report.score"), t("report.range")],
      rows: [
        { label: t("report.comprehensive"), ...result.comprehensive },
        ...result.views.map(({ key, score }) => ({ label: t(`views.${key}`), ...score })),
      ],
    },
    ...engineOutcome(run, t),
    ...verdicts({ application, run, pageOf }, locale, t),
    ...section(
      t("evidence.strengths"),
      result.strengths.map((strength) => say(strength, locale)),
    ),
    ...section(
      t("evidence.gaps"),
      result.gaps.map((gap) => say(gap, locale)),
    ),
    ...section(
      t("evidence.questions"),
      result.questions.map((question) => say(question, locale)),
    ),
    ...salary(result.suggestedSalary, locale, t),
    ...views(run, locale, t),
    ...section(
      t("decision.title"),
      application.decisions.map(
        ({ outcome, reason, decidedBy, createdAt }) =>
          `${createdAt.slice(0, 10)} ${decidedBy}: ${t(`decision.${outcome}`)} – ${reason}`,
      ),
    ),
  ];
  const footer = t("report.footer", {
    engine: result.engine.name === "built-in" ? t("engines.built-in") : result.engine.name,
    engineVersion: result.engine.version,
    screened: finishedAt.slice(0, 16),
    made: now.toISOString().slice(0, 16),
  });
  return { blocks: blocks.filter((block) => block.type !== "list" || block.items.length > 0), footer };
}

type Judged = { application: ApplicationDetail; run: Run; pageOf: PageOf };

function verdicts({ application, run, pageOf }: Judged, locale: Locale, t: Translate): ReportBlock[] {
  const { requirements } = application;
  const { result } = run;
  return [
    { type: "heading", level: 2, text: t("evidence.requirements") },
    ...result.verdicts.flatMap((verdict): ReportBlock[] => {
      const requirement = requirements.find(({ key }) => key === verdict.requirementKey);
      if (!requirement) return [];
      const mark = verdict.gate === "fail" ? t("verdicts.gate_failed") : t(`verdicts.${verdict.verdict}`);
      const need = t(`positions.necessity_${requirement.necessity}`);
      return [
        { type: "heading", level: 3, text: requirement.text },
        { type: "paragraph", text: `${mark} · ${need} · ${say(verdict.reason, locale)}` },
        ...overridden(verdict, t),
        ...opinion(verdict, result.experts?.model ?? "", locale, t),
        ...verdict.quotes.map((quote) => quoteBlock(quote, pageOf, t)),
        ...(verdict.corrections ?? []).map(({ path, value, by, at }): ReportBlock => {
          const degree = path === "highestDegree" ? degreeLevels.find((level) => level === value) : undefined;
          const corrected = t("evidence.corrected", { by: by ?? t("evidence.somebody"), at: at.slice(0, 10) });
          return {
            type: "paragraph",
            text: `${degree ? t(`degrees.${degree}`) : value} (${corrected})`,
          };
        }),
      ];
    }),
  ];
}

function quoteBlock(quote: Quote, pageOf: PageOf, t: Translate): ReportBlock {
  const page = pageOf(quote);
  return { type: "quote", text: quote.text, ...(page !== null && { source: t("report.page", { page }) }) };
}

/** What an expert by a model said, and what the built-in engine said before it or why it does not count. */
function opinion({ expert }: RequirementVerdict, model: string, locale: Locale, t: Translate): ReportBlock[] {
  if (!expert || expert.outcome === "agrees") return [];
  const { by, verdict, outcome, objection, builtIn } = expert;
  const values = { model, expert: t(`experts.name_${by}`), verdict: t(`verdicts.${verdict}`) };
  const text = builtIn
    ? t("experts.replaced", {
        ...values,
        builtIn: t(`verdicts.${builtIn.gate === "fail" ? "gate_failed" : builtIn.verdict}`),
      })
    : t("experts.said", { ...values, outcome: t(`experts.outcome_${outcome}`) });
  return [{ type: "paragraph", text: [text, objection?.[locale]].filter(Boolean).join(" ") }];
}

/** Who took part beside the built-in engine, what each says, and what of it was left out. */
function expertsContent({ result: { experts } }: Run, locale: Locale, t: Translate): ReportBlock[] {
  if (!experts) return [];
  const { model, failureReason } = experts;
  const reasonOf = (reason: NonNullable<typeof failureReason>) => ({ reason: t(`model_failures.${reason}`) });
  const lines = experts.experts.map(({ key, prose, dropped, failureReason: reason }) => {
    const failed = reason && t(key === "critic" ? "experts.critic_failed" : "experts.expert_failed", reasonOf(reason));
    const parts = [prose?.[locale], failed, dropped > 0 && t("experts.dropped", { count: dropped })];
    return `${t(`experts.name_${key}`)}: ${parts.filter(Boolean).join(" ")}`;
  });
  return [
    { type: "heading", level: 2, text: t("experts.title") },
    ...(model ? [{ type: "note" as const, text: model }] : []),
    failureReason
      ? { type: "paragraph", text: t("experts.failed", reasonOf(failureReason)) }
      : { type: "list", items: lines },
  ];
}

/** Who changed the verdict, why, and what the engine had said. */
function overridden({ override }: RequirementVerdict, t: Translate): ReportBlock[] {
  if (!override) return [];
  const { by, at, reason, engineVerdict, engineGate } = override;
  const changed = t("override.changed", { by: by ?? t("evidence.somebody"), at: at.slice(0, 10) });
  const verdict = t(`verdicts.${engineGate === "fail" ? "gate_failed" : engineVerdict}`);
  return [
    { type: "paragraph", text: `${changed}: ${reason}` },
    { type: "paragraph", text: t("override.engine_said", { verdict }) },
  ];
}

function engineOutcome({ engineOutcome: outcome }: Run, t: Translate): ReportBlock[] {
  if (!outcome) return [];
  const { comprehensive, advice } = outcome;
  const values = { score: String(comprehensive.value), advice: t(`advice.${advice}`) };
  return [{ type: "paragraph", text: t("override.outcome", values) }];
}

function modelProse(run: Run, pageOf: PageOf, locale: Locale, t: Translate): ReportBlock[] {
  const { summary, engineOutcome: changed } = run;
  if (!summary) return [];
  const { engine, model, sentences, failureReason } = summary;
  const by = t("evidence.summary_engine", { engine: engine === "model" ? (model ?? "") : t("engines.built-in") });
  const failed = failureReason && t("evidence.summary_failed", { reason: t(`model_failures.${failureReason}`) });
  return [
    { type: "heading", level: 2, text: t("evidence.summary") },
    { type: "note", text: by },
    ...(changed ? [{ type: "note" as const, text: t("override.summary_before") }] : []),
    ...(failed ? [{ type: "paragraph" as const, text: `${model ? `${model}: ` : ""}${failed}` }] : []),
    ...sentences.flatMap((sentence): ReportBlock[] => [
      { type: "paragraph", text: sentence[locale] },
      ...sentence.quotes.map((quote) => quoteBlock(quote, pageOf, t)),
    ]),
  ];
}

function salary(suggested: Run["result"]["suggestedSalary"], locale: Locale, t: Translate): ReportBlock[] {
  if (!suggested) return [];
  return section(t("evidence.salary"), [`${suggested.min}–${suggested.max}`, say(suggested.reason, locale)]);
}

function views({ result }: Run, locale: Locale, t: Translate): ReportBlock[] {
  return result.views.flatMap(({ key, dimensions }): ReportBlock[] => [
    { type: "heading", level: 2, text: t(`views.${key}`) },
    {
      type: "table",
      columns: [
        { title: t("report.dimension"), share: 3 },
        { title: t("report.points"), isNumber: true, share: 1 },
        { title: t("report.score"), isNumber: true, share: 1.2 },
        { title: t("report.reason"), share: 7 },
      ],
      rows: dimensions.map(({ key: dimension, weight, score, reason }) => [
        t(`dimensions.${dimension}`),
        weight,
        score ? score.value : t("views.unknown"),
        say(reason, locale),
      ]),
    },
  ]);
}

export function section(title: string, items: string[]): ReportBlock[] {
  if (items.length === 0) return [];
  return [
    { type: "heading", level: 2, text: title },
    { type: "list", items },
  ];
}
