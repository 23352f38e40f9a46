import type { Locale } from "@/lib/i18n/locale";
import type { Translate } from "@/lib/i18n/translator";
import type { rejectionReasons } from "@/lib/screening/kinds";
import type { ApplicationDetail } from "@/lib/screening/schema";

type LetterValues = {
  application: ApplicationDetail;
  decision: ApplicationDetail["decisions"][number];
  interviews: number;
  contact: string;
  locale: Locale;
};

/** Reasons that tell the candidate something they can do something with; the others stay between colleagues. */
const told: readonly (typeof rejectionReasons)[number][] = [
  "must_not_met",
  "less_experience",
  "other_candidate",
  "salary",
  "place_or_time",
  "position_closed",
];

/** How somebody was assessed, in plain words: what, by which program and people, who decided, and how to object. */
export function letterValues(
  { application, decision, interviews, contact, locale }: LetterValues,
  t: Translate,
): Record<string, string> {
  const { run, requirements } = application;
  const asked = requirements.map(({ text }) => (locale === "zh" ? `· ${text}` : `- ${text}`));
  const model = run?.result.experts?.model ?? null;
  const how = [
    ...(run ? [t("letter.how_screening"), model ? t("letter.how_model", { model }) : t("letter.how_built_in")] : []),
    ...(interviews > 0 ? [t("letter.how_interviews", { count: interviews })] : []),
    t("letter.how_person"),
  ];
  const { reasonCode } = decision;
  return {
    assessed: asked.join("\n"),
    how: how.join(locale === "zh" ? "" : " "),
    decided_by: decision.decidedBy,
    decided_on: decision.createdAt.slice(0, 10),
    review: t("letter.review", { contact }),
    reason: reasonCode && told.includes(reasonCode) ? t(`letter.reason_${reasonCode}` as "letter.reason_salary") : "",
  };
}
