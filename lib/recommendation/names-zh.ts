import type { RecommendationLevel, recommendationDimensions, subScoreKeys } from "@/lib/recommendation/kinds";

export const dimensionNames: Record<(typeof recommendationDimensions)[number], string> = {
  professional_competency: "专业能力",
  work_experience: "工作经验",
  soft_skills: "软技能",
  cultural_fit: "文化匹配",
  interview_performance: "面试表现",
};

export const subScoreNames: Record<(typeof subScoreKeys)[number], string> = {
  ...{ core_skills: "核心技能掌握程度", knowledge_depth: "专业知识深度" },
  ...{ problem_solving: "问题解决能力", learning_potential: "学习成长潜力" },
  ...{ relevance: "经验相关性", complexity: "项目复杂度" },
  ...{ measurable_results: "成果可量化性", responsibility: "职责承担程度" },
  ...{ communication: "沟通表达能力", teamwork: "团队协作意识" },
  ...{ pressure: "压力应对能力", initiative: "主动性与责任心" },
  ...{ values: "职业价值观", attitude: "工作态度", growth: "发展意愿", stability: "稳定性预期" },
  ...{ logic: "回答逻辑性", thinking: "思维深度", adaptability: "应变能力", self_knowledge: "自我认知准确性" },
};

export const levels = {
  strong_recommend: { label: "强烈推荐", action: "建议尽快安排录用沟通，并确认仍不清楚的要求。" },
  recommend: { label: "推荐录用", action: "建议进入录用讨论，先补齐仍不清楚的要求。" },
  cautious: { label: "谨慎考虑", action: "建议再安排一次面试，集中了解依据不足的方面。" },
  not_recommend: { label: "不推荐", action: "现有依据不足以支持录用，请由招聘负责人复核后决定。" },
} as const satisfies Record<RecommendationLevel, { label: string; action: string }>;

/** What to do about somebody whose level speaks for hiring and is for now only. */
export const provisionalAction = "先安排面试、弄清仍不清楚的必备要求，再讨论录用。";
