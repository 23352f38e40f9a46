import { randomUUID } from "node:crypto";
import { type APIResponse, expect } from "@playwright/test";
import { z } from "zod";
import { detail } from "../../lib/compat/interview-guide/answers";
import type { Api } from "./api";

export * from "../../lib/compat/interview-guide/answers";

export type Detail = z.infer<typeof detail>;

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
