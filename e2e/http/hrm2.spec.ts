import { createHash, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { APIResponse } from "@playwright/test";
import { z } from "zod";
import { expect, test } from "../fixtures";
import type { Api } from "../support/api";
import * as hrm2 from "../support/hrm2";
import { roles } from "../support/organisation";

const asked = {
  position: "后端开发工程师",
  required_skills: ["Java", "MySQL"],
  optional_skills: ["Kafka"],
  min_experience: 3,
  education: ["本科", "硕士"],
  salary_range: [15_000, 25_000],
  project_requirements: { min_projects: 2, team_lead_experience: true },
};

const text = (name: string, skills = "Java、MySQL、Kafka") =>
  `${name}\n电话：13900001111\n\n工作经历\n2018.01 - 至今    星桥科技有限公司    后端开发工程师\n使用 Java 与 MySQL 开发订单系统，带领 5 人团队\n\n教育经历\n2014.09 - 2018.06    浙江大学    计算机科学与技术    本科\n\n专业技能\n${skills}\n`;

/** Parses what came back, of the status that is due. */
async function read<Shape extends z.ZodType>(
  response: APIResponse,
  shape: Shape,
  status = 200,
): Promise<z.infer<Shape>> {
  expect(response.status(), await response.text()).toBe(status);
  return shape.parse(await response.json());
}

const submitted = hrm2.bare({ status: z.literal("submitted"), task_id: z.uuid() });

async function submit(api: Api, resumes: object[], position: object = asked) {
  const response = await api.call("POST", "/resume-screening/screening/", { position, resumes });
  return (await read(response, submitted, 202)).task_id;
}

async function done(api: Api, taskId: string): Promise<hrm2.Task> {
  const shape = hrm2.bare(hrm2.task.shape);
  let task: hrm2.Task | null = null;
  await expect
    .poll(async () => {
      task = await read(await api.call("GET", `/resume-screening/tasks/${taskId}/status/`), shape);
      return task.status;
    })
    .toMatch(/completed|failed/);
  if (!task) throw new Error("No task");
  return task;
}

const screen = async (api: Api, resumes: object[], position?: object) =>
  done(api, await submit(api, resumes, position));

async function firstResume(api: Api, name: string, position?: object) {
  const task = await screen(api, [{ name: `${name}.txt`, content: text(name) }], position);
  const [resume] = task.resume_data;
  if (!resume) throw new Error("No resume");
  return resume;
}

async function addPosition(api: Api, fields: object = {}): Promise<hrm2.Position> {
  const response = await api.call("POST", "/position-settings/positions/", { position: "测试工程师", ...fields });
  return (await read(response, hrm2.coded(hrm2.position), 201)).data;
}

const someId = "5f0c8a4e-8d3b-4f43-9e0e-0d9a3a0f7b11";

/** Both tables of operations, as they are written: `GET /api/library/…`. */
function listOperations() {
  const source = readFileSync("lib/compat/hrm2/operations.ts", "utf8");
  return [...source.matchAll(/"(GET|POST|PUT|DELETE) ([^"]+)":/g)].flatMap(([, method = "", path = ""]) => {
    const address = `/${path.replaceAll(/\{\w+\}/g, someId)}`;
    const isClassic = /^(?:position-settings|resume-screening)/.test(path);
    return (isClassic ? ["", "/api"] : ["/api"]).map((prefix) => ({ method, address: prefix + address }));
  });
}

test("no operation answers a stranger, and none fails for anyone", async ({ api, request }) => {
  const operations = listOperations();
  expect(operations.length).toBeGreaterThan(100);
  for (const { method, address } of operations) {
    const strangers = ["", "/"].map(async (slash) => {
      const stranger = await request.fetch(address + slash, { method, maxRedirects: 0 });
      expect(stranger.status(), `${method} ${address}${slash}`).toBe(401);
    });
    const known = roles.map(async (role) => {
      const response = await api(role).call(method, `${address}/`, method === "GET" ? undefined : {});
      expect(response.status(), `${role}: ${method} ${address}`).toBeLessThan(500);
      expect(await response.json()).toMatchObject({ message: expect.any(String) });
    });
    await Promise.all([...strangers, ...known]);
  }
});

test("an interviewer changes nothing and reads no results", async ({ api }) => {
  const interviewer = api("interviewer");
  for (const [method, path, body] of [
    ["POST", "/position-settings/positions/", { position: "A" }],
    ["POST", "/resume-screening/screening/", { position: asked, resumes: [{ content: "a" }] }],
    ["POST", "/resume-screening/library/", { resumes: [{ name: "a", content: "a" }] }],
    ["GET", "/resume-screening/tasks-history/", undefined],
    ["GET", "/resume-screening/groups/", undefined],
    ["POST", "/resume-screening/dev/reset-test-state/", {}],
  ] as const)
    await read(await interviewer.call(method, path, body), hrm2.error, 403);
});

