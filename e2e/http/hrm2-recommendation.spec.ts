import { randomUUID } from "node:crypto";
import type { APIResponse } from "@playwright/test";
import { z } from "zod";
import { finalScore, levelOf } from "../../lib/recommendation/kinds";
import { expect, test } from "../fixtures";
import type { Api } from "../support/api";
import * as hrm2 from "../support/hrm2";

const position = { position: "后端开发工程师", required_skills: ["Java"], min_experience: 3 };
const content = "周一\n\n工作经历\n2018.01 - 至今    星桥科技有限公司    后端开发工程师\n使用 Java 开发订单系统\n";

async function read<Shape extends z.ZodType>(response: APIResponse, shape: Shape, status = 200) {
  expect(response.status(), await response.text()).toBe(status);
  return shape.parse(await response.json()) as z.infer<Shape>;
}

async function screened(api: Api): Promise<string> {
  const resumes = [{ name: "周一.txt", content }];
  const { task_id } = await (await api.call("POST", "/resume-screening/screening/", { position, resumes })).json();
  let id = "";
  await expect
    .poll(async () => {
      const task = await (await api.call("GET", `/resume-screening/tasks/${task_id}/status/`)).json();
      id = task.resume_data?.[0]?.id ?? "";
      return task.status;
    })
    .toBe("completed");
  return id;
}

test("an analysis has five dimensions whose numbers agree, and says where it has nothing to go by", async ({ api }) => {
  const recruiter = api("recruiter");
  const at = `/final-recommend/comprehensive-analysis/${await screened(recruiter)}/`;
  const none = await read(await recruiter.call("GET", at), hrm2.marked(z.null()));
  expect(none.data).toBeNull();
  const { data: made } = await read(await recruiter.call("POST", at), hrm2.marked(hrm2.analysis));
  const dimensions = Object.values(made.dimension_scores);
  expect(made.final_score).toBe(
    finalScore(dimensions.map(({ weight, dimension_score }) => ({ weight, score: dimension_score }))),
  );
  expect(made.recommendation).toMatchObject({ level: levelOf(made.final_score), score: made.final_score });
  expect(dimensions.map(({ weight }) => weight)).toEqual([0.3, 0.25, 0.2, 0.15, 0.1]);
  expect(made.dimension_scores.interview_performance.analysis).toContain("没有依据");
  expect(made.comprehensive_report).toContain("周一");
  expect((await read(await recruiter.call("GET", at), hrm2.marked(hrm2.analysis))).data).toEqual(made);
  const again = await read(await recruiter.call("POST", at), hrm2.marked(hrm2.analysis));
  expect(again.data.id).not.toBe(made.id);
  expect((await read(await recruiter.call("GET", at), hrm2.marked(hrm2.analysis))).data.id).toBe(again.data.id);

  const stats = await (await recruiter.call("GET", "/api/recommend/stats/")).json();
  expect(stats).toMatchObject({ code: 200, data: { analyzed_count: 1 } });
  const next = at.replace("/final-recommend/comprehensive-analysis/", "/api/recommend/analysis/");
  expect(await (await recruiter.call("POST", next)).json()).toMatchObject({
    code: 200,
    data: { candidate_name: "周一" },
  });
});

test("the later generation's documentation is ours", async ({ api }) => {
  const recruiter = api("recruiter");
  const schema = await (await recruiter.call("GET", "/api/schema/")).json();
  expect(schema).toMatchObject({ openapi: "3.1.0" });
  expect(Object.keys(schema.paths)).toContain("/api/recommend/stats/");
  const docs = await recruiter.call("GET", "/api/");
  expect(docs.url()).toMatch(/\/docs\/api$/);
});

test("of what is not there, or not screened yet, there is none", async ({ api }) => {
  const recruiter = api("recruiter");
  const at = `/final-recommend/comprehensive-analysis/${randomUUID()}/`;
  expect((await read(await recruiter.call("GET", at), hrm2.marked(z.null()))).data).toBeNull();
  await read(await recruiter.call("POST", at), hrm2.error, 404);
  const body = { position_title: "测试", candidate_name: "吴二", resume_content: "吴二\n会测试" };
  const { id } = await (await recruiter.call("POST", "/resume-screening/data/", body)).json();
  await read(await recruiter.call("POST", `/final-recommend/comprehensive-analysis/${id}/`), hrm2.error, 400);
  await read(await api("interviewer").call("POST", at), hrm2.error, 403);
});

test("a group or a position is evaluated into one file, which is fetched, and only that", async ({ api }) => {
  const recruiter = api("recruiter");
  const resumeId = await screened(recruiter);
  const group = { group_name: "一组", resume_data_ids: [resumeId] };
  const { group_id: groupId } = await (await recruiter.call("POST", "/resume-screening/groups/create/", group)).json();
  const at = "/final-recommend/interview-evaluation/";
  const before = await recruiter.call("GET", `${at}?group_id=${groupId}`);
  expect((await read(before, hrm2.marked(z.null()))).data).toBeNull();
  const started = await recruiter.call("POST", at, { group_id: groupId });
  const { data } = await read(started, hrm2.marked(hrm2.startedEvaluation));
  const task = async (id = data.task_id) =>
    (await read(await recruiter.call("GET", `${at}${id}/`), hrm2.marked(hrm2.evaluationTask))).data;
  await expect.poll(async () => (await task()).status).toBe("completed");
  const done = await task();
  expect(done).toMatchObject({ progress: 11, current_speaker: "完成", group_id: groupId });
  expect(done.result_summary).toContain("周一");
  expect((await (await recruiter.call("GET", `${at}?group_id=${groupId}`)).json()).data).toEqual(done);

  const file = done.result_file ?? "";
  for (const address of [`/final-recommend/download-report${file}`, `/final-recommend/download-report/${file}`]) {
    const response = await recruiter.call("GET", address);
    expect(response.status(), address).toBe(200);
    expect(response.headers()["content-disposition"]).toMatch(/^attachment; filename\*=utf-8''/);
    expect(await response.text()).toContain("面试后综合评估");
  }
  for (const path of ["/etc/passwd", "/media/../package.json", file.replace(data.task_id, randomUUID()), "/media/x.md"])
    expect((await recruiter.call("GET", `/final-recommend/download-report${path}`)).status(), path).toBe(404);
  expect((await api("admin").call("GET", `/final-recommend/download-report${file}`)).status()).toBe(404);

  const unknown = await (await recruiter.call("POST", at, { group_id: "keine Gruppe" })).json();
  await expect.poll(async () => (await task(unknown.data.task_id)).status).toBe("failed");
  expect(await task(unknown.data.task_id)).toMatchObject({
    current_speaker: "错误",
    error_message: expect.any(String),
  });
  for (const [method, body] of [
    ["POST", {}],
    ["GET", undefined],
    ["DELETE", undefined],
  ] as const)
    await read(await recruiter.call(method, at, body), hrm2.error, 400);
  const gone = await recruiter.call("DELETE", `${at}${data.task_id}/delete/`);
  expect(await gone.json()).toEqual({ status: "success", message: expect.any(String) });
  await read(await recruiter.call("GET", `${at}${data.task_id}/`), hrm2.error, 404);
  await read(await recruiter.call("DELETE", `${at}${data.task_id}/`), hrm2.error, 404);
});
