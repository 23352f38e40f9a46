import { translator } from "@/lib/i18n/translator";
import { unreadableReason } from "@/lib/resume/document";
import { type Review, review, type Suggestion } from "@/lib/resume/review/schema";
import { codes, GuideError } from "./answer";

export type AnalyzeStatus = "PENDING" | "PROCESSING" | "COMPLETED" | "FAILED";
type State = "pending" | "running" | "completed" | "failed" | "cancelled";

const statuses = {
  ...{ pending: "PENDING", running: "PROCESSING", completed: "COMPLETED" },
  ...{ failed: "FAILED", cancelled: "FAILED" },
} as const satisfies Record<State, AnalyzeStatus>;

export function toStatus(state: State): AnalyzeStatus {
  return statuses[state];
}

const retries = 3;
const longestError = 500;

/** Why there is no analysis, in a sentence; null while there may yet be one. */
export function toError({ state, failureReason }: { state: State; failureReason: string | null }): string | null {
  if (state !== "failed") return null;
  return describeFailure(failureReason).slice(0, longestError);
}

function describeFailure(reason: string | null): string {
  if (reason === "too_little") return "内容太少，不足以作为简历评分，请补充后重新上传";
  const unreadable = unreadableReason.safeParse(reason).data;
  if (!unreadable || unreadable === "internal") return `分析没有完成，已重试 ${retries} 次，请稍后重新分析`;
  return `简历没有读出来：${translator("zh")(`unreadable.${unreadable}`)}`;
}

/** @throws GuideError 2007 when what is stored is no review */
export function readReview(stored: unknown): Review {
  const read = review.safeParse(stored);
  if (!read.success) throw new GuideError(codes.analysisUnreadable, "分析结果无法读取，请重新分析");
  return read.data;
}

const categoryNames = {
  project: "项目",
  skill: "技能",
  content: "内容",
  format: "格式",
  structure: "结构",
  expression: "表达",
} as const satisfies Record<Suggestion["category"], string>;
const priorityNames = { high: "高", medium: "中", low: "低" } as const;

export function toSuggestion({ category, priority, issue, recommendation }: Suggestion) {
  return { category: categoryNames[category], priority: priorityNames[priority], issue, recommendation };
}

export function toScores({ scores }: Review) {
  return {
    contentScore: scores.content,
    structureScore: scores.structure,
    skillMatchScore: scores.skillMatch,
    expressionScore: scores.expression,
    projectScore: scores.project,
  };
}

/** By these words in a summary the clients tell a failed analysis. */
const failureWords = /I\/O error|分析过程中出现错误|简历分析失败|Remote host terminated|handshake/;

/** The summary without a sentence that a client would take for a failure: a resume may well speak of a handshake. */
export function shownSummary({ summary }: Pick<Review, "summary">): string {
  return summary
    .split(/(?<=[。！？]|[.!?]\s)/)
    .filter((sentence) => !failureWords.test(sentence))
    .join("");
}

/** As the reference keeps a text: no runs of empty lines, no space around a line. */
export function plainText(text: string): string {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  return lines
    .map((line) => line.trim())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()
    .slice(0, 5 * 2 ** 20);
}

/** Local time without an offset, which clients read as their own: `2026-01-11T23:56:30.123000`. */
export function localTime(time: Date): string {
  const local = new Date(time.getTime() - time.getTimezoneOffset() * 60_000);
  return local.toISOString().replace("Z", "000");
}