test("unknown addresses, methods, media types and broken bodies have their status, in one body", async ({ api }) => {
  const recruiter = api("recruiter");
  const status = async (method: string, path: string, body?: unknown, headers = {}) => {
    const response = await recruiter.call(method, path, body, headers);
    const found = hrm2.error.parse(await response.json());
    expect(found.code).toBe(response.status());
    return response.status();
  };
  expect(await status("GET", "/resume-screening/nothing/")).toBe(404);
  expect(await status("GET", "/position-settings/positions/not-an-id/")).toBe(404);
  expect(await status("DELETE", "/position-settings/positions/")).toBe(405);
  expect(await status("PATCH", "/position-settings/")).toBe(405);
  expect(await status("POST", "/position-settings/", "a=1", { "content-type": "text/plain" })).toBe(415);
  expect(await status("POST", "/position-settings/", "{", { "content-type": "application/json" })).toBe(400);
  expect(await status("POST", "/position-settings/", [1])).toBe(400);
  expect(await status("GET", "/static/admin.css")).toBe(404);
  expect(await status("GET", "/media/screening_reports/..%2f..%2fsecrets.json")).toBe(404);
  for (const query of ["page=0", "page=x", "page_size=-1", "page=1.5"])
    expect(await status("GET", `/resume-screening/library/?${query}`), query).toBe(400);
});

test("a client on a listed origin may call, one elsewhere may not", async ({ api, request }) => {
  const headers = { origin: "https://client.example", "access-control-request-method": "PUT" };
  const asked = await request.fetch("/resume-screening/library/", { method: "OPTIONS", headers });
  expect(asked.status()).toBe(204);
  expect(asked.headers()).toMatchObject({
    "access-control-allow-origin": "https://client.example",
    "access-control-allow-credentials": "true",
    "access-control-allow-methods": expect.stringContaining("PUT"),
    "access-control-max-age": "86400",
  });
  const answer = await api("recruiter").call("GET", "/resume-screening/library/", undefined, headers);
  expect(answer.headers()).toMatchObject({ "access-control-expose-headers": "Content-Disposition" });
  const foreign = { origin: "https://elsewhere.example" };
  const refused = await api("recruiter").call("GET", "/resume-screening/library/", undefined, foreign);
  expect(refused.headers()["access-control-allow-origin"]).toBeUndefined();
});

test("positions: made once, listed, changed, deleted, made again", async ({ api }) => {
  const recruiter = api("recruiter");
  const made = await addPosition(recruiter, { ...asked, department: "平台部", certifications: ["PMP"] });
  expect(made).toMatchObject({ ...asked, department: "平台部", certifications: ["PMP"], resume_count: 0 });
  const again = await recruiter.call("POST", "/position-settings/positions", { position: asked.position });
  expect(await read(again, hrm2.error, 400)).toMatchObject({ error: expect.stringContaining(asked.position) });
  for (const body of [{}, { position: "" }, { department: "A" }])
    await read(await recruiter.call("POST", "/position-settings/positions/", body), hrm2.error, 400);
  for (const wrong of [{ min_experience: "三年" }, { salary_range: null }, { required_skills: "Java" }])
    await read(
      await recruiter.call("POST", "/position-settings/positions/", { position: "B", ...wrong }),
      hrm2.error,
      400,
    );

  const list = hrm2.coded(z.strictObject({ positions: z.array(hrm2.position), total: z.literal(1) }));
  for (const path of [
    "/position-settings/positions/",
    "/position-settings/list/",
    "/api/position-settings/positions",
  ]) {
    const { data } = await read(await recruiter.call("GET", path), list);
    expect(data.positions[0]?.resumes).toBeUndefined();
  }
  const one = `/position-settings/positions/${made.id}/`;
  const { data: full } = await read(await recruiter.call("GET", one), hrm2.coded(hrm2.position));
  expect(full.resumes).toEqual([]);
  // What a client does: the whole object back, with one thing changed.
  const changed = await recruiter.call("PUT", one, { ...full, description: "负责订单系统" });
  const { data: after } = await read(changed, hrm2.coded(hrm2.position));
  const { resumes, ...before } = full;
  expect(after).toEqual({ ...before, description: "负责订单系统", updated_at: expect.any(String) });
  const partly = await recruiter.call("PUT", one, { salary_range: [1], required_skills: ["Go"] });
  expect((await read(partly, hrm2.coded(hrm2.position))).data).toMatchObject({
    required_skills: ["Go"],
    salary_range: asked.salary_range,
  });
  await read(await recruiter.call("PUT", one, {}), hrm2.error, 400);

  const gone = await recruiter.call("DELETE", one);
  expect(await read(gone, z.strictObject({ code: z.literal(200), message: z.string() }))).toBeTruthy();
  for (const method of ["GET", "PUT", "DELETE"])
    await read(await recruiter.call(method, one, method === "PUT" ? { department: "x" } : undefined), hrm2.error, 404);
  expect((await addPosition(recruiter, asked)).id).not.toBe(made.id);
});

