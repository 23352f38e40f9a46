import { sayInterview } from "@/lib/interview/statements";
import { isProvisional } from "@/lib/recommendation/kinds";
import { dimensionNames, levels } from "@/lib/recommendation/names-zh";
import type { RecommendationView } from "@/lib/recommendation/schema";
import { sayEvidence } from "@/lib/recommendation/statements";
import { escapeText } from "@/lib/report/markdown";

export type EvaluatedCandidate = { name: string; found: RecommendationView };

/** Everybody in a group, the best first, as Markdown in Chinese: what compatible clients download. */
export function writeEvaluation(candidates: readonly EvaluatedCandidate[], title: string): string {
  return [
    `# ${escapeText(title)} 面试后综合评估`,
    "",
    "| 候选人 | 建议 | 得分 | 可能范围 |",
    "|---|---|---:|---:|",
    ...candidates.map(({ name, found: { result } }) => {
      const { score, level } = result;
      const range = score ? `${score.low}–${score.high}` : "–";
      const named = level ? `${isProvisional(result) ? "暂定：" : ""}${levels[level].label}` : "未知";
      return `| ${escapeText(name)} | ${named} | ${score?.value ?? "–"} | ${range} |`;
    }),
    "",
    ...candidates.flatMap(({ name, found }) => [`## ${escapeText(name)}`, "", ...section(found), ""]),
    "---",
    "",
    "由内置引擎根据筛选结果与面试报告生成。没有依据的方面不计分；系统只提建议，由人决定。",
    "",
  ].join("\n");
}

function section({ result }: RecommendationView): string[] {
  const { dimensions, contradictions, unknown } = result;
  return [
    ...dimensions.map(({ key, score, subScores }) => {
      const said = subScores.flatMap(({ evidence }) => evidence.slice(0, 1).map((one) => sayEvidence(one, "zh")));
      return `- **${dimensionNames[key]}** ${score === null ? "没有依据" : `${score} / 5`}：${escapeText(said.join(""))}`;
    }),
    ...contradictions.map(({ reason }) => `- 需要澄清：${escapeText(sayInterview(reason, "zh"))}`),
    ...unknown.map(({ text }) => `- 仍不清楚：${escapeText(text)}`),
  ];
}
