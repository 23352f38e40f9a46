import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { scopedDb, systemDb } from "@/lib/db";
import { makeApplication, makeRecruiter, makeResume, makeViewer } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { deleteResumes } from "./delete-resumes";

const workspace = useWorkspace();

test("deleting takes file, text, candidate, application and screenings along, and leaves an audit line", async () => {
  const viewer = await makeRecruiter();
  const { resumeId } = await makeApplication({ owner: viewer });
  const kept = await makeResume({ owner: viewer });
  expect(await deleteResumes({ resumeIds: [resumeId], viewer })).toEqual({ deleted: 1 });

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
  const tables = await systemDb().$queryRaw<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`;
  for (const { name } of tables) {
    const found = await systemDb().$queryRawUnsafe<unknown[]>(
      `select 1 from "${name}" as row where row::text like $1 limit 1`,
      `%${canary}%`,
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