test("a position edited on its own page keeps there what HRM2 has no field for", async ({ api }) => {
  const recruiter = api("recruiter");
  const requirement = (kind: string, text: string, necessity = "must") => ({
    ...{ key: randomUUID(), kind, text, necessity, weight: 4, note: "" },
  });
  const requirements = [
    requirement("skill", "Java", "gate"),
    requirement("experience", "5 年以上 Java 开发经验"),
    requirement("language", "英语可作为工作语言"),
    requirement("education", "本科及以上，计算机相关专业"),
  ];
  const { id } = await recruiter.json<{ id: string }>("POST", "/api/v1/positions", { title: "架构师", requirements });
  const one = `/position-settings/positions/${id}/`;
  const { data } = await read(await recruiter.call("GET", one), hrm2.coded(hrm2.position));
  expect(data).toMatchObject({ required_skills: ["Java"], min_experience: 5 });
  const versionOf = async () =>
    (await recruiter.json<{ version: number; requirements: object[] }>("GET", `/api/v1/positions/${id}`)).version;
  await read(await recruiter.call("PUT", one, data), hrm2.coded(hrm2.position));
  expect(await versionOf()).toBe(1);
  const change = { ...data, required_skills: ["Java", "Redis"] };
  await read(await recruiter.call("PUT", one, change), hrm2.coded(hrm2.position));
  const saved = await recruiter.json<{ requirements: object[] }>("GET", `/api/v1/positions/${id}`);
  expect(saved.requirements).toEqual(expect.arrayContaining(requirements));
  expect(saved.requirements).toHaveLength(5);
});

test("the default criteria are what was sent last, and become a position", async ({ api }) => {
  const recruiter = api("recruiter");
  const get = async () => read(await recruiter.call("GET", "/position-settings/"), hrm2.coded(z.looseObject({})));
  expect((await get()).data).toMatchObject({ position: expect.any(String), min_experience: 2 });
  const sent = { ...asked, anything: { else: [1] } };
  const saved = await recruiter.call("POST", "/position-settings/", sent);
  expect((await read(saved, hrm2.coded(hrm2.position))).data).toMatchObject(asked);
  expect((await get()).data).toEqual(sent);
  const less = await recruiter.call("POST", "/position-settings/", { position: asked.position, salary_range: [9000] });
  const { data } = await read(less, hrm2.coded(hrm2.position));
  expect(data).toMatchObject({ required_skills: [], min_experience: 0, salary_range: [9000, 0] });
  await recruiter.call("DELETE", `/position-settings/positions/${data.id}/`);
  const revived = await recruiter.call("POST", "/position-settings/", asked);
  expect((await read(revived, hrm2.coded(hrm2.position))).data.id).toBe(data.id);
  for (const body of [{}, { required_skills: [] }])
    await read(await recruiter.call("POST", "/position-settings/", body), hrm2.error, 400);
});

test("a position is drafted from a description", async ({ api }) => {
  const recruiter = api("recruiter");
  const body = {
    description: "招聘高级后端开发工程师\n月薪 25-40K\n1. 本科及以上学历；\n2. 5 年以上 Java 开发经验；",
    documents: [{ name: "补充.txt", content: "3. 熟悉 Kafka 者优先。" }],
  };
  const response = await recruiter.call("POST", "/position-settings/ai/generate/", body);
  const { data } = await read(
    response,
    hrm2.coded(
      hrm2.position.omit({
        ...{ id: true, department: true, is_active: true, resume_count: true, created_at: true, updated_at: true },
        resumes: true,
      }),
    ),
  );
  expect(data).toMatchObject({ min_experience: 5, salary_range: [25_000, 40_000] });
  expect([...data.required_skills, ...data.optional_skills].join()).toContain("Kafka");
  for (const wrong of [{}, { description: "" }, { description: "a", documents: "b" }])
    await read(await recruiter.call("POST", "/position-settings/ai/generate/", wrong), hrm2.error, 400);
});

