import type { Locale } from "@/lib/i18n/locale";
import type { Translate } from "@/lib/i18n/translator";
import { sayInterview } from "@/lib/interview/statements";
import type { RecommendationLevel } from "@/lib/recommendation/kinds";
import type { Evidence } from "@/lib/recommendation/schema";
import type { Statement } from "@/lib/screening/schema";
import { say, sayWith } from "@/lib/screening/statements";

/** Sentences of the table of evidence, in both languages. */
const sentences: Record<string, readonly [zh: string, en: string]> = {
  advice_interview: ["筛选建议：推荐面试", "Screening: interview"],
  advice_reserve: ["筛选建议：备选", "Screening: reserve"],
  advice_mismatch: ["筛选建议：不匹配", "Screening: mismatch"],
  interview_strongly_recommended: ["面试：强烈推荐", "Interview: strongly recommended"],
  interview_recommended: ["面试：推荐", "Interview: recommended"],
  interview_undecided: ["面试：待定", "Interview: undecided"],
  interview_not_recommended: ["面试：不推荐", "Interview: not recommended"],
  panel_strong_yes: ["强烈同意录用", "Strong yes"],
  panel_yes: ["同意录用", "Yes"],
  panel_no: ["不同意录用", "No"],
  panel_strong_no: ["坚决不同意录用", "Strong no"],
  rated: ["评分 {rating} / 4", "Rated {rating} of 4"],
  judged_by_engine: ["内置引擎判断", "Judged by the built-in engine"],
  judged_by_model: ["模型专家判断", "Judged by an expert by a model"],
  changed_by_person: ["已由人更改", "Changed by a person"],
  video_names: ["视频中提到 {times} 次，不计分", "Named {times:time|times} in the video; counts nowhere"],
  scorecards_rate: [
    "{people} 份面试官评分表对必备要求的 {lines} 项评分。",
    "{lines:rating|ratings} of the musts on {people:scorecard|scorecards} of interviewers.",
  ],
};

export function sayRecommendation({ code, values }: Statement, locale: Locale): string {
  const sentence = sentences[code];
  return sentence ? sayWith(sentence, values, locale) : code;
}

/** A piece of evidence in words, by whose sentence it is. */
export function sayEvidence({ source, reason }: Pick<Evidence, "source" | "reason">, locale: Locale): string {
  if (source === "screening") return say(reason, locale);
  return source === "interview" ? sayInterview(reason, locale) : sayRecommendation(reason, locale);
}

type Standing = { level: RecommendationLevel | null; isProvisional: boolean };

/** The level in words, for documents. */
export function sayLevel({ level, isProvisional }: Standing, t: Translate): string {
  if (!level) return t("recommendation.unknown");
  const named = t(`recommendation.level_${level}`);
  return isProvisional ? t("recommendation.provisional", { level: named }) : named;
}
