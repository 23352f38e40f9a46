import type { recommendations, reportDimensionKeys } from "@/lib/interview/kinds";
import type { AnswerQuote, Evaluation, InterviewReport, Suggestion } from "@/lib/interview/schema";
import { sayInterview } from "@/lib/interview/statements";

const recommendationNames = {
  strongly_recommended: "强烈推荐",
  recommended: "推荐",
  undecided: "待定",
  not_recommended: "不推荐",
} as const satisfies Record<(typeof recommendations)[number], string>;
const dimensionNames: Record<(typeof reportDimensionKeys)[number], string> = {
  professional: "专业能力",
  communication: "沟通能力",
  learning: "学习能力",
  teamwork: "团队协作",
};
const levels = ["未体现", "较弱", "一般", "良好", "优秀"] as const;

/** What these clients have no unknown for counts as the middle, and the words beside it say so. */
const unknown = { score: 50, rating: 2, dimension: 3 };
/** For an answer of a few letters, as the reference has it. */
const tooShort = { score: 25, rating: 1 };

export function toEvaluation({ kind, ratings, normalized, confidence, followUpReason, feedback }: Evaluation) {
  const isShort = kind === "too_short";
  const of = (key: Evaluation["ratings"][number]["key"]) =>
    isShort ? tooShort.rating : (ratings.find((one) => one.key === key)?.value ?? unknown.rating);
  return {
    normalized_score: isShort ? tooShort.score : (normalized ?? unknown.score),
    dimension_scores: {
      technical_depth: of("technical_depth"),
      practical_experience: of("practical_experience"),
      answer_specificity: of("answer_specificity"),
      logical_clarity: of("logical_clarity"),
      honesty: of("honesty"),
      communication: of("communication"),
    },
    confidence_level: isShort ? ("uncertain" as const) : confidence,
    should_followup: isShort || followUpReason !== null,
    followup_reason: followUpReason ? sayInterview(followUpReason, "zh") : "",
    feedback: sayInterview(feedback, "zh"),
  };
}
export type Hrm2Evaluation = ReturnType<typeof toEvaluation>;

/** What to do next, in a sentence each. */
export function toHints(evaluation: Hrm2Evaluation | null): string[] {
  if (!evaluation) return ["回答已记录，可选择一个问题继续。"];
  const { should_followup, confidence_level, normalized_score } = evaluation;
  const hints = [
    ...(should_followup ? ["建议就这个问题继续追问。"] : []),
    ...(confidence_level === "overconfident" ? ["表述较为绝对，请候选人举一个具体例子。"] : []),
    ...(confidence_level === "uncertain" ? ["回答不够确定，可换一种问法确认。"] : []),
    ...(normalized_score < 50 ? ["这一回答提供的信息较少，可换一个话题了解。"] : []),
    ...(normalized_score >= 80 ? ["这一问题已了解充分，可进入下一个话题。"] : []),
  ];
  return hints.length > 0 ? hints : ["可以继续下一个问题。"];
}

export function toCandidateQuestion({ text, reason, skills, source }: Suggestion) {
  const from: "followup" | "resume" | "job" =
    source === "follow_up" ? "followup" : source === "resume" ? "resume" : "job";
  return { question: text, purpose: sayInterview(reason, "zh"), expected_skills: skills, source: from };
}

export function toReport(report: InterviewReport) {
  const { score, recommendation, summary, dimensions, skills, highlights, redFlags, isOverconfident, nextSteps } =
    report;
  return {
    overall_assessment: {
      recommendation_score: score?.value ?? unknown.score,
      recommendation: recommendationNames[recommendation],
      summary: summary.map((statement) => sayInterview(statement, "zh")).join(""),
    },
    dimension_analysis: Object.fromEntries(
      dimensions.map(({ key, score: value, comment }) => [
        dimensionNames[key],
        { score: value ?? unknown.dimension, comment: sayInterview(comment, "zh") },
      ]),
    ),
    skill_assessment: skills.map(({ skill, level, quotes }) => ({
      ...{ skill, level: levels[level ?? 0] ?? levels[0], evidence: cite(quotes) },
    })),
    highlights: highlights.map(({ reason, quotes }) => `${sayInterview(reason, "zh")}${quoted(quotes)}`),
    red_flags: redFlags.map(
      ({ reason, answer, resume }) => `${sayInterview(reason, "zh")}回答：“${answer.text}”；简历：“${resume.text}”`,
    ),
    overconfidence_detected: isOverconfident,
    suggested_next_steps: nextSteps.map((statement) => sayInterview(statement, "zh")),
  };
}

function cite(quotes: readonly AnswerQuote[]): string {
  return quotes.map(({ text }) => text).join("；");
}

function quoted(quotes: readonly AnswerQuote[]): string {
  return quotes.length > 0 ? `“${cite(quotes)}”` : "";
}