test("the library: three sent, one is empty and one is there already", async ({ api }) => {
  const recruiter = api("recruiter");
  const content = text("张三");
  const hash = createHash("sha256").update(content).digest("hex");
  const resumes = [
    { name: "张三_简历.txt", content, metadata: { size: 999, type: "text/plain" } },
    { name: "空.txt", content: " " },
    { name: "副本.txt", content, metadata: null },
  ];
  const response = await recruiter.call("POST", "/resume-screening/library/", { resumes });
  const { data } = await read(response, hrm2.coded(hrm2.uploaded));
  expect(data).toMatchObject({ uploaded_count: 1, skipped_count: 2, uploaded: [{ candidate_name: "张三" }] });
  expect(data.skipped.map(({ reason }) => reason)).toEqual(["内容为空", "简历已存在"]);
  const all = await recruiter.call("POST", "/resume-screening/library/", { resumes });
  expect((await read(all, hrm2.coded(hrm2.uploaded))).data.uploaded_count).toBe(0);

  const id = data.uploaded[0]?.id;
  const list = hrm2.coded(z.strictObject({ resumes: z.array(hrm2.libraryItem), ...hrm2.page }));
  const listed = (await read(await recruiter.call("GET", "/resume-screening/library/?keyword=张三"), list)).data;
  expect(listed).toMatchObject({ total: 1, page: 1, page_size: 20 });
  expect(listed.resumes[0]).toMatchObject({ id, file_hash: hash.slice(0, 8), is_screened: false, is_assigned: false });
  const detail = await read(
    await recruiter.call("GET", `/resume-screening/library/${id}/`),
    hrm2.coded(hrm2.libraryDetail),
  );
  expect(detail.data.file_hash).toBe(hash);
  expect(detail.data.content.trim()).toBe(content.trim());

  const checked = await recruiter.call("POST", "/resume-screening/library/check-hash/", {
    hashes: [hash, hash.slice(0, 8)],
  });
  expect((await checked.json()).data).toEqual({
    exists: { [hash]: true, [hash.slice(0, 8)]: false },
    existing_count: 1,
  });

  const change = { candidate_name: "张三丰", notes: "电话联系过" };
  const put = await recruiter.call("PUT", `/resume-screening/library/${id}/`, change);
  expect((await put.json()).data).toEqual({ id });
  await recruiter.call("PUT", `/resume-screening/library/${id}/`, {});
  await recruiter.call("PUT", `/resume-screening/library/${id}/`, { notes: null });
  const after = (await read(await recruiter.call("GET", "/resume-screening/library/"), list)).data.resumes[0];
  expect(after).toMatchObject(change);
  const tooMany = { resumes: Array.from({ length: 51 }, (_, index) => ({ name: `${index}`, content: `${index}` })) };
  for (const wrong of [{}, { resumes: [] }, { resumes: "a" }, tooMany, { resumes: [{ name: "a", content: "b" }, 1] }])
    await read(await recruiter.call("POST", "/resume-screening/library/", wrong), hrm2.error, 400);
  expect((await read(await recruiter.call("GET", "/resume-screening/library/"), list)).data.total).toBe(1);

  await read(
    await recruiter.call("POST", "/resume-screening/library/batch-delete/", { resume_ids: [id, "x"] }),
    hrm2.error,
    400,
  );
  const removed = await recruiter.call("POST", "/resume-screening/library/batch-delete/", {
    resume_ids: [id, randomUUID()],
  });
  expect(removed.status()).toBe(200);
  for (const method of ["GET", "PUT", "DELETE"])
    await read(
      await recruiter.call(method, `/resume-screening/library/${id}/`, method === "PUT" ? {} : undefined),
      hrm2.error,
      404,
    );
});

test("pages of lists are cut, and one past the end is empty", async ({ api }) => {
  const recruiter = api("recruiter");
  const resumes = ["甲一", "乙二", "丙三"].map((name) => ({ name: `${name}.txt`, content: text(name) }));
  await recruiter.call("POST", "/resume-screening/library/", { resumes });
  const get = async (query: string) => (await recruiter.call("GET", `/resume-screening/library/?${query}`)).json();
  const names = ({ data }: { data: { resumes: { filename: string }[] } }) =>
    data.resumes.map(({ filename }) => filename);
  expect(names(await get("page_size=2"))).toEqual(["丙三.txt", "乙二.txt"]);
  expect(names(await get("page_size=2&page=2"))).toEqual(["甲一.txt"]);
  expect((await get("page=9")).data).toMatchObject({ resumes: [], total: 3, page: 9, page_size: 20 });
  expect((await get("page_size=0")).data).toMatchObject({ resumes: [], total: 3, page_size: 0 });
  expect((await get("page_size=500")).data.page_size).toBe(100);
  expect((await get("is_screened=false")).data.total).toBe(3);
  expect((await get("is_screened=TRUE")).data.total).toBe(0);
});

