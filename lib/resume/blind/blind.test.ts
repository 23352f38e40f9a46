import { expect, test } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { listComments } from "@/lib/comment/list-comments";
import { addComment } from "@/lib/comment/write-comment";
import { listLibrary } from "@/lib/compat/hrm2/library";
import { scopedDb } from "@/lib/db";
import { exportPosition } from "@/lib/position/export-position";
import { importPosition } from "@/lib/position/import-position";
import { setBlind } from "@/lib/position/set-blind";
import { setPositionMembers } from "@/lib/position/set-members";
import { countFacet } from "@/lib/resume/count-facet";
import { exportRows } from "@/lib/resume/export/export-rows";
import { toJsonResumes } from "@/lib/resume/export/to-json-resume";
import { listResumesQuery, type ResumeFilter, resumeFilter } from "@/lib/resume/filter";
import { findDocumentHtml } from "@/lib/resume/find-document-html";
import { findRelated } from "@/lib/resume/find-related";
import { findResume } from "@/lib/resume/find-resume";
import { getResumeFile } from "@/lib/resume/get-resume-file";
import { joinCandidates } from "@/lib/resume/join-candidates";
import { listActivity } from "@/lib/resume/list-activity";
import { listResumes } from "@/lib/resume/list-resumes";
import { viewSensitive } from "@/lib/resume/vault/view-sensitive";
import { findBoard } from "@/lib/screening/find-board";
import { makePosition, makeRecruiter, makeResume, makeViewer, screen } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { openCandidate } from "./open-candidate";

useWorkspace();

const resume = `张晓梅
女 | 28岁 | 汉族 | 未婚
电话：13812345678 邮箱：zhangxiaomei@example.com 微信：xiaomei_dev
现居：上海
教育经历
2014.09 - 2018.06  浙江大学  计算机科学与技术  本科
工作经历
2018.07 - 至今  杭州云杉科技有限公司  Java开发工程师
张晓梅负责订单系统的 Java 与 Spring Boot 开发，主页 https://github.com/zhangxiaomei
专业技能
Java, Spring Boot, MySQL
`;
const secrets = ["张晓梅", "zhangxiaomei", "xiaomei_dev", "13812345678", "28岁", "汉族", "未婚"];

async function makeBlind({ blind = "person" }: { blind?: "person" | "person_and_schools" } = {}) {
  const owner = await makeRecruiter();
  const { id: positionId } = await makePosition({ owner });
  const { id: resumeId } = await makeResume({ owner, bytes: Buffer.from(resume), fileName: "张晓梅-简历.txt" });
  await setBlind({ positionId, blind, viewer: owner });
  await screen({ positionId, resumeIds: [resumeId], viewer: owner });
  const manager = await makeViewer("hiring_manager", { colleague: owner });
  const interviewer = await makeViewer("interviewer", { colleague: owner });
  await setPositionMembers({ positionId, userIds: [manager.userId, interviewer.userId], viewer: owner });
  return { owner, manager, interviewer, positionId, resumeId };
}

function expectNoPerson(value: unknown, more: readonly string[] = []) {
  // An id may hold any digits.
  const shown = JSON.stringify(value).replace(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g, "");
  for (const secret of [...secrets, ...more]) expect(shown, secret).not.toContain(secret);
}

const find = (viewer: Viewer, q: string, filter: Partial<ResumeFilter> = {}) =>
  listResumes({ ...listResumesQuery.parse({ q }), ...filter, viewer });

