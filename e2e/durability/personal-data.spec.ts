import { randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { makeSpeechWav } from "../../lib/testing/transcription-server";
import { expect, test } from "../support/own-app";
import { modelSettings } from "../support/routes";
import { savePosition, screeningDone } from "../support/scenario";

test.setTimeout(240_000);

/** Made up, and like nothing else in the product. */
const canaries = {
  name: "欧阳鹦鹉",
  latinName: "Quillon Zephyrine",
  phone: "13977712345",
  email: "quillon.zephyrine@canary.example",
  idCard: "110101199003077571",
  sentence: "负责鸬鹚调度平台的重构",
  fileName: "欧阳鹦鹉-zephyrine-resume.txt",
  apiKey: "sk-canary-7f3e9a1b2c4d5e6f",
  said: "鸬鹚答案金丝雀",
  comment: "评论金丝雀鸬鹚",
  recording: "Zephyrine Recording",
};

const resume = `${canaries.name} ${canaries.latinName}
电话：${canaries.phone}
邮箱：${canaries.email}
身份证号：${canaries.idCard}

工作经历
2019.01 - 2024.06  某某科技有限公司  Java 工程师
${canaries.sentence}，使用 Java 和 Spring Boot。

教育经历
2015.09 - 2019.06  清华大学  计算机科学与技术  本科
`;

/** Each as it is, and as addresses and JSON write it. */
function written(word: string) {
  return [word, encodeURIComponent(word), JSON.stringify(word).slice(1, -1), word.replaceAll(" ", "+")];
}

function findIn(text: string, where: string): string[] {
  return Object.entries(canaries).flatMap(([key, word]) =>
    written(word).some((form) => text.includes(form)) ? [`${key} in ${where}`] : [],
  );
}

async function findInTables(pool: pg.Pool): Promise<string[]> {
  const columns = [
    "select payload::text as said, 'job_event' as place from job_event",
    "select concat(event, result, error), 'job_run' from job_run",
    "select concat(name, memo), 'job_step' from job_step",
    "select conditions::text, 'job_wait' from job_wait",
    "select concat(payload, attempts), 'webhook_delivery' from webhook_delivery",
    "select concat(action, details, ip), 'audit_event' from audit_event",
    "select key, 'rate_limit_window' from rate_limit_window",
  ];
  const { rows } = await pool.query<{ said: string; place: string }>(columns.join(" union all "));
  expect(rows.length).toBeGreaterThan(20);
  return rows.flatMap(({ said, place }) => findIn(said ?? "", place));
}

test("logs, job payloads, the audit log, answers' addresses and URLs of a full run name nobody", async ({
  own,
  browser,
}) => {
  // What is looked for is found where it is.
  expect(findIn(resume, "the file")).toHaveLength(6);
  expect(findIn(encodeURI(`/resumes?q=${canaries.name}`), "an address")).toEqual(["name in an address"]);
  const app = await own.start();
  const pool = own.connect(app);
  const { people } = await own.makeOrganisation(app);
  const [admin, recruiter] = [own.api(app, people.admin.token), own.api(app, people.recruiter.token)];
  const urls: string[] = [];

  // A model that cannot be reached: failures are logged, and must not say what was asked or with which key.
  const model = modelSettings({
    baseUrl: "http://127.0.0.1:9/v1",
    apiKey: canaries.apiKey,
    fillsFields: true,
    asksExperts: true,
  });
  expect((await admin.call("PUT", "/api/v1/model-settings", model)).ok()).toBe(true);
  await admin.call("POST", "/api/v1/model-settings/test");

  // Upload, a damaged file, a wrong body, a wrong password.
  const [resumeId = ""] = await recruiter.importAll([{ name: canaries.fileName, bytes: Buffer.from(resume) }]);
  await recruiter.upload(canaries.fileName.replace(".txt", ".pdf"), Buffer.from(`%PDF-1.7 ${resume}`));
  await recruiter.call("POST", "/api/v1/positions", { title: canaries.name, requirements: canaries.sentence });
  await recruiter.call("POST", "/api/v1/users", {
    email: canaries.email,
    name: canaries.name,
    role: "admin",
    password: "x",
  });
  for (let time = 0; time < 2; time += 1)
    await admin.call("POST", "/api/v1/users", {
      ...{ email: canaries.email, name: canaries.latinName, role: "interviewer", password: "a horse of my own" },
    });
  const wrong = new URLSearchParams({ email: canaries.email, password: canaries.sentence, json: "true" });
  await fetch(`${app.url}/api/auth/callback/credentials`, { method: "POST", body: wrong, redirect: "manual" });

  // Screening, comment, sensitive fields, exports.
  const { id: positionId } = await recruiter.json<{ id: string }>(
    "POST",
    "/api/v1/positions",
    savePosition("Backend engineer"),
  );
  const { batchId } = await recruiter.json<{ batchId: string }>("POST", `/api/v1/positions/${positionId}/screenings`, {
    resumeIds: [resumeId],
  });
  await screeningDone(recruiter, batchId, 120_000);
  const board = await recruiter.json<{ rows: { applicationId: string }[] }>(
    "GET",
    `/api/v1/positions/${positionId}/board`,
  );
  const applicationId = board.rows[0]?.applicationId ?? "";
  await recruiter.json("POST", `/api/v1/resumes/${resumeId}/comments`, { text: canaries.comment });
  const sensitive = await recruiter.json("POST", `/api/v1/resumes/${resumeId}/sensitive`);
  expect(JSON.stringify(sensitive)).toContain(canaries.idCard);
  for (const format of ["csv", "json"]) await recruiter.call("GET", `/api/v1/resumes/export?format=${format}`);
  await recruiter.call("GET", `/api/v1/applications/${applicationId}/report`);
  await recruiter.json("POST", "/api/v1/reports", { kind: "candidate", subjectId: applicationId });
  await recruiter.call("POST", `/api/v1/applications/${applicationId}/recommendation`);

  // Interview and recording.
  const { id: interviewId } = await recruiter.json<{ id: string }>("POST", "/api/v1/interviews", {
    applicationId,
    language: "zh",
  });
  await recruiter.call("POST", `/api/v1/interviews/${interviewId}/start`, { consent: "spoken" });
  const turnId = randomUUID();
  const question = { planKey: null, requirementKey: null, skills: [], difficulty: 5, source: "own", text: "为什么？" };
  await recruiter.json("POST", `/api/v1/interviews/${interviewId}/changes`, {
    turns: [{ id: turnId, question, startSeconds: 1 }],
    segments: [
      {
        id: randomUUID(),
        turnId,
        speaker: "candidate",
        text: canaries.said,
        startSeconds: 2,
        endSeconds: 9,
        source: "typed",
        edit: 1,
      },
    ],
  });
  await recruiter.call("POST", `/api/v1/interviews/${interviewId}/finish`);
  const recording = {
    name: `${canaries.name}.wav`,
    mimeType: "audio/wav",
    buffer: makeSpeechWav([{ silence: 0, speech: 1 }], 16_000),
  };
  const whose = { candidate_name: canaries.recording, position_applied: "Backend engineer" };
  const { id: videoId } = await (await recruiter.form("/video-analysis/", { video_file: recording, ...whose })).json();
  await recruiter.call("PUT", `/api/v1/videos/${videoId}/transcript`, Buffer.from(`Candidate: ${canaries.said}`), {
    "content-type": "text/plain",
  });

  // Pages: what a browser asks for on its way through, and where their links lead.
  const context = await browser.newContext({ baseURL: app.url });
  await context.addCookies([
    { name: "next-auth.session-token", value: people.admin.cookie, url: app.url, httpOnly: true, sameSite: "Lax" },
  ]);
  const page = await context.newPage();
  page.on("request", (request) => urls.push(request.url()));
  for (const path of [
    ...[
      "/",
      "/resumes",
      `/resumes/${resumeId}`,
      `/resumes/${resumeId}?tab=privacy`,
      `/positions/${positionId}/board?application=${applicationId}`,
    ],
    ...[
      `/interviews/${interviewId}`,
      "/videos",
      `/videos/${videoId}`,
      `/recommendations/${applicationId}`,
      "/settings/audit",
      "/settings/people",
    ],
  ]) {
    await page.goto(path);
    await page.waitForLoadState("networkidle");
    const links = await page.evaluate(() =>
      [...document.querySelectorAll("a[href], img[src], form[action], iframe[src]")].map(
        (element) =>
          element.getAttribute("href") ?? element.getAttribute("src") ?? element.getAttribute("action") ?? "",
      ),
    );
    // A telephone or a mail client is no server.
    urls.push(...links.filter((link) => !/^(?:mailto|tel|data|blob):/.test(link)));
  }
  await context.close();

  const { rows } = await pool.query("select candidate_id from resume where id = $1", [resumeId]);
  const candidate = `/api/v1/candidates/${rows[0].candidate_id}`;
  const { number } = await admin.json<{ number: number }>("GET", `${candidate}/privacy`);
  const zip = await (await admin.call("GET", `${candidate}/export`)).body();
  expect(zip.length).toBeGreaterThan(1000);
  const inTables = await findInTables(pool);
  await admin.json("POST", `${candidate}/erasure`, { confirmation: String(number) });
  await expect.poll(async () => (await admin.call("GET", `/api/v1/resumes/${resumeId}`)).status()).toBe(404);
  inTables.push(...(await findInTables(pool)));

  expect(await app.stop()).toBe(0);
  const output = app.output();
  expect(output.length).toBeGreaterThan(100);
  const logs = (await readdir(own.dataDir, { recursive: true, withFileTypes: true })).filter(
    (entry) => entry.isFile() && entry.name.endsWith(".log"),
  );
  const postgres = logs.find(({ name }) => name === "postgres.log");
  // A row that was refused is in it; whose it was is not.
  expect(await readFile(join(postgres?.parentPath ?? "", "postgres.log"), "utf8")).toContain("duplicate key");
  const inLogs = await Promise.all(
    logs.map(async ({ parentPath, name }) => findIn(await readFile(join(parentPath, name), "utf8"), name)),
  );
  expect(urls.length).toBeGreaterThan(100);
  expect([
    ...findIn(output, "the server's output"),
    ...inLogs.flat(),
    ...inTables,
    ...urls.flatMap((url) => findIn(url, `an address (${url.slice(0, 60)})`)),
  ]).toEqual([]);
});
