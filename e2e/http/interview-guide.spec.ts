import { randomUUID } from "node:crypto";
import { z } from "zod";
import { passwordPdf, pdfFile } from "../../lib/testing/resume-files";
import { drawPage, toPng } from "../../lib/testing/scan-files";
import { expect, test } from "../fixtures";
import type { Api } from "../support/api";
import * as guide from "../support/interview-guide";
import { createOrganisation, type Role } from "../support/organisation";
import { readPdf } from "../support/read-pdf";
import { savePosition } from "../support/scenario";

const duplicateMessage = "检测到相同简历，已返回历史分析结果";

async function upload(api: Api, text = guide.resumeText(), fileName = "resume.txt") {
  const data = await guide.read(await guide.send(api, { bytes: Buffer.from(text), fileName }), guide.uploaded);
  expect(data.storage.resumeId).toBe(data.resume.id);
  return { number: data.resume.id, ...data };
}

async function reviewed(api: Api, text?: string) {
  const { number } = await upload(api, text);
  const detail = await guide.analysed(api, number);
  expect(detail, detail.analyzeError ?? "").toMatchObject({ analyzeStatus: "COMPLETED", analyzeError: null });
  return { number, detail };
}

const reanalyze = (api: Api, number: number) =>
  guide.patiently(() => api.call("POST", `/api/resumes/${number}/reanalyze`));

test("a resume is sent, analysed and read: list, detail, numbers", async ({ api }) => {
  const recruiter = api("recruiter");
  await guide.read(await recruiter.call("GET", "/api/resumes"), guide.list.length(0));
  const text = `${guide.resumeText()}   \n\n\n\n末行`;
  const { number, resume, storage } = await upload(recruiter, text, "周一.txt");
  expect(resume.filename).toBe("周一.txt");
  expect(storage.fileKey).toMatch(/___\.txt$/);
  const detail = await guide.analysed(recruiter, number);
  expect(detail).toMatchObject({
    ...{ id: number, filename: "周一.txt", contentType: "text/plain", fileSize: Buffer.byteLength(text) },
    ...{ storageUrl: storage.fileUrl, accessCount: 1, analyzeStatus: "COMPLETED", interviews: [] },
  });
  expect(detail.resumeText).toContain("\n\n末行");
  expect(detail.resumeText).not.toMatch(/\n{3}|[ \t]\n/);
  const [analysis, ...others] = detail.analyses;
  expect(others).toEqual([]);
  const {
    contentScore = 0,
    structureScore = 0,
    skillMatchScore = 0,
    expressionScore = 0,
    projectScore = 0,
  } = analysis ?? {};
  expect(contentScore + structureScore + skillMatchScore + expressionScore + projectScore).toBe(analysis?.overallScore);
  expect(analysis?.strengths.join()).toContain("耗时从 4 小时缩短到 25 分钟");
  expect(analysis?.suggestions.length).toBeGreaterThan(0);

  const second = await reviewed(recruiter);
  const items = await guide.read(await recruiter.call("GET", "/api/resumes"), guide.list);
  expect(items.map(({ id }) => id)).toEqual([second.number, number]);
  expect(items[1]).toMatchObject({ latestScore: analysis?.overallScore, lastAnalyzedAt: analysis?.analyzedAt });
  const numbers = await guide.read(await recruiter.call("GET", "/api/resumes/statistics"), guide.statistics);
  expect(numbers).toEqual({ totalCount: 2, totalInterviewCount: 0, totalAccessCount: 2 });
});

test("the file is fetched at the address that was given, by who may", async ({ api, organisation, pool, request }) => {
  const { storage } = await upload(api("recruiter"), "李晓雯\n工作经历\n主导支付系统重构", "li.txt");
  const path = new URL(storage.fileUrl).pathname;
  const file = await api("recruiter").call("GET", path);
  expect(await file.text()).toBe("李晓雯\n工作经历\n主导支付系统重构");
  await guide.refused(await request.get(path), 401, 401);
  await guide.refused(await api("recruiter").call("GET", path.replace("_li", "_lo")), 2001);
  await guide.refused(await api("recruiter").call("GET", "/api/resumes/resumes/2026/99/99/00000000_a.txt"), 2001);
  expect(organisation.id).toBeTruthy();
  await guide.refused(await api("admin", await createOrganisation(pool)).call("GET", path), 2001);
});

