import { expect, test } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { correctValue } from "@/lib/resume/corrections/correct-value";
import { listResumesQuery } from "@/lib/resume/filter";
import { findResume } from "@/lib/resume/find-resume";
import { listActivity } from "@/lib/resume/list-activity";
import { listResumes } from "@/lib/resume/list-resumes";
import { assembleScan, readScannedPage } from "@/lib/resume/ocr-resume";
import { queryTokens, searchTokens } from "@/lib/resume/parsing/index/search-tokens";
import { parserVersion } from "@/lib/resume/read-resume";
import { retryResumes } from "@/lib/resume/retry-resumes";
import { storage } from "@/lib/storage/storage";
import { makePosition, makeRecruiter, makeRequirement, makeResume, makeViewer, screen } from "@/lib/testing/factories";
import { drawPage, toPng } from "@/lib/testing/scan-files";
import { useWorkspace } from "@/lib/testing/workspace";
import { findRereading } from "./find-rereading";
import { rereadOutdated } from "./request-rereading";
import { goOnRereading, rereadSome } from "./reread-some";

useWorkspace();

const idCard = "11010519491231002X";
let counter = 0;
function text() {
  counter += 1;
  return [
    "姓名：李晓雯",
    `身份证号：${idCard}`,
    `手机：139${String(20_000_000 + counter)}`,
    "",
    "工作经历",
    "2019.07 - 至今    杭州云图网络科技有限公司    后端工程师",
    "使用 Java 开发订单系统",
  ].join("\n");
}

/** As an older reader left it: another title, the identity card among the words, nothing in the vault. */
async function makeOutdated(viewer: Viewer, bytes = Buffer.from(text())) {
  const { id } = await makeResume({ owner: viewer, bytes });
  const db = scopedDb(viewer.organisationId);
  const { text: stored, profile } = await db.resumeContent.findUniqueOrThrow({ where: { resumeId: id } });
  const older = JSON.parse(JSON.stringify(profile).replaceAll("后端工程师", "后端"));
  await db.resumeContent.update({ where: { resumeId: id }, data: { profile: older, sensitive: null } });
  const tokens = searchTokens(stored, []);
  await db.resume.update({
    where: { id },
    data: { parserVersion: "1", currentTitle: "后端", searchTokens: tokens },
  });
  return id;
}

async function rereadAll({ organisationId }: Viewer) {
  while ((await rereadSome({ organisationId })).isMore);
}

const titleOf = async (resumeId: string, viewer: Viewer) => (await findResume({ resumeId, viewer }))?.currentTitle;

test("the old reading stands until the new one is there; sensitive words leave the index, corrections and screenings stay", async () => {
  const viewer = await makeRecruiter();
  const db = scopedDb(viewer.organisationId);
  const resumeId = await makeOutdated(viewer);
  await correctValue({ resumeId, path: "name", value: "李小雯", viewer });
  await db.resume.update({ where: { id: resumeId }, data: { searchTokens: searchTokens(idCard, []) } });
  const { id: positionId } = await makePosition({ owner: viewer, requirements: [makeRequirement({ text: "Java" })] });
  await screen({ positionId, resumeIds: [resumeId], viewer });
  const run = await db.screeningRun.findFirstOrThrow();
  const before = await db.resume.findUniqueOrThrow({ where: { id: resumeId } });

  expect(await retryResumes({ resumeIds: [resumeId], viewer })).toEqual({ retried: 1 });
  const waiting = await findResume({ resumeId, viewer });
  expect(waiting).toMatchObject({ state: "COMPLETED", currentTitle: "后端", rereading: { failure: null } });
  expect(waiting?.profile?.work).toHaveLength(1);

  await rereadAll(viewer);
  const after = await db.resume.findUniqueOrThrow({ where: { id: resumeId } });
  expect(after).toMatchObject({
    state: "COMPLETED",
    currentTitle: "后端工程师",
    candidateName: "李小雯",
    parserVersion,
  });
  expect(after.candidateId).toBe(before.candidateId);
  const found = (query: string) => queryTokens(query).tokens.every((token) => after.searchTokens.includes(token));
  expect([found(idCard), found("订单系统"), found("李小雯")]).toEqual([false, true, true]);
  expect(await findResume({ resumeId, viewer })).toMatchObject({
    rereading: null,
    profile: { name: { value: "李小雯" } },
    corrections: [{ readValue: "李晓雯" }],
  });
  expect(await db.screeningRun.findFirstOrThrow()).toEqual(run);
  expect((await db.candidate.findFirstOrThrow()).name).toBe("李小雯");
  const { activities } = await listActivity({ resumeId, viewer });
  expect(activities.find(({ kind }) => kind === "reread")?.actor).toBe(viewer.name);
});

