import "server-only";
import { escapeText } from "@/lib/report/markdown";
import { speakers } from "@/lib/screening/experts/speakers";
import type { dimensionKeys } from "@/lib/screening/kinds";
import type { ScreeningResult, ViewKey } from "@/lib/screening/schema";
import { say } from "@/lib/screening/statements";
import { isoTime } from "./iso-time";
import { type Screened, toScores } from "./resumes";

const decisions = { interview: "推荐面试", reserve: "备选", mismatch: "不匹配" } as const;
const viewNames = { hr: "人力资源", technical: "专业技术", manager: "项目管理" } as const;
const dimensionNames: Record<(typeof dimensionKeys)[number], string> = {
  ...{ experience: "工作经验", education: "学历", certificates: "证书", stability: "稳定性", must_have: "必备要求" },
  ...{ nice_to_have: "加分项", depth: "技能深度", projects: "项目", teamwork: "团队协作", leadership: "领导力" },
};
const longestSummary = 500;

/** The advice with its reasons, at most 500 characters. */
export function toSummary(result: ScreeningResult): string {
  const { comprehensive, advice, adviceReasons, strengths, gaps } = result;
  const sentences = [
    `${decisions[advice]}，综合得分 ${comprehensive.value}（区间 ${comprehensive.low} 至 ${comprehensive.high}）。`,
    ...adviceReasons.map(inChinese),
    ...(strengths.length > 0 ? ["优势：", ...strengths.map(inChinese)] : []),
    ...(gaps.length > 0 ? ["待确认：", ...gaps.map(inChinese)] : []),
  ];
  return sentences.join("").slice(0, longestSummary);
}

function inChinese(statement: Parameters<typeof say>[0]) {
  return say(statement, "zh");
}

/** The result in the reference's words; its conversation is what each view says. */
export function toScreeningJson(name: string, { result, finishedAt }: Screened) {
  const comments = (key: ViewKey) => viewText(result, key);
  const { suggestedSalary: salary } = result;
  const range = salary ? `${salary.min}-${salary.max}` : "";
  const reasons = result.adviceReasons.map(inChinese).join("");
  return {
    file_name: `${name}简历初筛结果.md`,
    name,
    generated_at: isoTime(finishedAt ?? new Date(0)).slice(0, 26),
    scores: toScores(result),
    salary_suggestions: {
      ...{ hr_suggestion: range, technical_suggestion: range, manager_suggestion: range },
      final_suggestion: range,
    },
    review_comments: {
      hr_comments: comments("hr"),
      technical_comments: comments("technical"),
      manager_comments: comments("manager"),
    },
    final_recommendation: { decision: decisions[result.advice], reasons },
    conversation_history: [
      { name: "User_Proxy", content: `请筛选${name}的简历。`, role: "user" },
      ...(["hr", "technical", "manager"] as const).map((key) => ({
        name: speakers[key],
        content: comments(key),
        role: "assistant",
      })),
      {
        name: speakers.critic,
        content: [...expertWords(result, "critic"), toSummary(result)].join("\n"),
        role: "assistant",
      },
    ],
  };
}

function viewText({ views, experts }: ScreeningResult, key: ViewKey): string {
  const view = views.find((one) => one.key === key);
  if (!view) return "";
  const lines = view.dimensions.map(({ key: dimension, score, reason }) => {
    const value = score ? `${score.value} 分` : "未评分";
    return `${dimensionNames[dimension]}：${value}。${inChinese(reason)}`;
  });
  const said = expertWords({ experts }, key);
  return [`${viewNames[key]}得分 ${view.score.value}。`, ...said, ...lines, ...view.comments.map(inChinese)].join("\n");
}

/** What an expert by a model says, where one took part. */
function expertWords({ experts }: Pick<ScreeningResult, "experts">, key: ViewKey | "critic"): string[] {
  const prose = experts?.experts.find((expert) => expert.key === key)?.prose;
  return prose ? [`（${experts?.model}）${prose.zh}`] : [];
}

type Markdown = { name: string; positionTitle: string; text: string; screened: Screened | null; now: Date };

/** A resume's report: before a screening its text alone. */
export function toMarkdown({ name, positionTitle, text, screened, now }: Markdown): string {
  const time = now.toISOString().slice(0, 16).replace("T", " ");
  const head = [
    `# ${escapeText(name)}简历初筛结果`,
    `- 岗位：${escapeText(positionTitle || "未知职位")}\n- 生成时间：${time} UTC`,
  ];
  const fence = "`".repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  const tail = [
    "## 简历原文",
    `${fence}\n${text}\n${fence}`,
    "---\n\n本报告由明聘（Hireglass）生成，仅供参考，由人作出决定。",
  ];
  return `${[...head, ...(screened ? sections(screened) : []), ...tail].join("\n\n")}\n`;
}

function sections({ result, positionVersion }: Screened): string[] {
  const scores = toScores(result);
  const texts = requirementTexts(positionVersion.requirements);
  const verdictNames = { met: "符合", partly: "部分符合", not_met: "不符合", unknown: "简历未说明" };
  const list = (title: string, lines: string[]) =>
    lines.length > 0 ? [`## ${title}`, lines.map((line) => `- ${escapeText(line)}`).join("\n")] : [];
  return [
    "## 评分",
    [
      "| 维度 | 得分 |",
      "|---|---|",
      `| 人力资源 | ${scores.hr_score} |`,
      `| 专业技术 | ${scores.technical_score} |`,
      `| 项目管理 | ${scores.manager_score} |`,
      `| 综合 | ${scores.comprehensive_score} |`,
    ].join("\n"),
    "## 结论",
    escapeText(toSummary(result)),
    ...list(
      "各项要求",
      result.verdicts.map(({ requirementKey, verdict, reason, quotes }) => {
        const quoted = quotes.map(({ text }) => `“${text}”`).join(" ");
        return `${texts.get(requirementKey) ?? ""}：${verdictNames[verdict]}。${inChinese(reason)}${quoted}`;
      }),
    ),
    ...list("优势", result.strengths.map(inChinese)),
    ...list("待确认", result.gaps.map(inChinese)),
    ...list("面试可以问", result.questions.map(inChinese)),
  ];
}

function requirementTexts(requirements: unknown): Map<string, string> {
  const list = Array.isArray(requirements) ? (requirements as { key: string; text: string }[]) : [];
  return new Map(list.map(({ key, text }) => [key, text]));
}

/** Characters that no file name may have. */
export function fileSafe(name: string): string {
  return name.replace(/[\\/:*?"<>|]/g, "_").slice(0, 80);
}