test("files are refused in the reference's order, and nothing of them is kept", async ({ api, organisation, pool }) => {
  const recruiter = api("recruiter");
  const code = async (part: Parameters<typeof guide.send>[1], expected: number) => {
    await guide.refused(await guide.send(recruiter, part), expected);
  };
  const text = Buffer.from(guide.resumeText());
  await code({ bytes: text, name: "other" }, 500);
  const json = await guide.patiently(() => recruiter.call("POST", "/api/resumes/upload", { file: "a" }));
  await guide.refused(json, 500);
  await code({ bytes: Buffer.alloc(0) }, 400);
  await code({ bytes: Buffer.alloc(10 * 1024 * 1024 + 1, "a") }, 400);
  await code({ bytes: Buffer.from("<!doctype html><p>王小明</p>"), fileName: "a.html", type: "application/pdf" }, 400);
  await code({ bytes: toPng(drawPage(["王小明"])), fileName: "a.pdf", type: "application/pdf" }, 400);
  await code({ bytes: Buffer.from("PK\u0003\u0004nothing"), fileName: "a.docx" }, 400);
  await code({ bytes: Buffer.from(" \n\t \n"), fileName: "blank.txt" }, 2002);
  await code({ bytes: (await passwordPdf("secret")).bytes, fileName: "a.pdf" }, 500);
  await code({ bytes: Buffer.from("%PDF-1.7\nbroken"), fileName: "a.pdf" }, 500);
  const { rows } = await pool.query("select 1 from resume where organisation_id = $1", [organisation.id]);
  expect(rows).toEqual([]);
});

test("PDF, and Markdown whatever it declares itself to be", async ({ api }) => {
  const recruiter = api("recruiter");
  const { name, bytes } = pdfFile(1);
  for (const part of [
    { bytes, fileName: name, type: "application/pdf" },
    { bytes: Buffer.from(`# ${guide.resumeText()}`), fileName: "resume.md", type: "application/octet-stream" },
  ]) {
    const { resume } = await guide.read(await guide.send(recruiter, part), guide.uploaded);
    const detail = await guide.analysed(recruiter, resume.id);
    expect(detail).toMatchObject({ analyzeStatus: "COMPLETED", contentType: part.type, filename: part.fileName });
  }
});

test("the same bytes under another name are a duplicate with the first name", async ({ api }) => {
  const recruiter = api("recruiter");
  const text = guide.resumeText();
  const { number } = await upload(recruiter, text, "first.txt");
  const detail = await guide.analysed(recruiter, number);
  const again = await guide.send(recruiter, { bytes: Buffer.from(text), fileName: "second.txt" });
  const known = await guide.read(again, guide.knownWith, duplicateMessage);
  expect(known.storage.resumeId).toBe(number);
  const { overallScore, summary, strengths, suggestions } = known.analysis;
  expect(detail.analyses[0]).toMatchObject({ overallScore, summary, strengths, suggestions });
  expect(known.analysis.originalText).toBe(detail.resumeText);
  const after = await guide.getDetail(recruiter, number);
  expect(after).toMatchObject({ filename: "first.txt", accessCount: 2 });
  expect(after.analyses).toHaveLength(1);
});

test("a duplicate without an analysis says how far the first one is, and starts nothing", async ({ api }) => {
  const recruiter = api("recruiter");
  const text = `你好 ${randomUUID()}`;
  const { number } = await upload(recruiter, text, "short.txt");
  const failed = await guide.analysed(recruiter, number);
  expect(failed).toMatchObject({
    analyzeStatus: "FAILED",
    analyses: [],
    analyzeError: expect.stringContaining("内容太少"),
  });
  const again = await guide.send(recruiter, { bytes: Buffer.from(text) });
  const { resume } = await guide.read(again, guide.knownWithout, duplicateMessage);
  expect(resume).toEqual({ id: number, filename: "short.txt", analyzeStatus: "FAILED" });
  expect(await guide.getDetail(recruiter, number)).toMatchObject({ analyzeStatus: "FAILED", accessCount: 2 });
  const [item] = await guide.read(await recruiter.call("GET", "/api/resumes"), guide.list);
  expect(item).not.toHaveProperty("latestScore");
  expect(item).not.toHaveProperty("lastAnalyzedAt");
});

