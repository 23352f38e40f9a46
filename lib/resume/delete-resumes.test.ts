import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listApplications } from "@/lib/application/list-applications";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb, systemDb } from "@/lib/db";
import { listPositions } from "@/lib/position/list-positions";
import { findApplication } from "@/lib/screening/find-application";
import { findBoard } from "@/lib/screening/find-board";
import { removeAbandonedFiles } from "@/lib/testing/abandoned-files";
import { makeApplication, makeRecruiter, makeResume, makeViewer } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { deleteResumes, purgeResumes, restoreResumes } from "./delete-resumes";
import { listResumesQuery } from "./filter";
import { findResume } from "./find-resume";
import { listResumes } from "./list-resumes";

async function purge(viewer: Viewer) {
  const purged = await purgeResumes({ organisationId: viewer.organisationId, asOf: new Date(Date.now() + 3_600_000) });
  await removeAbandonedFiles();
  return purged;
}

const workspace = useWorkspace();

test("deleting takes file, text, candidate, application and screenings along, and leaves an audit line", async () => {
  const viewer = await makeRecruiter();
  const { resumeId } = await makeApplication({ owner: viewer });
  const kept = await makeResume({ owner: viewer });
  expect(await deleteResumes({ resumeIds: [resumeId], viewer })).toEqual({ deleted: 1 });
  await purge(viewer);

  const db = scopedDb(viewer.organisationId);
  expect(await db.resume.findMany({ select: { id: true } })).toEqual([kept]);
  expect(await db.resumeContent.count()).toBe(1);
  expect(await db.candidate.count()).toBe(1);
  expect(await db.application.count()).toBe(0);
  expect(await db.screeningRun.count()).toBe(0);
  expect(await readdir(join(workspace.dataDir, "files", "resumes", viewer.organisationId))).toEqual([kept.id]);
  const audit = await db.auditEvent.findMany({ where: { action: "resume.deleted" } });
  expect(audit).toMatchObject([{ subjectId: resumeId, actorId: viewer.userId }]);
});

test("nothing of the person is left anywhere in the database", async () => {
  const viewer = await makeRecruiter();
  const canary = "Zebulon Quartermain";
  const { id } = await makeResume({
    owner: viewer,
    bytes: Buffer.from(`${canary}\nJava developer`),
    fileName: "z.txt",
  });
  await deleteResumes({ resumeIds: [id], viewer });
  await purge(viewer);
  const tables = await systemDb().$queryRaw<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`;
  for (const { name } of tables) {
    const found = await systemDb().$queryRawUnsafe<unknown[]>(
      `select 1 from "${name}" as row where row::text ilike $1 or row::text ilike $2 limit 1`,
      "%zebulon%",
      "%quartermain%",
    );
    expect(found, name).toEqual([]);
  }
});

test("files with the same text go together", async () => {
  const viewer = await makeRecruiter();
  const bytes = Buffer.from("Jane Miller\nJava developer");
  const first = await makeResume({ owner: viewer, bytes });
  await makeResume({ owner: viewer, bytes: Buffer.concat([bytes, Buffer.from("\n")]) });
  expect(await deleteResumes({ resumeIds: [first.id], viewer })).toEqual({ deleted: 2 });
  await purge(viewer);
  expect(await scopedDb(viewer.organisationId).candidate.count()).toBe(0);
});

test("nobody deletes another organisation's resumes, and a hiring manager none at all", async () => {
  const owner = await makeRecruiter();
  const { id } = await makeResume({ owner });
  expect(await deleteResumes({ resumeIds: [id], viewer: await makeRecruiter() })).toEqual({ deleted: 0 });
  const manager = await makeViewer("hiring_manager", { colleague: owner });
  await expect(deleteResumes({ resumeIds: [id], viewer: manager })).rejects.toMatchObject({ code: "forbidden" });
  expect(await scopedDb(owner.organisationId).resume.count()).toBe(1);
});

test("until it is purged a deletion is out of sight, and can be undone", async () => {
  const viewer = await makeRecruiter();
  const { id: applicationId, positionId, resumeId } = await makeApplication({ owner: viewer });
  const seen = async () => ({
    page: await findResume({ resumeId, viewer }),
    list: (await listResumes({ ...listResumesQuery.parse({}), viewer })).total,
    application: await findApplication({ applicationId, viewer }).catch(() => null),
    board: (await findBoard({ positionId, viewer }))?.rows.length,
    candidates: (await listApplications({ positionId, viewer })).length,
    counted: (await listPositions({ viewer, state: "open" })).map(({ applicationCount }) => applicationCount),
  });
  const before = await seen();
  expect(before).toMatchObject({ list: 1, board: 1, candidates: 1, counted: [1] });
  await deleteResumes({ resumeIds: [resumeId], viewer });
  expect(await seen()).toEqual({ page: null, list: 0, application: null, board: 0, candidates: 0, counted: [0] });
  expect(await purgeResumes({ organisationId: viewer.organisationId, asOf: new Date() })).toEqual({ purged: 0 });
  expect(await restoreResumes({ resumeIds: [resumeId], viewer })).toEqual({ restored: 1 });
  expect(await seen()).toEqual(before);
  await purge(viewer);
  expect(await seen()).toEqual(before);
});

test("a file sent again while it is about to be deleted stays", async () => {
  const viewer = await makeRecruiter();
  const bytes = Buffer.from("Jane Miller\nJava developer");
  const { id } = await makeResume({ owner: viewer, bytes });
  await deleteResumes({ resumeIds: [id], viewer });
  expect(await makeResume({ owner: viewer, bytes })).toEqual({ id });
  expect(await purge(viewer)).toEqual({ purged: 0 });
});