test("a screening from its submission to its files, and the same text again", async ({ api }) => {
  const recruiter = api("recruiter");
  const content = text("周一");
  const task = await screen(recruiter, [{ name: "folder/周一.txt", content, metadata: { size: 3 } }]);
  expect(task).toMatchObject({ status: "completed", progress: 100, current_step: 1, total_steps: 1 });
  const [resume] = task.resume_data;
  expect(resume).toMatchObject({ candidate_name: "周一", position_title: asked.position });
  expect(resume?.scores?.comprehensive_score).toBeGreaterThan(50);
  expect(resume?.summary).not.toBe("");
  const json = hrm2.screeningJson.parse(JSON.parse(resume?.json_content ?? ""));
  expect(json.scores).toEqual(resume?.scores);
  expect(json.conversation_history.map(({ name }) => name)).toEqual([
    ...["User_Proxy", "HR_Expert", "Technical_Expert", "Project_Manager_Expert", "Critic"],
  ]);
  expect(task.reports).toMatchObject([{ report_id: resume?.id, report_filename: "周一简历初筛结果.md" }]);
  expect(task.reports?.[0]?.position_info).toEqual(asked);

  const download = await recruiter.call("GET", task.reports?.[0]?.download_url ?? "");
  expect(download.headers()["content-type"]).toBe("text/markdown; charset=utf-8");
  const disposition = download.headers()["content-disposition"] ?? "";
  expect(decodeURIComponent(disposition)).toBe("attachment; filename*=UTF-8''周一简历初筛结果.md");
  const markdown = await download.text();
  for (const part of ["# 周一简历初筛结果", "| 综合 |", "## 简历原文", "星桥科技有限公司"])
    expect(markdown).toContain(part);
  for (const url of [resume?.report_md_url, resume?.report_json_url]) {
    expect(url).toMatch(/^\/media\/screening_reports\/\d{4}\/\d\d\/\d\d\/%E5%91%A8%E4%B8%80/);
    expect((await recruiter.call("GET", url ?? "")).status()).toBe(200);
  }
  const file = await recruiter.call("GET", resume?.report_json_url ?? "");
  expect(hrm2.screeningJson.parse(await file.json())).toEqual(json);
  const detail = await recruiter.call("GET", `/resume-screening/reports/${resume?.id}/detail/`);
  const shape = hrm2.bare({ report: hrm2.reportDetail });
  expect((await read(detail, shape)).report).toMatchObject({ id: resume?.id, scores: resume?.scores });

  const again = await screen(recruiter, [{ name: "周一（新）.txt", content }]);
  expect(again).toMatchObject({ status: "completed", total_steps: 1, resume_data: [], reports: [] });
  const library = await (await recruiter.call("GET", "/resume-screening/library/?is_screened=true")).json();
  expect(library.data).toMatchObject({ total: 1, resumes: [{ id: resume?.id, is_screened: true }] });

  const history = hrm2.bare({ tasks: z.array(hrm2.task), ...hrm2.page });
  const page = await read(
    await recruiter.call("GET", "/resume-screening/tasks-history/?status=completed&page_size=100"),
    history,
  );
  expect(page.tasks.map(({ task_id }) => task_id)).toEqual([again.task_id, task.task_id]);
  expect(page.page_size).toBe(100);
  for (const [status, total] of [
    ["failed", 0],
    ["nonsense", 0],
    ["completed", 2],
  ] as const)
    expect(
      (await read(await recruiter.call("GET", `/resume-screening/tasks-history/?status=${status}`), history)).total,
    ).toBe(total);

  await read(
    await recruiter.call("DELETE", `/resume-screening/tasks/${task.task_id}/`),
    hrm2.bare({ task_id: z.uuid() }),
  );
  await read(await recruiter.call("GET", `/resume-screening/tasks/${task.task_id}/status/`), hrm2.error, 404);
  await read(await recruiter.call("DELETE", `/resume-screening/tasks/${task.task_id}/`), hrm2.error, 404);
  // The row has no task now and moves to the next one.
  const third = await screen(recruiter, [{ name: "周一.txt", content }]);
  expect(third.resume_data).toEqual([]);
  await recruiter.call("DELETE", `/resume-screening/tasks/${again.task_id}/`);
  const shown = await read(
    await recruiter.call("GET", `/resume-screening/tasks/${third.task_id}/status/`),
    hrm2.bare(hrm2.task.shape),
  );
  expect(shown.resume_data).toMatchObject([{ id: resume?.id }]);
});

test("two submissions of one text at once make one resume", async ({ api }) => {
  const recruiter = api("recruiter");
  const send = () => submit(recruiter, [{ name: "同时.txt", content: text("孙同时") }]);
  const tasks = await Promise.all([send(), send(), send()].map(async (sent) => done(recruiter, await sent)));
  expect(tasks.map(({ status }) => status)).toEqual(["completed", "completed", "completed"]);
  expect(tasks.flatMap(({ resume_data }) => resume_data)).toHaveLength(1);
  const library = await (await recruiter.call("GET", "/resume-screening/library/")).json();
  expect(library.data.total).toBe(1);
});

test("two people in one task, of the same file name, keep their own results", async ({ api }) => {
  const resumes = [
    { name: "a/简历.txt", content: text("王甲") },
    { name: "b/简历.txt", content: text("李乙", "烘焙") },
  ];
  const task = await screen(api("recruiter"), resumes);
  expect(task.total_steps).toBe(2);
  const [first, second] = task.resume_data;
  expect(first?.scores).not.toEqual(second?.scores);
});

test("what is wrong with a submission is said field by field", async ({ api }) => {
  const recruiter = api("recruiter");
  const details = async (body: unknown) => {
    const response = await recruiter.call("POST", "/resume-screening/screening/", body);
    return (await read(response, hrm2.error, 400)).details;
  };
  const resumes = [{ name: "a", content: "b" }];
  const list = [expect.any(String)];
  expect(await details({})).toEqual({ position: list, resumes: list });
  expect(await details({ position: {}, resumes })).toEqual({ position: list });
  expect(await details({ position: "a", resumes })).toEqual({ position: list });
  expect(await details({ position: asked, resumes: [] })).toEqual({ resumes: list });
  expect(await details({ position: asked, resumes: [1] })).toEqual({ resumes: { 0: list } });
  expect(await details({ position: asked, resumes: [{ name: "a" }] })).toEqual({ resumes: list });
  expect((await screen(recruiter, [{ content: text("无名") }], { position: "测试" })).status).toBe("completed");
});

