import { randomUUID } from "node:crypto";
import { type APIResponse, expect } from "@playwright/test";
import { z } from "zod";
import type { Api } from "./api";

// The shapes of interview-guide's answers, each field and no other: what its clients read.

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
export type Detail = z.infer<typeof detail>;

export const statistics = z.strictObject({
  totalCount: z.int(),
  totalInterviewCount: z.int(),
  totalAccessCount: z.int(),
});
export const health = z.strictObject({
  status: z.literal("UP"),
  service: z.literal("AI Interview Platform - Resume Service"),
});

/** What came back, of HTTP 200 and code 200. */
export async function read<Shape extends z.ZodType>(
  response: APIResponse,
  data: Shape,
  message = "success",
): Promise<z.infer<Shape>> {
  expect(response.status(), await response.text()).toBe(200);
  const { data: found, ...rest }: Record<string, unknown> = await response.json();
  expect(rest).toEqual({ code: 200, message, success: true });
  return data.parse(found);
}

/** A refusal with its code. */
export async function refused(response: APIResponse, code: number, status = 200) {
  expect(response.status(), await response.text()).toBe(status);
  const envelope = z.strictObject({
    ...{ code: z.literal(code), message: z.string().min(1), data: z.null(), success: z.literal(false) },
  });
  return envelope.parse(await response.json()).message;
}

const boundary = "guide-test-boundary";
type Part = { name?: string; fileName?: string; type?: string; bytes: Buffer };

/** A form with one file, as a browser would send it. */
export function form({ name = "file", fileName = "resume.txt", type = "text/plain", bytes }: Part) {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="${fileName}"\r\nContent-Type: ${type}\r\n\r\n`;
  return {
    body: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
  };
}

/** Sends a file and, where it comes too soon after others, sends it again. */
export async function send(api: Api, part: Part): Promise<APIResponse> {
  const { body, headers } = form(part);
  return patiently(() => api.call("POST", "/api/resumes/upload", body, headers));
}

export async function patiently(call: () => Promise<APIResponse>): Promise<APIResponse> {
  for (;;) {
    const response = await call();
    if (response.status() !== 429) return response;
    await new Promise((resolve) => setTimeout(resolve, 1000 * Number(response.headers()["retry-after"] ?? 1)));
  }
}

export async function getDetail(api: Api, number: number): Promise<Detail> {
  return read(await api.call("GET", `/api/resumes/${number}/detail`), detail);
}

/** Asks until the analysis has come to its end. */
export async function analysed(api: Api, number: number): Promise<Detail> {
  await expect
    .poll(async () => (await getDetail(api, number)).analyzeStatus, { intervals: [50, 100, 250], timeout: 30_000 })
    .toMatch(/COMPLETED|FAILED/);
  return getDetail(api, number);
}

/** A resume with a name of its own, so that no other test's file is the same. */
export function resumeText(name = `王${randomUUID().slice(0, 6)}`): string {
  return `${name}
电话：13900001111  邮箱：someone@example.com
求职意向：后端开发工程师

专业技能
Java、Spring Boot、MySQL、Redis、Kafka

工作经历
2021.03 - 至今  星桥科技有限公司  后端开发工程师
- 主导支付系统重构，用 Kafka 异步化对账流程，耗时从 4 小时缩短到 25 分钟
- 使用 Redis 优化首页接口，响应时间降低 60%
- 设计库存预扣方案，大促期间支撑每秒 12000 笔下单请求
- 编写自动化测试，覆盖率由 20% 提升到 75%
- 参与数据库设计

教育经历
2014.09 - 2018.06  华中科技大学  计算机科学与技术  本科
`;
}