test("a resume that the library had already is analysed when it is sent here", async ({ api }) => {
  const recruiter = api("recruiter");
  const bytes = Buffer.from(guide.resumeText());
  await recruiter.importAll([{ name: "library.txt", bytes }]);
  await guide.read(await recruiter.call("GET", "/api/resumes"), guide.list.length(0));
  // How far the analysis is by the time of the answer is a matter of the machine.
  const known = z.union([guide.knownWith, guide.knownWithout]);
  const { storage } = await guide.read(await guide.send(recruiter, { bytes }), known, duplicateMessage);
  const detail = await guide.analysed(recruiter, storage.resumeId);
  expect(detail).toMatchObject({ filename: "library.txt", analyzeStatus: "COMPLETED" });
});

test("one file sent five times at once is one resume with one analysis", async ({ api, organisation, pool }) => {
  const recruiter = api("recruiter");
  const { body, headers } = guide.form({ bytes: Buffer.from(guide.resumeText()) });
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => recruiter.call("POST", "/api/resumes/upload", body, headers)),
  );
  const either = z.object({ data: z.object({ duplicate: z.boolean(), storage: z.object({ resumeId: z.int() }) }) });
  const read = await Promise.all(answers.map(async (one) => either.parse(await one.json()).data));
  expect(read.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
  const numbers = new Set(read.map(({ storage }) => storage.resumeId));
  expect(numbers.size).toBe(1);
  const [number = 0] = numbers;
  const detail = await guide.analysed(recruiter, number);
  expect(detail).toMatchObject({ accessCount: 5, analyses: [{}] });
  const { rows } = await pool.query("select 1 from resume_review where organisation_id = $1", [organisation.id]);
  expect(rows).toHaveLength(1);
});

test("another analysis stands before the first, which stays; the same resume gets the same scores", async ({ api }) => {
  const recruiter = api("recruiter");
  const { number, detail } = await reviewed(recruiter);
  await guide.read(await reanalyze(recruiter, number), z.null());
  await expect.poll(async () => (await guide.getDetail(recruiter, number)).analyses.length).toBe(2);
  const { analyses } = await guide.analysed(recruiter, number);
  expect(analyses[1]).toEqual(detail.analyses[0]);
  const { id: first, analyzedAt: _, ...same } = analyses[0] ?? {};
  expect(analyses[1]).toMatchObject(same);
  expect(first).toBeGreaterThan(analyses[1]?.id ?? 0);
});

test("a deleted resume is gone at once, and comes again as a new one", async ({ api }) => {
  const recruiter = api("recruiter");
  const text = guide.resumeText();
  const { number } = await reviewed(recruiter, text);
  await guide.read(await recruiter.call("DELETE", `/api/resumes/${number}`), z.null());
  for (const [method, path] of [
    ["GET", `/api/resumes/${number}/detail`],
    ["POST", `/api/resumes/${number}/reanalyze`],
    ["DELETE", `/api/resumes/${number}`],
  ] as const)
    await guide.refused(await guide.patiently(() => recruiter.call(method, path)), 2001);
  await guide.refused(await recruiter.call("GET", `/api/resumes/${number}/export`), 2001, 404);
  await guide.read(await recruiter.call("GET", "/api/resumes"), guide.list.length(0));
  const again = await upload(recruiter, text);
  const detail = await guide.analysed(recruiter, again.number);
  expect(detail).toMatchObject({ analyzeStatus: "COMPLETED", accessCount: 1 });
  expect(detail.analyses).toHaveLength(1);
});

