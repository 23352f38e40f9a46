import { randomUUID } from "node:crypto";
import type { APIResponse } from "@playwright/test";
import { z } from "zod";
import { expect, test } from "../fixtures";
import type { Api } from "../support/api";
import * as hrm2 from "../support/hrm2";

const position = { position: "后端开发工程师", required_skills: ["Java", "Kafka"], min_experience: 3 };
const content =
  "周一\n\n工作经历\n2018.01 - 至今    星桥科技有限公司    后端开发工程师\n负责订单系统，使用 Java 与 Kafka，将响应时间从 800 ms 降到 120 ms\n\n教育经历\n2014.09 - 2018.06    浙江大学    计算机科学与技术    本科\n\n专业技能\nJava、Kafka、MySQL\n";
const answer =
  "我负责订单系统的拆分，用 Kafka 做异步解耦。当时峰值每秒 8000 单，我设计了幂等表和重试队列，把丢单率从千分之三降到零，接口响应从 800 毫秒降到 120 毫秒。";

async function read<Shape extends z.ZodType>(response: APIResponse, shape: Shape, status = 200) {
  expect(response.status(), await response.text()).toBe(status);
  return shape.parse(await response.json()) as z.infer<Shape>;
}

async function screened(api: Api): Promise<string> {
  const submitted = await api.call("POST", "/resume-screening/screening/", {
    position,
    resumes: [{ name: "周一.txt", content }],
  });
  const { task_id } = await submitted.json();
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

const sessions = "/interview-assist/sessions/";

async function opened(api: Api, resumeId: string): Promise<string> {
  const response = await api.call("POST", sessions, { resume_data_id: resumeId });
  return (await read(response, hrm2.marked(hrm2.openedInterview), 201)).data.session_id;
}

const qa = (text = answer, more: object = {}) => ({
  question: { content: "订单系统拆分时，数据一致性是怎么保证的？", expected_skills: ["Kafka"] },
  answer: { content: text },
  ...more,
});

test("an interview as the client holds it: questions, answers, a report with its file, and what lists of it say", async ({
  api,
}) => {
  const recruiter = api("recruiter");
  const resumeId = await screened(recruiter);
  const response = await recruiter.call("POST", sessions, { resume_data_id: resumeId });
  const { data: session } = await read(response, hrm2.marked(hrm2.openedInterview), 201);
  expect(session).toMatchObject({ candidate_name: "周一", position_title: "后端开发工程师" });
  expect(session.resume_summary.screening_score?.comprehensive_score).toBeGreaterThan(0);
  const at = `${sessions}${session.session_id}/`;

  const asked = { categories: ["简历相关", "专业能力", "行为面试"], candidate_level: "senior", count_per_category: 2 };
  const pool = await recruiter.call("POST", `${at}generate-questions/`, {
    ...asked,
    focus_on_resume: true,
    interest_point_count: 2,
  });
  const { data: questions } = await read(pool, hrm2.marked(hrm2.generatedQuestions));
  expect(new Set(questions.question_pool.map(({ category }) => category))).toEqual(new Set(asked.categories));
  expect(questions.question_pool.length).toBeGreaterThanOrEqual(4);
  expect(questions.resume_highlights).toEqual(questions.interest_points.map(({ content: point }) => point));
  expect(questions.interest_points.length).toBeGreaterThan(0);

  await read(await recruiter.call("POST", `${at}generate-report/`, {}), hrm2.error, 400);
  const first = await read(
    await recruiter.call(
      "POST",
      `${at}record-qa/`,
      qa(answer, { skip_evaluation: true, followup_count: 2, alternative_count: 3 }),
    ),
    hrm2.marked(hrm2.recordedAnswer),
  );
  expect(first.data).toMatchObject({ round_number: 1, evaluation: null });
  expect(first.data.candidate_questions.length).toBeGreaterThan(0);
  expect(first.data.candidate_questions.length).toBeLessThanOrEqual(5);
  const second = await read(
    await recruiter.call("POST", `${at}record-qa/`, qa(answer, { skip_evaluation: false, followup_count: 0 })),
    hrm2.marked(hrm2.recordedAnswer),
  );
  expect(second.data.round_number).toBe(2);
  expect(second.data.evaluation?.normalized_score).toBeGreaterThan(60);
  expect(second.data.candidate_questions.filter(({ source }) => source === "followup")).toEqual([]);
  const short = await read(
    await recruiter.call("POST", `${at}record-qa/`, qa("不太清楚", { skip_evaluation: false })),
    hrm2.marked(hrm2.recordedAnswer),
  );
  expect(short.data.evaluation).toMatchObject({
    ...{ normalized_score: 25, confidence_level: "uncertain", should_followup: true },
  });

  const state = await read(await recruiter.call("GET", at), hrm2.marked(hrm2.interviewState));
  expect(state.data).toMatchObject({ qa_count: 3, is_completed: false });
  const made = await recruiter.call("POST", `${at}generate-report/`, {
    include_conversation_log: true,
    hr_notes: "薪资已沟通",
  });
  const { data: report } = await read(made, hrm2.marked(hrm2.generatedReport));
  expect(report.report_file_url).toMatch(/^\/media\/interview_assist_reports\/\d{4}\/\d\d\/\d\d\//);
  const file = await recruiter.call("GET", report.report_file_url ?? "");
  expect(file.headers()["content-type"]).toContain("text/markdown");
  const markdown = await file.text();
  expect(markdown).toContain("周一");
  expect(markdown).toContain("幂等表");
  expect(markdown).toContain("薪资已沟通");

  const listed = await recruiter.call("GET", `${sessions}?resume_id=${resumeId}`);
  const [newest] = (await read(listed, hrm2.marked(z.array(hrm2.listedInterview)))).data;
  expect(newest).toMatchObject({ id: session.session_id, resume_data_id: resumeId, final_report: report.report });
  expect(newest?.qa_records.map(({ round, answer: said }) => [round, said])).toEqual([
    [1, answer],
    [2, answer],
    [3, "不太清楚"],
  ]);
  expect(newest?.qa_records.map(({ evaluation }) => evaluation === null)).toEqual([true, false, false]);
  const over = await read(await recruiter.call("GET", at), hrm2.marked(hrm2.interviewState));
  expect(over.data).toMatchObject({ is_completed: true, has_final_report: true });
  for (const [path, body] of [
    ["record-qa/", qa()],
    ["generate-questions/", {}],
  ] as const)
    await read(await recruiter.call("POST", `${at}${path}`, body), hrm2.error, 400);

  const gone = await recruiter.call("DELETE", at);
  expect(await gone.json()).toEqual({ status: "success", message: expect.any(String) });
  await read(await recruiter.call("GET", at), hrm2.error, 404);
});

test("what is missing, malformed, unknown or somebody else's has its status", async ({ api }) => {
  const recruiter = api("recruiter");
  const unknown = randomUUID();
  const post = (path: string, body: unknown) => recruiter.call("POST", path, body);
  await read(await post(sessions, { resume_data_id: unknown }), hrm2.error, 404);
  for (const body of [{}, { resume_data_id: "x" }]) await read(await post(sessions, body), hrm2.error, 400);
  await read(await recruiter.call("GET", sessions), hrm2.error, 400);
  await read(await recruiter.call("DELETE", sessions), hrm2.error, 400);
  expect((await (await recruiter.call("GET", `${sessions}?resume_id=${unknown}`)).json()).data).toEqual([]);
  for (const path of ["generate-questions/", "record-qa/", "generate-report/"])
    await read(await post(`${sessions}${unknown}/${path}`, qa()), hrm2.error, 404);
  for (const method of ["GET", "DELETE"])
    await read(await recruiter.call(method, `${sessions}${unknown}/`), hrm2.error, 404);
  await read(await post(`${sessions}${unknown}/`, {}), hrm2.error, 405);

  const id = await opened(recruiter, await screened(recruiter));
  const at = `${sessions}${id}/`;
  for (const wrong of [
    {},
    { question: "Was?", answer: "Das." },
    { question: { content: "" }, answer: { content: "a" } },
    { question: { content: "a" }, answer: { content: "  " } },
    { question: { content: "a" } },
  ])
    await read(await post(`${at}record-qa/`, wrong), hrm2.error, 400);
  const interviewer = api("interviewer");
  await read(await interviewer.call("GET", at), hrm2.error, 404);
});

test("the later generation asks the same elsewhere", async ({ api }) => {
  const recruiter = api("recruiter");
  const resumeId = await screened(recruiter);
  const at = "/api/interviews/sessions/";
  const coded = <Data extends z.ZodType>(data: Data, status = 200) =>
    z.strictObject({ code: z.literal(status), message: z.string(), data });
  const body = { resume_data_id: resumeId, job_config: { title: "架构师" } };
  const { data } = await read(await recruiter.call("POST", at, body), coded(hrm2.openedInterview, 201), 201);
  expect(data.position_title).toBe("架构师");
  const one = `${at}${data.session_id}/`;
  await read(await recruiter.call("POST", `${one}questions/`, {}), coded(hrm2.generatedQuestions));
  await read(await recruiter.call("POST", `${one}qa/`, qa()), coded(hrm2.recordedAnswer));
  await read(await recruiter.call("POST", `${one}report/`, {}), coded(hrm2.generatedReport));
  await read(await recruiter.call("GET", one), coded(hrm2.interviewState));
  await read(await recruiter.call("GET", `${at}?resume_id=${resumeId}`), coded(z.array(hrm2.listedInterview)));
  await read(await recruiter.call("DELETE", one), coded(z.null()));
});
