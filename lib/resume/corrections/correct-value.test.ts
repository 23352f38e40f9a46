import { expect, test } from "vitest";
import { scopedDb } from "@/lib/db";
import { exportRows } from "@/lib/resume/export/export-rows";
import { listResumesQuery, resumeFilter } from "@/lib/resume/filter";
import { findResume } from "@/lib/resume/find-resume";
import { listActivity } from "@/lib/resume/list-activity";
import { listResumes } from "@/lib/resume/list-resumes";
import { readResume } from "@/lib/resume/read-resume";
import { screeningResult } from "@/lib/screening/schema";
import { makePosition, makeRecruiter, makeRequirement, makeResume, makeViewer, screen } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { correctValue, undoCorrection } from "./correct-value";
import { listExamples } from "./list-examples";

useWorkspace();

const text = [
  "李晓文",
  "手机：13912345678",
  "",
  "工作经历",
  "2019.07 - 至今    杭州云图网络科技有限公司    后端工程师",
  "负责订单系统",
  "",
  "教育经历",
  "2015.09 - 2019.06    浙江大学    计算机科学与技术    本科",
].join("\n");

async function aResume() {
  const viewer = await makeRecruiter();
  const { id: resumeId } = await makeResume({ owner: viewer, bytes: Buffer.from(text) });
  return { viewer, resumeId, db: scopedDb(viewer.organisationId) };
}
const found = async (viewer: Awaited<ReturnType<typeof makeRecruiter>>, q: string) =>
  (await listResumes({ ...listResumesQuery.parse({ q }), viewer })).resumes.map(({ id }) => id);

test("lists, searches and exports follow a correction, and go back with it", async () => {
  const { viewer, resumeId, db } = await aResume();
  await correctValue({ resumeId, path: "name", value: "李晓雯", viewer });
  await correctValue({ resumeId, path: "work.0.company", value: "北京星河软件有限公司", viewer });
  await correctValue({ resumeId, path: "work.0.title", value: "Platform Lead", viewer });
  await correctValue({ resumeId, path: "education.0.degree", value: "硕士", viewer });
  await correctValue({ resumeId, path: "skills.0.name", value: "k8s", viewer });
  expect(await db.resume.findUniqueOrThrow({ where: { id: resumeId } })).toMatchObject({
    candidateName: "李晓雯",
    currentCompany: "北京星河软件有限公司",
    currentTitle: "Platform Lead",
    highestDegree: "master",
    skills: ["Kubernetes"],
  });
  expect(await db.candidate.findFirstOrThrow()).toMatchObject({ name: "李晓雯" });
  for (const query of ["李晓雯", "lixiaowen", "北京星河软件", "platf"])
    expect(await found(viewer, query)).toEqual([resumeId]);
  for await (const rows of exportRows({ viewer, filter: resumeFilter.parse({}), ids: [] })) {
    expect(rows).toMatchObject([{ profile: { name: { value: "李晓雯" } } }]);
  }
  const before = await findResume({ resumeId, viewer });
  expect(before?.corrections).toMatchObject([
    { path: "name", readValue: "李晓文", value: "李晓雯", by: viewer.name },
    ...Array(4).fill({ by: viewer.name }),
  ]);

  for (const { id: correctionId } of before?.corrections ?? [])
    await undoCorrection({ resumeId, correctionId, viewer });
  expect(await db.resume.findUniqueOrThrow({ where: { id: resumeId } })).toMatchObject({
    candidateName: "李晓文",
    currentCompany: "杭州云图网络科技有限公司",
    highestDegree: "bachelor",
    skills: [],
  });
  expect(await found(viewer, "lixiaowen")).toEqual([resumeId]);
  expect(await found(viewer, "北京星河软件")).toEqual([]);
});

test("a correction survives reading again, and correcting again keeps what was read first", async () => {
  const { viewer, resumeId, db } = await aResume();
  await correctValue({ resumeId, path: "name", value: "李小雯", viewer });
  await correctValue({ resumeId, path: "name", value: "李晓雯", viewer });
  await db.resume.update({ where: { id: resumeId }, data: { state: "PENDING" } });
  await readResume({ organisationId: viewer.organisationId, resumeId });
  const resume = await findResume({ resumeId, viewer });
  expect(resume).toMatchObject({ candidateName: "李晓雯", profile: { name: { value: "李晓雯" } } });
  expect(resume?.corrections).toMatchObject([{ readValue: "李晓文", value: "李晓雯" }]);
});

