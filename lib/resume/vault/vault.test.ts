import { expect, test } from "vitest";
import { scopedDb } from "@/lib/db";
import { listResumesQuery } from "@/lib/resume/filter";
import { findResume } from "@/lib/resume/find-resume";
import { findSimilar } from "@/lib/resume/find-similar";
import { listActivity } from "@/lib/resume/list-activity";
import { listResumes } from "@/lib/resume/list-resumes";
import { queryTokens } from "@/lib/resume/parsing/index/search-tokens";
import { screeningResult } from "@/lib/screening/schema";
import { makePosition, makeRecruiter, makeRequirement, makeResume, makeViewer, screen } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { unsealSensitive } from "./seal-sensitive";
import { viewSensitive } from "./view-sensitive";

useWorkspace();

const idCard = "11010519491231002X";
const lines = [
  "姓名：李晓雯",
  `身份证号：${idCard}`,
  "民族：回族  婚姻状况：未婚",
  "政治面貌：共青团员  身高：165cm",
  "出生日期：1994-03-05",
  "手机：13912345678",
  "",
  "工作经历",
  "2019.07 - 至今    杭州云图网络科技有限公司    后端工程师",
  "使用 Java 开发订单系统",
];
const secrets = [idCard, "回族", "共青团员", "1994-03"];

async function sensitiveResume(change: { text?: string } = {}) {
  const viewer = await makeRecruiter();
  const { id: resumeId } = await makeResume({ owner: viewer, bytes: Buffer.from(change.text ?? lines.join("\n")) });
  return { viewer, resumeId, db: scopedDb(viewer.organisationId) };
}

test("sensitive fields are stored encrypted, apart from the profile, and open for who may see them", async () => {
  const { viewer, resumeId, db } = await sensitiveResume();
  const { sensitive, profile } = await db.resumeContent.findUniqueOrThrow({ where: { resumeId } });
  for (const secret of secrets) {
    expect(sensitive).not.toContain(secret);
    expect(JSON.stringify(profile)).not.toContain(secret);
    expect(JSON.stringify((await findResume({ resumeId, viewer }))?.profile)).not.toContain(secret);
  }
  expect(await viewSensitive({ resumeId, viewer })).toMatchObject({
    birthDate: { value: "1994-03-05" },
    idCard: { value: idCard },
    ethnicity: { value: "回族" },
    maritalStatus: { value: "未婚" },
    politicalStatus: { value: "共青团员" },
    heightCm: { value: 165 },
  });
});

test("each look is on record without a value, and in the activity", async () => {
  const { viewer, resumeId, db } = await sensitiveResume();
  await viewSensitive({ resumeId, viewer });
  await viewSensitive({ resumeId, viewer });
  const events = await db.auditEvent.findMany({ where: { action: "resume.sensitive_read" } });
  expect(events).toMatchObject([
    { actorId: viewer.userId, details: {} },
    { actorId: viewer.userId, details: {} },
  ]);
  const { activities } = await listActivity({ resumeId, viewer });
  expect(activities.filter(({ kind }) => kind === "sensitive_read")).toHaveLength(2);
});

test("neither other roles nor other organisations see them, and their tries leave no look", async () => {
  const { viewer, resumeId, db } = await sensitiveResume();
  for (const role of ["hiring_manager", "interviewer"] as const) {
    const colleague = await makeViewer(role, { colleague: viewer });
    await expect(viewSensitive({ resumeId, viewer: colleague })).rejects.toMatchObject({ code: "forbidden" });
  }
  const stranger = await makeRecruiter();
  await expect(viewSensitive({ resumeId, viewer: stranger })).rejects.toMatchObject({ code: "not_found" });
  expect(await db.auditEvent.count({ where: { action: "resume.sensitive_read" } })).toBe(0);
});

test("a row copied to another resume, or from another organisation, does not open", async () => {
  const { viewer, resumeId, db } = await sensitiveResume();
  const { organisationId } = viewer;
  const { sensitive } = await db.resumeContent.findUniqueOrThrow({ where: { resumeId } });
  const other = await makeResume({ owner: viewer });
  expect(unsealSensitive(sensitive ?? "", { organisationId, resumeId })).not.toBeNull();
  expect(unsealSensitive(sensitive ?? "", { organisationId, resumeId: other.id })).toBeNull();
  expect(unsealSensitive(sensitive ?? "", { organisationId: other.id, resumeId })).toBeNull();
  await db.resumeContent.update({ where: { resumeId: other.id }, data: { sensitive } });
  await expect(viewSensitive({ resumeId: other.id, viewer })).rejects.toMatchObject({ code: "unavailable" });
});

