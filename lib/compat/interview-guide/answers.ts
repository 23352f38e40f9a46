import { z } from "zod";

// The shapes of interview-guide's answers, each field and no other: what its clients read. The operations are held to them by
// their types, the document of the API is made from them, and the tests parse what comes back with them.

const localTime = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/);
const id = z.int().positive();
const status = z.enum(["PENDING", "PROCESSING", "COMPLETED", "FAILED"]);
const suggestion = z.strictObject({
  category: z.enum(["项目", "技能", "内容", "格式", "结构", "表达"]),
  priority: z.enum(["高", "中", "低"]),
  issue: z.string().min(1),
  recommendation: z.string().min(1),
});
const scores = {
  contentScore: z.int().min(0).max(15),
  structureScore: z.int().min(0).max(15),
  skillMatchScore: z.int().min(0).max(20),
  expressionScore: z.int().min(0).max(10),
  projectScore: z.int().min(0).max(40),
};
/** What the client does not take for a failed analysis. */
const summary = z
  .string()
  .min(1)
  .refine((text) => !/I\/O error|分析过程中出现错误|简历分析失败|Remote host terminated|handshake/.test(text));
const said = { summary, strengths: z.array(z.string()), suggestions: z.array(suggestion) };
const overallScore = z.int().min(10).max(100);

const storage = z.strictObject({
  fileKey: z.string().regex(/^resumes\/\d{4}\/\d\d\/\d\d\/[0-9a-f]{8}_[A-Za-z0-9._-]+$/),
  fileUrl: z.url(),
  resumeId: id,
});
const resume = z.strictObject({ id, filename: z.string(), analyzeStatus: status });

export const uploaded = z.strictObject({
  resume: z.strictObject({ ...resume.shape, analyzeStatus: z.literal("PENDING") }),
  storage,
  duplicate: z.literal(false),
});
export const knownWith = z.strictObject({
  analysis: z.strictObject({
    overallScore,
    scoreDetail: z.strictObject(scores),
    ...said,
    originalText: z.string().min(1),
  }),
  storage,
  duplicate: z.literal(true),
});
export const knownWithout = z.strictObject({ resume, storage, duplicate: z.literal(true) });

export const sent = z.union([uploaded, knownWith, knownWithout]);

export const list = z.array(
  z.strictObject({
    ...{ id, filename: z.string(), fileSize: id, uploadedAt: localTime, accessCount: id },
    ...{ interviewCount: z.int().nonnegative(), analyzeStatus: status, analyzeError: z.string().nullable() },
    ...{ storageUrl: z.string(), latestScore: overallScore.optional(), lastAnalyzedAt: localTime.optional() },
  }),
);

export const detail = z.strictObject({
  ...{ id, filename: z.string(), fileSize: id, contentType: z.string(), storageUrl: z.string() },
  ...{ uploadedAt: localTime, accessCount: id, resumeText: z.string() },
  ...{ analyzeStatus: status, analyzeError: z.string().max(500).nullable() },
  analyses: z.array(z.strictObject({ id, overallScore, ...scores, analyzedAt: localTime, ...said })),
  interviews: z.array(
    z.strictObject({
      ...{ id, sessionId: z.uuid(), totalQuestions: z.int().nonnegative() },
      status: z.enum(["CREATED", "IN_PROGRESS", "COMPLETED", "EVALUATED"]),
      ...{ evaluateStatus: status.nullable(), evaluateError: z.string().nullable() },
      ...{ overallScore: z.int().min(0).max(100).nullable(), createdAt: localTime, completedAt: localTime.nullable() },
    }),
  ),
});

export const statistics = z.strictObject({
  totalCount: z.int(),
  totalInterviewCount: z.int(),
  totalAccessCount: z.int(),
});
export const health = z.strictObject({
  status: z.literal("UP"),
  service: z.literal("AI Interview Platform - Resume Service"),
});