test("a forced error fails tasks until it is reset, and the retried resume moves to its new task", async ({ api }) => {
  const recruiter = api("recruiter");
  const dev = (method: string, path: string, body?: object) =>
    recruiter.call(method, `/resume-screening/dev/${path}/`, body);
  const state = async () => (await (await dev("GET", "force-screening-error")).json()).data;
  expect(await state()).toEqual({ active: false });
  const forced = await dev("POST", "force-screening-error", { error_message: "模型超时", error_type: "service" });
  expect((await forced.json()).data).toEqual({
    ...{ force_error: true, error_message: "模型超时", error_type: "service", expires_in: 3600 },
  });
  expect(await state()).toMatchObject({ active: true, error_type: "service", remaining_seconds: expect.any(Number) });
  const content = text("赵重试");
  const failed = await screen(recruiter, [{ name: "赵重试.txt", content }]);
  expect(failed).toMatchObject({ status: "failed", error_message: "模型超时", resume_data: [{ scores: null }] });
  expect(failed.resume_data[0]?.resume_content).toContain("星桥科技有限公司");
  await dev("POST", "reset-test-state");
  const retried = await screen(recruiter, [{ name: "赵重试", content }]);
  expect(retried.resume_data).toMatchObject([{ id: failed.resume_data[0]?.id }]);

  const position = { position: "测试工程师", required_skills: ["Selenium"] };
  const made = await dev("POST", "generate-resumes", { position, count: 3 });
  const { data } = await made.json();
  expect(data).toMatchObject({ added_count: 3, skipped_count: 0, requested_count: 3 });
  expect(data.added[0].filename).toBe(`${data.added[0].candidate_name}_简历.txt`);
  const more = await (await dev("POST", "generate-resumes", { position, count: 99 })).json();
  expect(more.data.requested_count).toBe(20);
  const detail = await (await recruiter.call("GET", `/resume-screening/library/${data.added[0].id}/`)).json();
  expect(detail.data.notes).toContain("测试工程师");
  for (const wrong of [{}, { position: {} }, { position, count: "many" }])
    await read(await dev("POST", "generate-resumes", wrong), hrm2.error, 400);
});

test("resumes are assigned once, counted, shown with their result, and removed", async ({ api }) => {
  const recruiter = api("recruiter");
  const made = await addPosition(recruiter, asked);
  const resume = await firstResume(recruiter, "钱分配", made);
  const path = `/position-settings/positions/${made.id}`;
  const assign = async (ids: string[]) => {
    const body = { resume_data_ids: ids, notes: "优先联系" };
    return (await (await recruiter.call("POST", `${path}/assign-resumes/`, body)).json()).data;
  };
  expect(await assign([resume.id, randomUUID()])).toEqual({
    ...{ position_id: made.id, assigned_count: 1, skipped_count: 0, total_resumes: 1 },
  });
  expect(await assign([resume.id])).toMatchObject({ assigned_count: 0, skipped_count: 1, total_resumes: 1 });
  expect(await assign([randomUUID()])).toMatchObject({ assigned_count: 0, skipped_count: 0 });
  for (const wrong of [{}, { resume_data_ids: [] }, { resume_data_ids: [resume.id, "x"] }])
    await read(await recruiter.call("POST", `${path}/assign-resumes/`, wrong), hrm2.error, 400);
  const { data } = await read(
    await recruiter.call("GET", "/position-settings/positions/?include_resumes=true"),
    hrm2.coded(z.strictObject({ positions: z.array(hrm2.position), total: z.int() })),
  );
  expect(data.positions[0]).toMatchObject({
    resume_count: 1,
    resumes: [{ id: resume.id, screening_score: resume.scores, candidate_name: "钱分配" }],
  });
  const other = await addPosition(recruiter, { position: "别的岗位" });
  await recruiter.call("POST", `/position-settings/positions/${other.id}/assign-resumes/`, {
    resume_data_ids: [resume.id],
  });
  const library = await (await recruiter.call("GET", "/resume-screening/library/?is_assigned=true")).json();
  expect(library.data.total).toBe(1);
  const remove = () => recruiter.call("DELETE", `${path}/remove-resume/${resume.id}/`);
  expect((await (await remove()).json()).data).toEqual({
    ...{ position_id: made.id, resume_id: resume.id, total_resumes: 0 },
  });
  await read(await remove(), hrm2.error, 404);
  // The result outlives the assignment.
  expect(await assign([resume.id])).toMatchObject({ assigned_count: 1 });
});

