import { randomUUID } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { scopedDb, systemDb } from "@/lib/db";
import { makeRecruiter, makeResume, makeViewer } from "@/lib/testing/factories";
import { txtFile } from "@/lib/testing/resume-files";
import { useWorkspace } from "@/lib/testing/workspace";
import { acceptResume } from "./accept-resume";
import { listImportItems } from "./list-import-items";

const workspace = useWorkspace();
const declaredType = "text/plain";

test("a file is stored, recorded, and its reading ordered in one go", async () => {
  const viewer = await makeRecruiter();
  const { organisationId } = viewer;
  const batchId = randomUUID();
  const item = await acceptResume({
    viewer,
    batchId,
    declaredType,
    fileName: "../a/Jane.txt",
    bytes: txtFile(1).bytes,
  });
  expect(item).toMatchObject({
    outcome: "accepted",
    fileName: "Jane.txt",
    state: "PENDING",
    batchId,
    duplicateOf: null,
  });
  const resume = await scopedDb(organisationId).resume.findFirstOrThrow();
  expect(await readdir(join(workspace.dataDir, "files", "resumes", organisationId))).toEqual([resume.id]);
  const events = await systemDb().jobEvent.findMany({ where: { organisationId } });
  expect(events).toMatchObject([{ id: `resume-received-${resume.id}`, name: "resume/received" }]);
});

test("ten equal files at once are one resume, one order to read and one stored file", async () => {
  const viewer = await makeRecruiter();
  const { organisationId } = viewer;
  const { bytes } = txtFile(2);
  const batchId = randomUUID();
  const items = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      acceptResume({ viewer, batchId, declaredType, fileName: `${index}.txt`, bytes }),
    ),
  );
  expect(items.filter(({ outcome }) => outcome === "accepted")).toHaveLength(1);
  expect(items.filter(({ outcome }) => outcome === "duplicate_file")).toHaveLength(9);
  expect(new Set(items.map(({ resumeId }) => resumeId)).size).toBe(1);
  expect(await scopedDb(organisationId).resume.count()).toBe(1);
  expect(await systemDb().jobEvent.count({ where: { organisationId } })).toBe(1);
  expect(await readdir(join(workspace.dataDir, "files", "resumes", organisationId))).toHaveLength(1);
});

test("a refused file is a line with its reason and leaves nothing else", async () => {
  const viewer = await makeRecruiter();
  const batchId = randomUUID();
  const bytes = Buffer.from("<!doctype html><p>no resume</p>");
  const item = await acceptResume({ viewer, batchId, declaredType, fileName: "cv.pdf", bytes });
  expect(item).toMatchObject({ outcome: "refused", reason: "unsupported_type", resumeId: null });
  expect(await scopedDb(viewer.organisationId).resume.count()).toBe(0);
  expect(await listImportItems({ batchId, viewer })).toMatchObject([{ fileName: "cv.pdf", outcome: "refused" }]);
});

test("another organisation may have the same file", async () => {
  const { bytes } = txtFile(3);
  const [one, two] = [await makeRecruiter(), await makeRecruiter()];
  const first = await makeResume({ owner: one, bytes });
  const second = await makeResume({ owner: two, bytes });
  expect(first.id).not.toBe(second.id);
});

test("nobody can add to another person's import", async () => {
  const viewer = await makeRecruiter();
  const batchId = randomUUID();
  const bytes = Buffer.from("Jane Miller");
  await acceptResume({ viewer, batchId, declaredType, fileName: "a.txt", bytes });
  for (const other of [await makeRecruiter({ colleague: viewer }), await makeRecruiter()]) {
    const adding = acceptResume({
      viewer: other,
      batchId,
      declaredType,
      fileName: "b.txt",
      bytes: Buffer.from("Other"),
    });
    await expect(adding).rejects.toMatchObject({ code: "not_found" });
  }
  expect(await listImportItems({ batchId, viewer })).toHaveLength(1);
});

test.each(["hiring_manager", "interviewer"] as const)("a %s cannot import", async (role) => {
  const viewer = await makeViewer(role);
  const importing = acceptResume({
    viewer,
    batchId: randomUUID(),
    declaredType,
    fileName: "a.txt",
    bytes: Buffer.from("a"),
  });
  await expect(importing).rejects.toMatchObject({ code: "forbidden" });
});

test("a file sent again with its id gives back its line, also when both sendings meet", async () => {
  const viewer = await makeRecruiter();
  const file = { viewer, batchId: randomUUID(), fileId: randomUUID(), declaredType, fileName: "Jane.txt" };
  const { bytes } = txtFile(8);
  const first = await acceptResume({ ...file, bytes });
  expect(await acceptResume({ ...file, bytes })).toEqual(first);
  const raced = { ...file, fileId: randomUUID(), bytes: txtFile(9).bytes };
  const items = await Promise.all(Array.from({ length: 6 }, () => acceptResume(raced)));
  expect(new Set(items.map(({ id, outcome }) => `${id} ${outcome}`)).size).toBe(1);
  const refused = { ...file, fileId: randomUUID(), bytes: Buffer.alloc(0) };
  await Promise.all([acceptResume(refused), acceptResume(refused)]);
  expect(await listImportItems({ batchId: file.batchId, viewer })).toHaveLength(3);
  expect(await scopedDb(viewer.organisationId).resume.count()).toBe(2);
});
