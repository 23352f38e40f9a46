import "server-only";
import { getTranslations } from "next-intl/server";
import type { ScreeningSummary } from "@/lib/ai/screening-summary/schema";
import type { Locale } from "@/lib/i18n/locale";
import { escapeText, quoteBlock } from "@/lib/report/markdown";
import type { ApplicationDetail, Score } from "@/lib/screening/schema";
import { say } from "@/lib/screening/statements";

type CandidateMarkdown = { application: ApplicationDetail; locale: Locale; now: Date };

export async function candidateMarkdown({ application, locale, now }: CandidateMarkdown): Promise<string> {
  const t = await getTranslations({ locale });
  const run = application.run;
  if (!run) return "";
  const { result, version, finishedAt } = run;
  const requirementOf = (key: string) => application.requirements.find((requirement) => requirement.key === key);

  const lines = [
    `# ${escapeText(application.candidateName ?? t("report.unnamed"))}`,
    "",
    `${escapeText(application.position.title)} · ${t("report.requirements_version", { version })} · ${t(`stages.${application.stage}`)}`,
    "",
    `**${t("report.advice")}**: ${t(`advice.${result.advice}`)}`,
    "",
    ...result.adviceReasons.map((reason) => `- ${escapeText(say(reason, locale))}`),
    "",
    ...modelProse(run.summary, locale, t),
    `## ${t("report.scores")}`,
    "",
    `| | ${t("report.score")} | ${t("report.range")} |`,
    "|---|---:|---:|",
    row(t("report.comprehensive"), result.comprehensive),
    ...result.views.map(({ key, score }) => row(t(`views.${key}`), score)),
    "",
    `## ${t("evidence.requirements")}`,
    "",
    ...result.verdicts.flatMap((verdict) => {
      const requirement = requirementOf(verdict.requirementKey);
      if (!requirement) return [];
      const mark = verdict.gate === "fail" ? t("verdicts.gate_failed") : t(`verdicts.${verdict.verdict}`);
      return [
        `### ${escapeText(requirement.text)}`,
        "",
        `${mark} · ${t(`positions.necessity_${requirement.necessity}`)} · ${say(verdict.reason, locale)}`,
        "",
        ...verdict.quotes.flatMap(({ text }) => [quoteBlock(text), ""]),
      ];
    }),
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
    ...(result.suggestedSalary
      ? section(t("evidence.salary"), [
          `${result.suggestedSalary.min}–${result.suggestedSalary.max}`,
          say(result.suggestedSalary.reason, locale),
        ])
      : []),
    ...result.views.flatMap((view) => [
      `## ${t(`views.${view.key}`)}`,
      "",
      `| ${t("report.dimension")} | ${t("report.points")} | ${t("report.score")} | ${t("report.reason")} |`,
      "|---|---:|---:|---|",
      ...view.dimensions.map(
        ({ key, weight, score, reason }) =>
          `| ${t(`dimensions.${key}`)} | ${weight} | ${score ? score.value : t("views.unknown")} | ${escapeText(say(reason, locale))} |`,
      ),
      "",
    ]),
    ...section(
      t("decision.title"),
      application.decisions.map(
        ({ outcome, reason, decidedBy, createdAt }) =>
          `${createdAt.slice(0, 10)} ${decidedBy}: ${t(`decision.${outcome}`)} – ${reason}`,
      ),
    ),
    "---",
    "",
    t("report.footer", {
      engine: result.engine.name,
      engineVersion: result.engine.version,
      screened: finishedAt.slice(0, 16),
      made: now.toISOString().slice(0, 16),
    }),
    "",
  ];
  return lines.join("\n");
}

type Translate = Awaited<ReturnType<typeof getTranslations<never>>>;

function modelProse(summary: ScreeningSummary | null, locale: Locale, t: Translate) {
  if (!summary) return [];
  const { engine, model, sentences, failureReason } = summary;
  const by = t("evidence.summary_engine", {
    engine: engine === "model" ? escapeText(model ?? "") : t("engines.built-in"),
  });
  const failed = failureReason && { reason: t(`model_failures.${failureReason}`) };
  return [
    `## ${t("evidence.summary")}`,
    "",
    `_${by}_`,
    "",
    ...(failed ? [`${model ? `${escapeText(model)}: ` : ""}${t("evidence.summary_failed", failed)}`, ""] : []),
    ...sentences.flatMap((sentence) => [
      escapeText(sentence[locale]),
      "",
      ...sentence.quotes.flatMap(({ text }) => [quoteBlock(text), ""]),
    ]),
  ];
}

function row(label: string, { value, low, high }: Score) {
  return `| ${label} | ${value} | ${low}–${high} |`;
}

function section(title: string, items: string[]) {
  return items.length === 0 ? [] : [`## ${title}`, "", ...items.map((item) => `- ${escapeText(item)}`), ""];
}