test("rows of data: listed, stored by hand once, and under the client's other address", async ({ api }) => {
  const recruiter = api("recruiter");
  const resume = await firstResume(recruiter, "吴数据");
  const list = hrm2.bare({ results: z.array(hrm2.dataRow), ...hrm2.page });
  const row = { position_title: "运维工程师", candidate_name: "郑手工", resume_content: text("郑手工") };
  const added = await recruiter.call("POST", "/resume-screening/data/", row);
  const { id } = await read(added, hrm2.bare({ id: z.uuid() }), 201);
  await read(await recruiter.call("POST", "/resume-screening/data/", row), hrm2.error, 409);
  await read(await recruiter.call("POST", "/resume-screening/data/", { candidate_name: "a" }), hrm2.error, 400);
  for (const path of ["data", "resume-data"]) {
    const found = await read(await recruiter.call("GET", `/resume-screening/${path}/?page=1&page_size=1`), list);
    expect(found).toMatchObject({
      total: 2,
      page_size: 1,
      results: [{ id, screening_score: null, candidate_name: "郑手工" }],
    });
  }
  const byTitle = await read(await recruiter.call("GET", "/resume-screening/data/?position_title=后端"), list);
  expect(byTitle.results).toMatchObject([{ id: resume.id, screening_score: resume.scores }]);
  const byOwnTitle = await read(await recruiter.call("GET", "/resume-screening/data/?position_title=运维"), list);
  expect(byOwnTitle.results).toMatchObject([{ id, position_title: "运维工程师" }]);
  const byName = await read(await recruiter.call("GET", "/resume-screening/data/?candidate_name=郑"), list);
  expect(byName.results).toMatchObject([{ id, position_title: "运维工程师" }]);
  const report = await recruiter.call("GET", `/resume-screening/reports/${id}/download/`);
  expect(await report.text()).toContain("# 郑手工简历初筛结果");
});

test("groups: one for a position, members in one only, and its states", async ({ api }) => {
  const recruiter = api("recruiter");
  const [one, two] = [await firstResume(recruiter, "冯一"), await firstResume(recruiter, "陈二")];
  const other = await firstResume(recruiter, "褚三", { ...asked, position: "前端工程师" });
  const create = (body: object) => recruiter.call("POST", "/resume-screening/groups/create/", body);
  const brief = { group_id: z.uuid(), group_name: z.string(), resume_count: z.int() };
  const made = await read(
    await create({ group_name: "第一组", resume_data_ids: [one.id], description: "备注" }),
    hrm2.bare(brief),
    201,
  );
  expect(made).toMatchObject({ group_name: "第一组", resume_count: 1 });
  const joined = await read(await create({ group_name: "第二组", resume_data_ids: [two.id] }), hrm2.bare(brief), 201);
  expect(joined).toMatchObject({ group_id: made.group_id, group_name: "第一组", resume_count: 2 });
  const mixed = await read(await create({ group_name: "混", resume_data_ids: [one.id, other.id] }), hrm2.error, 400);
  expect(mixed.errors).toEqual({
    mismatched: [{ id: expect.any(String), position_title: expect.any(String) }],
    expected: expect.any(String),
  });
  await read(await create({ group_name: "无", resume_data_ids: [randomUUID()] }), hrm2.error, 404);
  const wrong = await read(await create({ resume_data_ids: "x" }), hrm2.error, 400);
  expect(Object.keys(wrong.details as object).sort()).toEqual(["group_name", "resume_data_ids"]);

  const change = (path: string, resumeId: string) =>
    recruiter.call("POST", `/resume-screening/groups/${path}/`, {
      group_id: made.group_id,
      resume_data_id: resumeId,
    });
  const strange = await read(await change("add-resume", other.id), hrm2.error, 400);
  expect(strange.errors).toEqual({ resume_position: "前端工程师", group_position: asked.position });
  await read(await change("add-resume", one.id), hrm2.error, 400);
  expect((await read(await change("remove-resume", one.id), hrm2.bare(brief))).resume_count).toBe(1);
  await read(await change("remove-resume", one.id), hrm2.error, 400);
  expect((await read(await change("add-resume", one.id), hrm2.bare(brief))).resume_count).toBe(2);
  await read(await change("add-resume", "x"), hrm2.error, 400);
  await read(await change("add-resume", randomUUID()), hrm2.error, 404);

  const groups = hrm2.bare({ groups: z.array(hrm2.listedGroup), ...hrm2.page });
  const pending = await read(
    await recruiter.call("GET", "/resume-screening/groups/?status=pending&include_resumes=true"),
    groups,
  );
  expect(pending.groups).toMatchObject([{ id: made.group_id, status: "interview_analysis", resume_count: 2 }]);
  const detail = await read(
    await recruiter.call("GET", `/resume-screening/groups/${made.group_id}/`),
    hrm2.bare({
      group: hrm2.group,
      summary: z.strictObject({ total_resumes: z.int(), status: z.string(), created_at: z.string() }),
    }),
  );
  expect(detail.group.resumes?.map(({ id }) => id).sort()).toEqual([one.id, two.id].sort());
  const set = (status: string) =>
    recruiter.call("POST", "/resume-screening/groups/set-status/", { group_id: made.group_id, status });
  const states = ["pending", "interview_analysis_completed", "comprehensive_screening", "completed"];
  for (const status of states) expect(await (await set(status)).json()).toMatchObject({ status });
  const bad = await read(await set("gone"), hrm2.error, 400);
  expect(bad.errors).toEqual({ valid_statuses: expect.arrayContaining(states) });
  await read(await recruiter.call("GET", `/resume-screening/groups/${randomUUID()}/`), hrm2.error, 404);
});