test("a resume's page, list, export, notes and relations show a number and no person, to any role", async () => {
  const { owner, manager, interviewer, resumeId } = await makeBlind();
  await addComment({ resumeId, text: "打给张晓梅 13812345678", viewer: owner });
  await makeResume({ owner, bytes: Buffer.from(`${resume}\n更新`), fileName: "张晓梅-新.txt" });
  for (const viewer of [owner, manager, interviewer]) {
    const found = await findResume({ resumeId, viewer });
    expect(found).toMatchObject({
      candidateName: expect.stringMatching(/^#\d+$/),
      document: { kind: "txt" },
      fileKind: null,
    });
    expect(found?.document?.text).toContain("杭州云杉科技有限公司");
    expect(found?.document?.text).toContain("浙江大学");
    expectNoPerson(found);
    expectNoPerson(await findRelated({ resumeId, viewer }));
    expectNoPerson(await listComments({ resumeId, viewer }));
    expectNoPerson(await listActivity({ resumeId, viewer }));
    for (const show of [getResumeFile, findDocumentHtml])
      await expect(show({ resumeId, viewer })).rejects.toMatchObject({ code: "forbidden", message: "candidate_blind" });
  }
  await expect(viewSensitive({ resumeId, viewer: owner })).rejects.toMatchObject({ message: "candidate_blind" });
  const rows = exportRows({ viewer: owner, filter: resumeFilter.parse({}), ids: [resumeId] });
  let json = "";
  for await (const part of toJsonResumes(rows)) json += part;
  expect(json).toContain("Spring Boot");
  expectNoPerson(json);
});

test("nobody finds a hidden candidate by name, pinyin, address or number, but by their work", async () => {
  const { owner, manager, resumeId } = await makeBlind();
  for (const viewer of [owner, manager]) {
    for (const q of ["张晓梅", "晓梅", "zhangxiaomei", "zhang", "zxm", "13812345678", "zhangxiaomei@example.com", "张"])
      expect((await find(viewer, q)).resumes, q).toEqual([]);
    const byWork = await find(viewer, "spring java");
    expect(byWork.resumes).toMatchObject([{ id: resumeId, snippet: null }]);
    expectNoPerson(byWork);
  }
  const fields = listLibrary.fields.parse({ keyword: "张晓梅" });
  const request = new Request("http://localhost/api/library");
  const library = await listLibrary.run({ viewer: owner, fields, params: {}, sent: {}, request });
  expect(library).toMatchObject({ data: { total: 0 } });
  await openCandidate({ resumeId, forTeam: false, viewer: owner });
  expect((await find(owner, "zhangxiaomei")).resumes).toMatchObject([{ id: resumeId, candidateName: "张晓梅" }]);
  expect((await find(manager, "zhangxiaomei")).resumes).toEqual([]);
});

test("with schools hidden, no school is shown, searched, filtered by or counted", async () => {
  const { owner, resumeId } = await makeBlind({ blind: "person_and_schools" });
  expectNoPerson(await findResume({ resumeId, viewer: owner }), ["浙江大学", "985"]);
  expectNoPerson(await find(owner, ""), ["浙江大学", "985"]);
  expect((await find(owner, "", { tier: ["985"] })).resumes).toEqual([]);
  expect(await countFacet({ field: "tier", filter: resumeFilter.parse({}), viewer: owner })).toMatchObject({
    values: [],
  });
  await openCandidate({ resumeId, forTeam: false, viewer: owner });
  expect((await find(owner, "", { tier: ["985"] })).resumes).toHaveLength(1);
});

test("who opens a candidate sees them, others do not until it is opened for them, and both are on record", async () => {
  const { owner, manager, interviewer, resumeId } = await makeBlind();
  const colleague = await makeRecruiter({ colleague: owner });
  const nameFor = async (viewer: Viewer) => (await findResume({ resumeId, viewer }))?.candidateName;
  await expect(openCandidate({ resumeId, forTeam: true, viewer: manager })).rejects.toMatchObject({
    code: "forbidden",
  });
  expect(await openCandidate({ resumeId, forTeam: false, viewer: owner })).toEqual({ people: 1 });
  expect(await openCandidate({ resumeId, forTeam: false, viewer: owner })).toEqual({ people: 0 });
  expect(await nameFor(owner)).toBe("张晓梅");
  for (const viewer of [manager, interviewer, colleague]) expect(await nameFor(viewer)).toMatch(/^#/);
  expect(await openCandidate({ resumeId, forTeam: true, viewer: colleague })).toEqual({ people: 3 });
  for (const viewer of [manager, interviewer, colleague]) expect(await nameFor(viewer)).toBe("张晓梅");
  const audit = await scopedDb(owner.organisationId).auditEvent.findMany({
    where: { action: "resume.identity_opened" },
    orderBy: { createdAt: "asc" },
  });
  expect(audit).toMatchObject([
    { actorId: owner.userId, subjectId: resumeId, details: { people: 1, others: 0 } },
    { actorId: colleague.userId, subjectId: resumeId, details: { people: 3, others: 2 } },
  ]);
  expectNoPerson(audit);
});

test("another organisation opens nobody, and who is not on the blind position sees as before", async () => {
  const { owner, resumeId } = await makeBlind();
  await expect(openCandidate({ resumeId, forTeam: false, viewer: await makeRecruiter() })).rejects.toMatchObject({
    code: "not_found",
  });
  const { id: openPosition } = await makePosition({ owner });
  await screen({ positionId: openPosition, resumeIds: [resumeId], viewer: owner });
  const manager = await makeViewer("hiring_manager", { colleague: owner });
  await setPositionMembers({ positionId: openPosition, userIds: [manager.userId], viewer: owner });
  expect(await findResume({ resumeId, viewer: manager })).toMatchObject({ candidateName: "张晓梅", blind: null });
});

test("another resume of the same person, and their place on an open position, are hidden with them", async () => {
  const { owner, manager, positionId, resumeId } = await makeBlind();
  await setBlind({ positionId, blind: "off", viewer: owner });
  const bytes = Buffer.from(`${resume}\n更新`);
  const { id: other } = await makeResume({ owner, bytes, fileName: "张晓梅-新.txt" });
  await joinCandidates({ resumeId, otherResumeId: other, viewer: owner });
  const { id: openPosition } = await makePosition({ owner });
  await screen({ positionId: openPosition, resumeIds: [resumeId], viewer: owner });
  await setPositionMembers({ positionId: openPosition, userIds: [manager.userId], viewer: owner });
  await setBlind({ positionId, blind: "person", viewer: owner });
  for (const viewer of [owner, manager]) {
    expect((await find(viewer, "张晓梅")).resumes).toEqual([]);
    const board = await findBoard({ positionId: openPosition, viewer });
    expect(board?.rows).toHaveLength(1);
    expectNoPerson([board, (await find(viewer, "")).resumes]);
  }
  expectNoPerson(await findResume({ resumeId: other, viewer: owner }));
  await expect(joinCandidates({ resumeId, otherResumeId: other, viewer: owner })).rejects.toMatchObject({
    message: "candidate_blind",
  });
  await openCandidate({ resumeId: other, forTeam: true, viewer: owner });
  expect((await find(owner, "张晓梅")).resumes.map(({ id }) => id).toSorted()).toEqual([resumeId, other].toSorted());
  expect(await findResume({ resumeId, viewer: manager })).toMatchObject({ candidateName: "张晓梅" });
});

test("blind review is changed with the right, on record, and goes with the position's file", async () => {
  const { owner, manager, positionId, resumeId } = await makeBlind();
  await expect(setBlind({ positionId, blind: "off", viewer: manager })).rejects.toMatchObject({ code: "forbidden" });
  const { text } = await exportPosition({ positionId, viewer: owner });
  expect(JSON.parse(text)).toMatchObject({ blind: "person" });
  const { id } = await importPosition({ file: JSON.parse(text), viewer: owner });
  expect((await exportPosition({ positionId: id, viewer: owner })).text).toBe(text);
  await setBlind({ positionId, blind: "off", viewer: owner });
  expect(await findResume({ resumeId, viewer: manager })).toMatchObject({ candidateName: "张晓梅" });
  const audit = await scopedDb(owner.organisationId).auditEvent.findMany({
    where: { action: "position.blind_changed", subjectId: positionId },
    orderBy: { createdAt: "asc" },
  });
  expect(audit.map(({ details }) => details)).toEqual([
    { before: "off", after: "person" },
    { before: "person", after: "off" },
  ]);
});