test("when the file cannot be read again the old reading stays, with the reason, and it can be tried once more", async () => {
  const viewer = await makeRecruiter();
  const db = scopedDb(viewer.organisationId);
  const resumeId = await makeOutdated(viewer);
  const { storageKey } = await db.resume.findUniqueOrThrow({ where: { id: resumeId } });
  const bytes = (await storage().get(storageKey)) ?? new Uint8Array();
  await storage().remove(storageKey);
  await retryResumes({ resumeIds: [resumeId], viewer });
  await rereadAll(viewer);
  expect(await findResume({ resumeId, viewer })).toMatchObject({
    ...{ state: "COMPLETED", failureReason: null, currentTitle: "后端" },
    rereading: { failure: "file_missing" },
  });
  const { resumes } = await listResumes({ ...listResumesQuery.parse({ state: "ready" }), viewer });
  expect(resumes.map(({ id }) => id)).toEqual([resumeId]);

  await storage().put(storageKey, bytes, "text/plain");
  await retryResumes({ resumeIds: [resumeId], viewer });
  await rereadAll(viewer);
  expect(await findResume({ resumeId, viewer })).toMatchObject({ rereading: null, currentTitle: "后端工程师" });
});

test("two resumes whose texts have become one stay two, each with its candidate", async () => {
  const viewer = await makeRecruiter();
  const db = scopedDb(viewer.organisationId);
  const one = text();
  const ids = [await makeOutdated(viewer, Buffer.from(one)), await makeOutdated(viewer, Buffer.from(text()))];
  const other = await db.resume.findUniqueOrThrow({ where: { id: ids[1] } });
  await storage().put(other.storageKey, Buffer.from(`${one}\n `), "text/plain");
  await retryResumes({ resumeIds: ids, viewer });
  await rereadAll(viewer);
  const rows = await db.resume.findMany({ orderBy: { number: "asc" } });
  expect(rows.map(({ duplicateOfId }) => duplicateOfId)).toEqual([null, null]);
  expect(new Set(rows.map(({ textHash }) => textHash)).size).toBe(1);
  expect(new Set(rows.map(({ candidateId }) => candidateId)).size).toBe(2);
});

test("an older resume that is read again does not rename the person it was joined to", async () => {
  const viewer = await makeRecruiter();
  const db = scopedDb(viewer.organisationId);
  const resumeId = await makeOutdated(viewer);
  await db.candidate.updateMany({ data: { name: "李雯" } });
  await retryResumes({ resumeIds: [resumeId], viewer });
  await rereadAll(viewer);
  expect((await db.candidate.findFirstOrThrow()).name).toBe("李雯");
});

test("a scan keeps its reading while its pages are read again", async () => {
  const viewer = await makeRecruiter();
  const { organisationId } = viewer;
  const bytes = toPng(drawPage(["# Jane Miller", "Email: jane@example.com", "Skills", "Java and Docker"]));
  const { id: resumeId } = await makeResume({ owner: viewer, bytes, fileName: "scan.png" });
  const before = await findResume({ resumeId, viewer });
  expect(before?.document?.text).toContain("Java");
  await retryResumes({ resumeIds: [resumeId], viewer });
  expect(await rereadSome({ organisationId })).toEqual({ isMore: true, scan: { resumeId, pages: [0] } });
  // Another run leaves the scan to the first one.
  expect(await rereadSome({ organisationId })).toEqual({ isMore: false });
  expect(await readScannedPage({ organisationId, resumeId, page: 0 })).toEqual({ outcome: "read" });
  const during = await findResume({ resumeId, viewer });
  expect(during).toMatchObject({ state: "COMPLETED", ocrProgress: null, profile: before?.profile });
  expect(await assembleScan({ organisationId, resumeId })).toEqual({ outcome: "read" });
  expect(await findResume({ resumeId, viewer })).toMatchObject({ rereading: null, document: before?.document });
  expect(await scopedDb(organisationId).resumeOcrPage.count()).toBe(0);
});

