import type { APIResponse } from "@playwright/test";
import JSZip from "jszip";
import { expect, test } from "../fixtures";
import type { Api } from "../support/api";
import { type Role, roles } from "../support/organisation";
import { readPdf } from "../support/read-pdf";
import { type Address, fill, rules } from "../support/routes";
import { savePosition, screeningDone } from "../support/scenario";

const resume = (name: string, pinyin: string, phone: string) => `${name}
男 | 31岁 | 邮箱：${pinyin}@example.com | 电话：${phone}
教育经历
2013.09 - 2017.06  浙江大学  软件工程  本科
工作经历
2017.07 - 至今  杭州云杉科技有限公司  Java开发工程师
${name}负责订单系统的 Java 与 Spring Boot 开发，主页 https://github.com/${pinyin}
专业技能
Java, Spring Boot, MySQL, Kubernetes
`;
const people = [
  ["欧阳志远", "ouyangzhiyuan", "13911112222"],
  ["司马青衫", "simaqingshan", "13911113333"],
  ["诸葛晓岚", "zhugexiaolan", "13911114444"],
] as const;
const files = people.map(([name, pinyin, phone]) => ({
  name: `${name}的简历.txt`,
  bytes: Buffer.from(resume(name, pinyin, phone)),
}));
const secrets = [...people.flat(), "31岁", "浙江大学"].flatMap((secret) => [secret, encodeURIComponent(secret)]);

/** What HRM2's clients read a position, a resume and a screening by. */
const adapted = [
  "/api/position-settings/positions?include_resumes=true",
  "/api/position-settings/positions/[positionId]?include_resumes=true",
  "/api/resume-screening/tasks/[batchId]/status",
  "/api/resume-screening/tasks-history",
  "/api/resume-screening/reports/[resumeId]/download",
  "/api/resume-screening/reports/[resumeId]/detail",
  "/api/resume-screening/data",
  "/api/resume-screening/data?candidate_name=欧阳",
  "/api/resume-screening/groups?include_resumes=true",
  "/api/resume-screening/library",
  "/api/resume-screening/library?keyword=欧阳",
  "/api/resume-screening/library/[resumeId]",
  "/api/library/[resumeId]",
  "/api/screening/tasks/[batchId]/status",
  "/api/screening/reports/[resumeId]",
  "/api/screening/data",
];
const asked = [
  ...[
    "/api/v1/resumes?q=Java",
    "/api/v1/resumes?q=欧阳志远",
    "/api/v1/resumes?q=ouyang",
    "/api/v1/resumes?q=13911112222",
  ],
  ...["csv", "xlsx", "json"].map((format) => `/api/v1/resumes/export?format=${format}`),
  ...["degree", "tier", "city", "skill", "tag", "source"].map((field) => `/api/v1/resumes/facets?field=${field}`),
  ...["positions", "screenings", "interviews", "videos", "letters"].map(
    (table) => `/api/v1/tables/${table}?format=csv`,
  ),
  ...["csv", "xlsx"].map((format) => `/api/v1/positions/[positionId]/finalists/export?format=${format}`),
  ...["csv", "xlsx"].map((format) => `/api/v1/figures/export?months=6&format=${format}`),
  ...["md", "json", "docx"].map((format) => `/api/v1/applications/[applicationId]/report?format=${format}`),
  ...["md", "json", "docx", "xlsx"].map((format) => `/api/v1/positions/[positionId]/report?format=${format}`),
];

const askedAtOnce = 6;