test("a video that is not there is neither linked nor unlinked", async ({ api }) => {
  const recruiter = api("recruiter");
  const resume = await firstResume(recruiter, "卫视频");
  const body = { resume_data_id: resume.id, video_analysis_id: randomUUID() };
  await read(await recruiter.call("POST", "/resume-screening/link-resume-to-video/", body), hrm2.error, 404);
  await read(await recruiter.call("POST", "/resume-screening/unlink-resume-from-video/", body), hrm2.error, 400);
});

test("forms are taken as JSON is", async ({ api }) => {
  const recruiter = api("recruiter");
  const form = new URLSearchParams({
    position_title: "表单",
    candidate_name: "蒋表单",
    resume_content: text("蒋表单"),
  });
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const response = await recruiter.call("POST", "/resume-screening/data", form.toString(), headers);
  expect(response.status()).toBe(201);
});

test("what screenings brought stands on the product's own pages", async ({ api }) => {
  const recruiter = api("recruiter");
  const made = await addPosition(recruiter, asked);
  const resume = await firstResume(recruiter, "沈同源", made);
  const board = await recruiter.json<{ rows: { resumeId: string; run: { comprehensive: { value: number } } }[] }>(
    "GET",
    `/api/v1/positions/${made.id}/board`,
  );
  expect(board.rows).toMatchObject([
    { resumeId: resume.id, run: { comprehensive: { value: resume.scores?.comprehensive_score } } },
  ]);
  const found = await recruiter.json<{ resumes: { id: string; source: string }[] }>("GET", "/api/v1/resumes?q=沈同源");
  expect(found.resumes).toMatchObject([{ id: resume.id, source: "hrm2" }]);
});

test("the later generation: one envelope, other names, the same rows", async ({ api }) => {
  const recruiter = api("recruiter");
  const nextError = z.strictObject({ code: z.int(), message: z.string(), data: z.unknown() });
  const sent = await recruiter.call("POST", "/api/screening/", {
    position: asked,
    resumes: [{ name: "韩后代.txt", content: text("韩后代") }],
  });
  const shape = hrm2.coded(z.strictObject({ status: z.literal("submitted"), task_id: z.uuid() }));
  const { task_id: taskId } = (await read(sent, shape, 202)).data;
  const renamed = hrm2.taskResume
    .omit({ scores: true, summary: true })
    .extend({ screening_score: hrm2.scores.nullable(), screening_summary: z.string() });
  const nextTask = hrm2.task.extend({ resume_data: z.array(renamed) });
  let task: z.infer<typeof nextTask> | null = null;
  await expect
    .poll(async () => {
      const response = await recruiter.call("GET", `/api/screening/tasks/${taskId}/status/`);
      task = (await read(response, hrm2.coded(nextTask))).data;
      return task.status;
    })
    .toBe("completed");
  const found = task as z.infer<typeof nextTask> | null;
  expect(found?.reports?.[0]?.position_info).toEqual(asked);
  expect(found?.resume_data[0]?.screening_score).toMatchObject({ hr_score: expect.any(Number) });
  const download = await recruiter.call("GET", found?.reports?.[0]?.download_url ?? "");
  expect(download.url()).toContain("/api/screening/reports/");
  expect(await download.text()).toContain("# 韩后代简历初筛结果");

  const library = await recruiter.call("GET", "/api/library/?page_size=100");
  const items = hrm2.coded(z.strictObject({ items: z.array(hrm2.libraryItem), ...hrm2.page }));
  expect((await read(library, items)).data.items).toMatchObject([{ is_screened: true }]);
  const id = found?.resume_data[0]?.id;
  const position = await recruiter.call("POST", "/api/positions/", { position: "后代岗位" });
  const { data } = await read(position, hrm2.coded(hrm2.position), 201);
  const assigned = await recruiter.call("POST", `/api/positions/${data.id}/resumes/`, { resume_data_ids: [id] });
  expect((await assigned.json()).data).toMatchObject({ assigned_count: 1 });
  const removed = await recruiter.call("DELETE", `/api/positions/${data.id}/resumes/${id}/`);
  expect((await removed.json()).data).toMatchObject({ total_resumes: 0 });
  expect(await (await recruiter.call("DELETE", `/api/positions/${data.id}/`)).json()).toEqual({
    ...{ code: 200, message: expect.any(String), data: null },
  });
  const wrong = await recruiter.call("POST", "/api/screening/", {});
  expect((await read(wrong, nextError, 400)).data).toEqual({
    position: [expect.any(String)],
    resumes: [expect.any(String)],
  });
  await read(await recruiter.call("GET", `/api/screening/tasks/${taskId}/`), nextError, 405);
  await read(await recruiter.call("GET", `/api/positions/${randomUUID()}/`), nextError, 404);
});