test("what was asked for last is read first, and what ended its reader three times is left alone", async () => {
  const viewer = await makeRecruiter();
  const { organisationId } = viewer;
  const db = scopedDb(organisationId);
  const ids = [await makeOutdated(viewer), await makeOutdated(viewer), await makeOutdated(viewer)];
  const [poison = "", early = "", late = ""] = ids;
  for (const [index, resumeId] of ids.entries())
    await db.resumeRereading.create({
      data: {
        ...{ resumeId, organisationId },
        requestedAt: new Date(2026, 1, 1 + index),
        tries: resumeId === poison ? 3 : 0,
      },
    });
  const order = async () => (await db.resume.findMany({ orderBy: { parsedAt: "asc" } })).map(({ id }) => id);
  await rereadAll(viewer);
  expect((await order()).slice(-2)).toEqual([late, early]);
  expect(await findResume({ resumeId: poison, viewer })).toMatchObject({
    currentTitle: "后端",
    rereading: { failure: "internal" },
  });
});

test("an admin has all that an older reader read, and nobody else's, read again", async () => {
  const admin = await makeViewer("admin");
  const stranger = await makeRecruiter();
  const theirs = await makeOutdated(stranger);
  const ids = [await makeOutdated(admin), await makeOutdated(admin)];
  await makeResume({ owner: admin });
  expect(await findRereading({ viewer: admin })).toEqual({ total: 3, outdated: 2, waiting: 0, failed: 0 });
  expect(await rereadOutdated({ viewer: admin })).toEqual({ retried: 2 });
  expect(await rereadOutdated({ viewer: admin })).toEqual({ retried: 0 });
  expect(await findRereading({ viewer: admin })).toMatchObject({ waiting: 2 });
  await rereadAll(admin);
  expect(await findRereading({ viewer: admin })).toEqual({ total: 3, outdated: 0, waiting: 0, failed: 0 });
  expect(await titleOf(ids[0] ?? "", admin)).toBe("后端工程师");
  expect(await titleOf(theirs, stranger)).toBe("后端");
  const events = await scopedDb(admin.organisationId).auditEvent.findMany({ where: { action: "resumes.reread" } });
  expect(events.map(({ details }) => details)).toEqual([{ resumes: 2 }, { resumes: 0 }]);
});

test("who may not is refused, and what is not theirs is not read", async () => {
  const viewer = await makeRecruiter();
  const resumeId = await makeOutdated(viewer);
  for (const role of ["hiring_manager", "interviewer"] as const) {
    const colleague = await makeViewer(role, { colleague: viewer });
    await expect(retryResumes({ resumeIds: [resumeId], viewer: colleague })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(findRereading({ viewer: colleague })).rejects.toMatchObject({ code: "forbidden" });
  }
  await expect(rereadOutdated({ viewer })).rejects.toMatchObject({ code: "forbidden" });
  const stranger = await makeRecruiter();
  expect(await retryResumes({ resumeIds: [resumeId], viewer: stranger })).toEqual({ retried: 0 });
  expect(await scopedDb(viewer.organisationId).resumeRereading.count()).toBe(0);
});

test("a run that ended early leaves the rest to the next", async () => {
  const viewer = await makeRecruiter();
  const { organisationId } = viewer;
  const db = scopedDb(organisationId);
  const resumeId = await makeOutdated(viewer);
  await db.resumeRereading.create({ data: { resumeId, organisationId, isScan: true } });
  await goOnRereading({ organisationId });
  const events = await db.$queryRaw<unknown[]>`
    select 1 from job_event where name = 'resumes/rereading.requested' and organisation_id = ${organisationId}::uuid`;
  expect(events).toHaveLength(1);
  await rereadAll(viewer);
  expect(await titleOf(resumeId, viewer)).toBe("后端工程师");
});