test("no address tells who a candidate of a blind position is, whoever asks, until somebody may", async ({
  api,
  organisation,
  pool,
}) => {
  const recruiter = api("recruiter");
  const resumeIds = await recruiter.importAll(files);
  const { rows } = await pool.query("select batch_id from import_item where resume_id = $1", [resumeIds[0]]);
  const position = savePosition("Blind position");
  const { id: positionId } = await recruiter.json<{ id: string }>("POST", "/api/v1/positions", position);
  await recruiter.call("PUT", `/api/v1/positions/${positionId}/blind`, { blind: "person_and_schools" });
  await recruiter.call("POST", `/api/v1/positions/${positionId}/applications`, { resumeIds });
  const screenings = `/api/v1/positions/${positionId}/screenings`;
  const { batchId } = await recruiter.json<{ batchId: string }>("POST", screenings, { resumeIds });
  await screeningDone(recruiter, batchId);
  const userIds = [organisation.people.hiring_manager.id, organisation.people.interviewer.id];
  await recruiter.call("PUT", `/api/v1/positions/${positionId}/members`, { userIds });
  const board = await recruiter.json<Board>("GET", `/api/v1/positions/${positionId}/board`);
  const applicationIds = board.rows.map(({ applicationId }) => applicationId);
  const ids = { positionId, batchId, resumeId: resumeIds[0] ?? "", applicationId: applicationIds[0] ?? "", page: "0" };

  const own = (Object.keys(rules) as Address[])
    .filter((address) => address.startsWith("GET "))
    .map((address) => fill(address, address.includes("/imports/") ? { batchId: rows[0].batch_id } : ids).path);
  const others = [...adapted, ...asked].map((path) => fill(`GET ${path}`, ids).path);
  let answered = 0;
  // An admin sees what a recruiter does.
  for (const role of roles.filter((one) => one !== "admin")) {
    const asking = api(role);
    const paths = [...own, ...others];
    for (let start = 0; start < paths.length; start += askedAtOnce)
      await Promise.all(
        paths.slice(start, start + askedAtOnce).map(async (path) => {
          const response = await asking.call("GET", path);
          if (response.ok()) answered += 1;
          await expectNobody(response, `${role}: ${path}`);
        }),
      );
  }
  expect(answered).toBeGreaterThan(100);
  for (const [path, body] of [
    [`/api/v1/positions/${positionId}/previews`, position],
    [`/api/v1/positions/${positionId}/calibrations`, { applicationIds }],
  ] as const) {
    const response = await recruiter.call("POST", path, body);
    expect(response.ok(), path).toBe(true);
    await expectNobody(response, path);
  }
  for (const report of [
    { kind: "candidate", subjectId: ids.applicationId },
    { kind: "shortlist", subjectId: positionId },
    { kind: "archive", subjectId: positionId, format: "docx" },
  ])
    await expectNobody(await reportFile(api("hiring_manager"), report), report.kind);
  const again = await recruiter.upload("copy.txt", files[0]?.bytes ?? Buffer.alloc(0));
  expect(again.item).toMatchObject({
    outcome: "duplicate_file",
    duplicateOf: { fileName: expect.stringMatching(/^#/) },
  });
  for (const path of ["file", "html", "pages/0"])
    expect((await recruiter.call("GET", `/api/v1/resumes/${ids.resumeId}/${path}`)).status(), path).toBe(403);
  expect((await recruiter.call("POST", `/api/v1/resumes/${ids.resumeId}/sensitive`)).status()).toBe(403);

  const identity = `/api/v1/resumes/${ids.resumeId}/identity`;
  expect((await api("hiring_manager").call("POST", identity, { forTeam: true })).status()).toBe(403);
  expect(await recruiter.json("POST", identity, {})).toEqual({ people: 1 });
  const nameFor = async (role: Role) =>
    (await api(role).json<{ candidateName: string }>("GET", `/api/v1/resumes/${ids.resumeId}`)).candidateName;
  expect(await nameFor("recruiter")).toBe("欧阳志远");
  for (const role of ["admin", "hiring_manager", "interviewer"] as const) expect(await nameFor(role)).toMatch(/^#\d+$/);
  expect((await recruiter.call("GET", `/api/v1/resumes/${ids.resumeId}/file`)).status()).toBe(200);
});

type Board = { rows: { applicationId: string }[] };

/** Made by a job, and fetched when it is done. */
async function reportFile(api: Api, report: object): Promise<APIResponse> {
  const { id } = await api.json<{ id: string }>("POST", "/api/v1/reports", report);
  const address = `/api/v1/reports/${id}`;
  await expect
    .poll(async () => (await api.json<{ state: string }>("GET", address)).state, { timeout: 60_000 })
    .toBe("completed");
  return api.call("GET", `${address}/file`);
}

async function expectNobody(response: APIResponse, label: string) {
  const body = await response.body();
  const kind = response.headers()["content-type"] ?? "";
  const text = await textOf(body, kind);
  const head = JSON.stringify(response.headers());
  for (const secret of secrets) {
    expect(text.includes(secret), `${label} says ${secret}`).toBe(false);
    expect(head.includes(secret), `${label} says ${secret} in its head`).toBe(false);
  }
}

async function textOf(body: Buffer, kind: string): Promise<string> {
  if (/pdf/.test(kind))
    return (await readPdf(body)).pages.join("\n").replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, "");
  if (!/officedocument|zip/.test(kind)) return body.toString("utf8");
  const zip = await JSZip.loadAsync(body);
  const parts = Object.values(zip.files).map(async (part) => {
    const inner = part.name.endsWith(".docx") ? "application/zip" : "";
    return `${part.name}\n${await textOf(await part.async("nodebuffer"), inner)}`;
  });
  return (await Promise.all(parts)).join("\n");
}