test("two corrections at once leave one", async () => {
  const { viewer, resumeId, db } = await aResume();
  await Promise.all(
    ["甲", "乙", "丙"].map((name) => correctValue({ resumeId, path: "name", value: `李${name}`, viewer })),
  );
  expect(await db.resumeCorrection.count()).toBe(1);
});

test("who corrected is on record without the value, and in the activity", async () => {
  const { viewer, resumeId, db } = await aResume();
  await correctValue({ resumeId, path: "phones.0", value: "13912345679", viewer });
  const events = await db.auditEvent.findMany({ where: { action: "resume.corrected" } });
  expect(events).toMatchObject([{ actorId: viewer.userId, details: { path: "phones.0" } }]);
  const { activities } = await listActivity({ resumeId, viewer });
  expect(activities[0]).toMatchObject({ kind: "corrected", actor: viewer.name });
});

test("what fits no field, and what is not theirs, nobody corrects", async () => {
  const { viewer, resumeId, db } = await aResume();
  for (const [path, value] of [
    ["work.7.title", "x"],
    ["projects.0.name", "x"],
    ["languages.0.level", "x"],
    ["phones.4", "13912345679"],
    ["emails.0", "nobody"],
    ["birthDate", "1990-01-01"],
    ["sections.0.kind", "x"],
  ] as const) {
    await expect(correctValue({ resumeId, path, value, viewer }), path).rejects.toMatchObject({ code: "bad_request" });
  }
  const change = { resumeId, path: "name", value: "X" };
  await expect(correctValue({ ...change, viewer: await makeRecruiter() })).rejects.toMatchObject({ code: "not_found" });
  const manager = await makeViewer("hiring_manager", { colleague: viewer });
  await expect(correctValue({ ...change, viewer: manager })).rejects.toMatchObject({ code: "forbidden" });
  expect(await db.resumeCorrection.count()).toBe(0);
});

test("screening goes by corrected values, and says who corrected them instead of quoting", async () => {
  const { viewer, resumeId, db } = await aResume();
  await correctValue({ resumeId, path: "education.0.degree", value: "硕士", viewer });
  await correctValue({ resumeId, path: "skills.0.name", value: "Kubernetes", viewer });
  await correctValue({ resumeId, path: "certificates.0", value: "PMP", viewer });
  const requirements = [
    makeRequirement({ kind: "education", text: "硕士及以上" }),
    makeRequirement({ kind: "skill", text: "Kubernetes" }),
    makeRequirement({ kind: "certificate", text: "PMP 证书" }),
    makeRequirement({ kind: "skill", text: "Kafka" }),
  ];
  const { id: positionId } = await makePosition({ owner: viewer, requirements });
  await screen({ positionId, resumeIds: [resumeId], viewer });
  const run = await db.screeningRun.findFirstOrThrow();
  const { verdicts } = screeningResult.parse(run.result);
  expect(verdicts).toMatchObject([
    { verdict: "met", corrections: [{ path: "education.0.degree", value: "硕士", by: viewer.name }] },
    { verdict: "met", corrections: [{ path: "skills.0.name", value: "Kubernetes" }] },
    { verdict: "met", corrections: [{ path: "certificates.0", value: "PMP" }] },
    { verdict: "unknown" },
  ]);
  const { text: stored } = await db.resumeContent.findUniqueOrThrow({ where: { resumeId } });
  const quotes = JSON.stringify(run.result).matchAll(/"quotes":(\[[^\]]*\])/g);
  for (const [, list = "[]"] of quotes) {
    for (const { start, end, text } of JSON.parse(list)) expect(stored.slice(start, end)).toBe(text);
  }
});

test("labelled examples carry the two values and nothing else of the resume", async () => {
  const { viewer, resumeId } = await aResume();
  await correctValue({ resumeId, path: "work.0.title", value: "架构师", viewer });
  const examples = [];
  for await (const part of listExamples()) examples.push(...part);
  expect(examples.find((example) => example.resumeId === resumeId)).toEqual({
    resumeId,
    fileKind: "txt",
    parserVersion: expect.any(String),
    path: "work.0.title",
    read: "后端工程师",
    correct: "架构师",
    correctedAt: expect.any(String),
  });
});
