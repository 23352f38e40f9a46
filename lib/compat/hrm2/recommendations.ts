import "server-only";
import { visibleApplications, visibleResumes } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { finalScore, levelOf, waitsForInterview } from "@/lib/recommendation/kinds";
import { findRecommendation, makeRecommendation } from "@/lib/recommendation/make-recommendation";
import { dimensionNames, levels, provisionalAction, subScoreNames } from "@/lib/recommendation/names-zh";
import type { Evidence, RecommendationDimension, RecommendationView } from "@/lib/recommendation/schema";
import { sayEvidence } from "@/lib/recommendation/statements";
import { Hrm2Error, notFound } from "./answer";
import * as answers from "./answers";
import { showResumes } from "./hide-person";
import { isoTime } from "./iso-time";
import { type Call, operation } from "./operation";
import { resumeSelect, shownName } from "./resumes";

/** What these clients have no unknown for. */
const unknownScore = 3;
const strongFrom = 4;
const weakTo = 2;

/** E34 GET: of a resume that is not there, none. */
export const getAnalysis = operation({ permission: "screening:read", data: answers.analysis }, async (call) => {
  const resume = await findResume(call);
  const application = resume && (await newestWith(call.viewer, resume.id, true));
  const found = application && (await findRecommendation({ applicationId: application.id, viewer: call.viewer }));
  return { message: "综合分析。", data: resume && found ? toAnalysis(found, resume) : null };
});

/** E34 POST. */
export const analyse = operation({ permission: "screening:read", data: answers.analysis }, async (call) => {
  const { viewer } = call;
  const resume = await findResume(call);
  if (!resume) throw notFound("简历");
  const application = await newestWith(viewer, resume.id, false);
  if (!application) throw new Hrm2Error(400, "这份简历还没有筛选结果或面试报告。");
  const made = await makeRecommendation({ applicationId: application.id, viewer }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "conflict")
      throw new Hrm2Error(400, "这份简历还没有筛选结果或面试报告。");
    throw error;
  });
  return { message: "综合分析已生成。", data: toAnalysis(made, resume) };
});

/** Of the later generation: how many resumes have an analysis. */
export const countAnalysed = operation(
  { permission: "screening:read", data: answers.analysedResumes },
  async ({ viewer }) => {
    const rows = await scopedDb(viewer.organisationId).recommendation.findMany({
      where: { application: visibleApplications(viewer) },
      distinct: ["resumeId"],
      select: { resumeId: true },
    });
    return { message: "统计。", data: { analyzed_count: rows.length } };
  },
);

async function findResume({ viewer, params }: Pick<Call, "viewer" | "params">) {
  const row = await scopedDb(viewer.organisationId).resume.findFirst({
    where: { id: params.resumeId ?? "", removedAt: null, ...visibleResumes(viewer) },
    select: resumeSelect,
  });
  const [resume] = await showResumes(viewer, row ? [row] : []);
  return resume ?? null;
}

/** Where HRM2 has one place for a resume, there may be one for each position here: the one last worked on. */
function newestWith(viewer: Viewer, resumeId: string, isAnalysed: boolean) {
  return scopedDb(viewer.organisationId).application.findFirst({
    where: {
      AND: [visibleApplications(viewer), { resumeId }],
      ...(isAnalysed
        ? { recommendations: { some: {} } }
        : {
            OR: [{ currentRunId: { not: null } }, { interviews: { some: { state: "completed", isPractice: false } } }],
          }),
    },
    orderBy: { updatedAt: "desc" },
    select: { id: true },
  });
}

function toAnalysis(
  { id, createdAt, result }: RecommendationView,
  resume: { id: string } & Parameters<typeof shownName>[0],
) {
  const name = shownName(resume);
  const dimensions = result.dimensions.map(toDimension);
  // By the same formula over what these clients are shown, so that their numbers agree with each other.
  const score = finalScore(dimensions.map(({ weight, dimension_score }) => ({ weight, score: dimension_score }))) ?? 50;
  const level = levelOf(score);
  const { label } = levels[level];
  const action = waitsForInterview(level, result) ? provisionalAction : levels[level].action;
  return {
    ...{ id, resume_id: resume.id, candidate_name: name, final_score: score },
    recommendation: { level, label, action, score },
    dimension_scores: answers.analysis.shape.dimension_scores.parse(
      Object.fromEntries(result.dimensions.map(({ key }, index) => [key, dimensions[index]])),
    ),
    comprehensive_report: toText(name, score, label, result, dimensions),
    created_at: isoTime(new Date(createdAt)),
  };
}

type Dimension = ReturnType<typeof toDimension>;

function toDimension({ key, weight, score, subScores }: RecommendationDimension) {
  const known = subScores.flatMap((one) => (one.value === null ? [] : [{ ...one, value: one.value }]));
  const sentences = (some: typeof known) => some.flatMap(({ evidence }) => evidence.slice(0, 1).map(inChinese));
  const missing = subScores.filter(({ value }) => value === null).map((one) => subScoreNames[one.key]);
  return {
    dimension_score: score ?? unknownScore,
    sub_scores: Object.fromEntries(subScores.map((one) => [subScoreNames[one.key], one.value ?? unknownScore])),
    strengths: sentences(known.filter(({ value }) => value >= strongFrom)),
    weaknesses: sentences(known.filter(({ value }) => value <= weakTo)),
    analysis: [
      ...sentences(known),
      ...(missing.length > 0 ? [`${missing.join("、")}：没有依据，按中间值 ${unknownScore} 计。`] : []),
    ].join(""),
    ...{ weight, dimension_name: dimensionNames[key] },
  };
}

function inChinese(evidence: Evidence): string {
  return sayEvidence(evidence, "zh");
}

function toText(
  name: string,
  score: number,
  label: string,
  { sources, unknown, conflicts }: RecommendationView["result"],
  dimensions: Dimension[],
): string {
  const from = [
    ...(sources.screening ? ["简历筛选"] : []),
    ...(sources.interviews > 0 ? [`${sources.interviews} 场面试`] : []),
  ];
  return [
    `## ${name} 综合分析`,
    `综合得分 ${score}，${label}。依据：${from.join("、")}。系统只提建议，由人决定。`,
    ...dimensions.map((one) => `### ${one.dimension_name}（${one.dimension_score} / 5）\n${one.analysis}`),
    ...(conflicts.length > 0
      ? [
          `### 需要澄清\n${conflicts.map(({ subScore }) => `- ${subScoreNames[subScore]}：不同来源说法不一。`).join("\n")}`,
        ]
      : []),
    ...(unknown.length > 0 ? [`### 仍不清楚\n${unknown.map(({ text }) => `- ${text}`).join("\n")}`] : []),
  ].join("\n\n");
}