test("the report is a PDF with its Chinese text, and before an analysis there is none", async ({ api }) => {
  const recruiter = api("recruiter");
  const short = await upload(recruiter, `你好 ${randomUUID()}`);
  await guide.analysed(recruiter, short.number);
  await guide.refused(await recruiter.call("GET", `/api/resumes/${short.number}/export`), 2008, 404);
  await guide.refused(await recruiter.call("GET", "/api/resumes/2147483647/export"), 2001, 404);

  const { number } = await upload(recruiter, guide.resumeText(), "周 一.txt");
  const detail = await guide.analysed(recruiter, number);
  const response = await recruiter.call("GET", `/api/resumes/${number}/export`);
  expect(response.status()).toBe(200);
  expect(response.headers()).toMatchObject({
    "content-type": "application/pdf",
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent("简历分析报告_周 一.txt.pdf")}`,
  });
  const { pages } = await readPdf(await response.body());
  const text = pages.join("").replace(/\s/g, "");
  const [analysis] = detail.analyses;
  for (const part of [
    "简历分析报告",
    "周一.txt",
    `总分：${analysis?.overallScore}/100`,
    "项目经验",
    "优势",
    "改进建议",
  ])
    expect(text).toContain(part);
  expect(text).toContain(analysis?.summary.replace(/\s/g, ""));
  const [first] = analysis?.suggestions ?? [];
  expect(text).toContain(`【${first?.priority}】${first?.category}`);
});

test("whatever the service does not know is code 500, and an unknown number 2001", async ({ api }) => {
  const recruiter = api("recruiter");
  for (const [method, path] of [
    ["GET", "/api/resumes/abc/detail"],
    ["GET", "/api/resumes/1"],
    ["PUT", "/api/resumes/1"],
    ["GET", "/api/resumes/upload"],
    ["POST", "/api/resumes"],
    ["GET", "/api/resumes/1/other"],
  ] as const)
    await guide.refused(await recruiter.call(method, path), 500);
  for (const number of ["2147483647", "99999999999", "0"])
    await guide.refused(await recruiter.call("GET", `/api/resumes/${number}/detail`), 2001);
});

test("the sixth upload and the third analysis within a second are turned away", async ({ api }) => {
  const recruiter = api("recruiter");
  const { number } = await reviewed(recruiter);
  for (const [most, call] of [
    [5, () => recruiter.call("POST", "/api/resumes/upload", { file: "" })],
    [2, () => recruiter.call("POST", `/api/resumes/${number}/reanalyze`)],
  ] as const) {
    // Two windows at most, when the calls go out within a moment of each other; a busy machine takes longer.
    await expect(async () => {
      const answers = await Promise.all(Array.from({ length: 12 }, call));
      const late = answers.filter((one) => one.status() === 429);
      expect(late.length).toBeGreaterThanOrEqual(12 - 2 * most);
      for (const one of late) {
        await guide.refused(one, 429, 429);
        expect(Number(one.headers()["retry-after"])).toBeGreaterThanOrEqual(1);
      }
    }).toPass({ timeout: 30_000 });
  }
  // Another organisation is not held up by this one.
  expect((await guide.analysed(recruiter, number)).analyses.length).toBeGreaterThan(1);
});

test("each role may do what it may on the pages, another organisation nothing, a stranger see that it is up", async ({
  api,
  pool,
  request,
}) => {
  const { number } = await reviewed(api("admin"));
  const calls = [
    ["GET", "/api/resumes", ["admin", "recruiter", "hiring_manager"]],
    ["GET", "/api/resumes/statistics", ["admin", "recruiter", "hiring_manager"]],
    ["GET", `/api/resumes/${number}/detail`, ["admin", "recruiter"]],
    ["GET", `/api/resumes/${number}/export`, ["admin", "recruiter"]],
    ["POST", `/api/resumes/${number}/reanalyze`, ["admin", "recruiter"]],
  ] as const satisfies [string, string, Role[]][];
  for (const role of ["admin", "recruiter", "hiring_manager", "interviewer"] as const)
    for (const [method, path, allowed] of calls) {
      const response = await guide.patiently(() => api(role).call(method, path));
      const isAllowed = allowed.some((one) => one === role);
      expect(response.status() === 200 && !(await response.text()).includes('"success":false'), `${role} ${path}`).toBe(
        isAllowed,
      );
    }
  // Not their position: not found rather than forbidden.
  await guide.refused(await api("hiring_manager").call("GET", `/api/resumes/${number}/detail`), 2001);
  await guide.refused(await api("interviewer").call("GET", "/api/resumes"), 403, 403);
  const sent = await guide.send(api("hiring_manager"), { bytes: Buffer.from(guide.resumeText()) });
  await guide.refused(sent, 403, 403);
  await guide.refused(await api("hiring_manager").call("DELETE", `/api/resumes/${number}`), 403, 403);

  const elsewhere = api("admin", await createOrganisation(pool));
  await guide.refused(await elsewhere.call("GET", `/api/resumes/${number}/detail`), 2001);
  await guide.refused(await elsewhere.call("DELETE", `/api/resumes/${number}`), 2001);
  await guide.read(await elsewhere.call("GET", "/api/resumes"), guide.list.length(0));

  await guide.refused(await request.get("/api/resumes"), 401, 401);
  await guide.refused(await request.get(`/api/resumes/${number}/detail`), 401, 401);
  await guide.read(await request.get("/api/resumes/health"), guide.health);
});

test("a client on a listed origin may call, one elsewhere may not", async ({ api, request }) => {
  const headers = { origin: "https://client.example", "access-control-request-method": "POST" };
  const asked = await request.fetch("/api/resumes/upload", { method: "OPTIONS", headers });
  expect(asked.headers()).toMatchObject({
    "access-control-allow-origin": "https://client.example",
    "access-control-allow-credentials": "true",
    "access-control-max-age": "3600",
  });
  const foreign = { origin: "https://elsewhere.example" };
  const answer = await api("recruiter").call("GET", "/api/resumes", undefined, foreign);
  expect(answer.headers()["access-control-allow-origin"]).toBeUndefined();
});

test("interviews of a resume stand beside its analyses, and are counted", async ({ api }) => {
  const recruiter = api("recruiter");
  const { number } = await reviewed(recruiter);
  const { resumes } = await recruiter.json<{ resumes: { id: string }[] }>("GET", "/api/v1/resumes");
  const { id: positionId } = await recruiter.json<{ id: string }>("POST", "/api/v1/positions", savePosition("Held"));
  const applications = `/api/v1/positions/${positionId}/applications`;
  await recruiter.json("POST", applications, { resumeIds: [resumes[0]?.id] });
  const [application] = await recruiter.json<{ id: string }[]>("GET", applications);
  const asked = { applicationId: application?.id, language: "zh" };
  const { id: sessionId } = await recruiter.json<{ id: string }>("POST", "/api/v1/interviews", asked);
  const detail = await guide.getDetail(recruiter, number);
  expect(detail.interviews).toMatchObject([
    { sessionId, status: "CREATED", totalQuestions: 0, evaluateStatus: null, overallScore: null, completedAt: null },
  ]);
  const [item] = await guide.read(await recruiter.call("GET", "/api/resumes"), guide.list);
  expect(item?.interviewCount).toBe(1);
  const numbers = await guide.read(await recruiter.call("GET", "/api/resumes/statistics"), guide.statistics);
  expect(numbers).toMatchObject({ totalCount: 1, totalInterviewCount: 1 });
});

test("a person in a blind position is hidden here too", async ({ api }) => {
  const recruiter = api("recruiter");
  const text = guide.resumeText("欧阳志远").replace("- 参与数据库设计", `- 欧阳志远主导了数据库设计 ${randomUUID()}`);
  const { number, storage } = await upload(recruiter, text, "ouyangzhiyuan.txt");
  await guide.analysed(recruiter, number);
  const { resumes } = await recruiter.json<{ resumes: { id: string }[] }>("GET", "/api/v1/resumes");
  const { id: positionId } = await recruiter.json<{ id: string }>("POST", "/api/v1/positions", savePosition("Blind"));
  await recruiter.json("POST", `/api/v1/positions/${positionId}/applications`, { resumeIds: [resumes[0]?.id] });
  const blind = await recruiter.call("PUT", `/api/v1/positions/${positionId}/blind`, { blind: "person_and_schools" });
  expect(blind.ok()).toBe(true);
  const detail = await guide.getDetail(recruiter, number);
  expect(detail.filename).toMatch(/^#\d+$/);
  expect(detail.storageUrl).toBe("");
  const { pages } = await readPdf(await (await recruiter.call("GET", `/api/resumes/${number}/export`)).body());
  const again = await guide.send(recruiter, { bytes: Buffer.from(text) });
  const everything = [
    JSON.stringify(detail),
    await (await recruiter.call("GET", "/api/resumes")).text(),
    await again.text(),
    pages.join("").replace(/\s/g, ""),
  ].join("\n");
  for (const secret of ["欧阳", "ouyang", "13900001111", "someone@example.com", "华中科技大学"])
    expect(everything).not.toContain(secret);
  await guide.refused(await recruiter.call("GET", new URL(storage.fileUrl).pathname), 403, 403);
});