test("a resume stored before the vault has its fields read from its text, once", async () => {
  const { viewer, resumeId, db } = await sensitiveResume();
  await db.resumeContent.update({ where: { resumeId }, data: { sensitive: null } });
  expect(await viewSensitive({ resumeId, viewer })).toMatchObject({ idCard: { value: idCard } });
  const { sensitive } = await db.resumeContent.findUniqueOrThrow({ where: { resumeId } });
  expect(unsealSensitive(sensitive ?? "", { organisationId: viewer.organisationId, resumeId })).toMatchObject({
    ethnicity: { value: "回族" },
  });
});

test("nobody is found by them, and no screening quotes them", async () => {
  const { viewer, resumeId, db } = await sensitiveResume();
  const { searchTokens } = await db.resume.findUniqueOrThrow({ where: { id: resumeId } });
  const found = (query: string) => queryTokens(query).tokens.every((token) => searchTokens.includes(token));
  expect(["订单系统", "李晓雯", "Java"].filter(found)).toHaveLength(3);
  expect([idCard, "回族", "共青团员", "未婚"].filter(found)).toEqual([]);
  const { resumes } = await listResumes({ ...listResumesQuery.parse({ q: "李晓雯" }), viewer });
  expect(resumes[0]?.snippet).toContain("身份证号");
  expect(resumes[0]?.snippet).not.toContain(idCard.slice(0, 6));

  const texts = ["Java", "回族", "共青团员", "身高 165cm 以上", "1994 年出生"];
  const requirements = texts.map((text) => makeRequirement({ kind: "other", text }));
  const { id: positionId } = await makePosition({ owner: viewer, requirements: requirements.slice(0, 1) });
  // As a position saved before such requirements were refused has them.
  await db.positionVersion.updateMany({ where: { positionId }, data: { requirements } });
  await screen({ positionId, resumeIds: [resumeId], viewer });
  const { result } = await db.screeningRun.findFirstOrThrow();
  const { verdicts } = screeningResult.parse(result);
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(["met", ...Array(4).fill("unknown")]);
  // Requirements stand in the result as the position words them.
  const quotes = JSON.stringify(result, (key, value) => (key === "values" ? undefined : value));
  for (const secret of secrets) expect(quotes).not.toContain(secret);
});

test("what the list shows around a hit leaves them out, behind characters of two units too", async () => {
  const text = "李晓雯\n😀😀😀 民族：回族 政治面貌：群众\n软件工程师，使用 Java 开发订单系统";
  const { viewer } = await sensitiveResume({ text });
  const { resumes } = await listResumes({ ...listResumesQuery.parse({ q: "软件工程师" }), viewer });
  expect(resumes[0]?.snippet).toMatch(/民族： .*软件工程师/);
  expect(resumes[0]?.snippet).not.toMatch(/[回群众]/);
});

test("one identity card in two texts proposes one person; a name counts with employer or school only", async () => {
  const { viewer, resumeId } = await sensitiveResume();
  const same = await makeResume({
    owner: viewer,
    bytes: Buffer.from(`姓名：李小文\n身份证号：${idCard.toLowerCase()}\n\n专业技能\n烘焙`),
  });
  const colleague = await makeResume({
    owner: viewer,
    bytes: Buffer.from("姓名：李晓雯\n\n工作经历\n2016.07 - 2018.01    杭州云图网络科技有限公司    测试工程师"),
  });
  await makeResume({ owner: viewer, bytes: Buffer.from("姓名：李晓雯\n\n专业技能\n绘画") });
  const { samePerson } = await findSimilar({ resumeId, viewer });
  expect(samePerson.map(({ id, marks }) => ({ id, marks }))).toEqual(
    expect.arrayContaining([
      { id: same.id, marks: ["id_card"] },
      { id: colleague.id, marks: ["employer"] },
    ]),
  );
  expect(samePerson).toHaveLength(2);
});
