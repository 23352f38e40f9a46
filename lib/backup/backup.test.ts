import { createHash, randomUUID } from "node:crypto";
import { copyFile, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { recordAudit } from "@/lib/audit/record-audit";
import { verifyAudit } from "@/lib/audit/verify-audit";
import { closeDb, scopedDb, systemDb } from "@/lib/db";
import { env, resetEnv } from "@/lib/env";
import { deleteResumes } from "@/lib/resume/delete-resumes";
import { storage } from "@/lib/storage/storage";
import { createTestDatabase } from "@/lib/testing/database";
import { makeApplication, makeRecruiter } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { leftOutTables } from "./manifest";
import { restoreBackup } from "./restore-backup";
import { writeBackup } from "./write-backup";

const workspace = useWorkspace();
let folder = "";
let backup = "";
let organisationId = "";
let before: Awaited<ReturnType<typeof measure>>;

/** Row counts and hashes of every table, and hashes of every file: not by the code under test. */
async function measure() {
  const client = new pg.Client({ connectionString: env().DATABASE_URL });
  await client.connect();
  const { rows: tables } = await client.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1",
  );
  const measured: Record<string, string> = {};
  for (const { name } of tables) {
    if (leftOutTables.includes(name) || name === "_prisma_migrations") continue;
    const { rows } = await client.query<{ count: number; hash: string | null }>(
      `select count(*)::int as count, md5(string_agg(md5(t::text), '' order by md5(t::text))) as hash from "${name}" t`,
    );
    measured[name] = `${rows[0]?.count} ${rows[0]?.hash}`;
  }
  await client.end();
  const files = join(env().DATA_DIR, "files");
  for (const entry of await readdir(files, { recursive: true, withFileTypes: true }).catch(() => [])) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(join(entry.parentPath, entry.name));
    measured[`file ${entry.name}`] = createHash("sha256").update(bytes).digest("hex");
  }
  return measured;
}

/** Another installation: a database and a folder of its own, until the test ends. */
async function elsewhere(work: () => Promise<void>) {
  const kept = { url: env().DATABASE_URL, dataDir: env().DATA_DIR };
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), "hireglass-restored-"));
  const use = async (url: string, data: string) => {
    await closeDb();
    process.env.DATABASE_URL = url;
    process.env.DATA_DIR = data;
    resetEnv();
  };
  await use(database.url, dataDir);
  try {
    await work();
  } finally {
    await use(kept.url, kept.dataDir);
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hireglass-backup-"));
  backup = join(folder, "backup.zip");
  const owner = await makeRecruiter();
  organisationId = owner.organisationId;
  for (let index = 0; index < 3; index += 1) await makeApplication({ owner });
  const { resumeId } = await makeApplication({ owner });
  await deleteResumes({ resumeIds: [resumeId], viewer: owner });
  const odd = { action: "resume.tagged", subjectType: "resume", subjectId: null };
  await recordAudit(scopedDb(organisationId), {
    viewer: owner,
    ...odd,
    details: { tab: "a\tb\\n\n\u4e2d", number: 1.5, none: null },
  });
  await storage().put(`videos/${organisationId}/${randomUUID()}`, new Uint8Array(3_000_000).fill(7), "video/mp4");
  before = await measure();
  await writeBackup(backup);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("a populated system comes back with every row, number, link of the audit chain and file", async () => {
  expect(Object.keys(before).filter((name) => name.startsWith("file ")).length).toBeGreaterThan(4);
  await elsewhere(async () => {
    await restoreBackup({ path: backup });
    expect(await measure()).toEqual(before);
    for await (const chain of verifyAudit()) expect(chain).toMatchObject({ broken: null, unlinked: 0 });
    // Numbers go on, keys hold, the log goes on and stays append-only.
    const owner = await makeRecruiter();
    await makeApplication({ owner });
    await recordAudit(scopedDb(owner.organisationId), {
      viewer: owner,
      action: "resume.tagged",
      subjectType: "resume",
      subjectId: null,
    });
    await expect(systemDb().$executeRaw`delete from audit_event`).rejects.toThrow(/append-only/);
    const orphan = systemDb().application.create({
      data: { organisationId, candidateId: randomUUID(), positionId: randomUUID(), resumeId: randomUUID() },
    });
    await expect(orphan).rejects.toThrow();
    await expect(restoreBackup({ path: backup })).rejects.toThrow(/empty installation/);
  });
});

test("an installation with files, or one where the backup was made, is refused", async () => {
  await expect(restoreBackup({ path: backup })).rejects.toThrow(/data here already/);
  expect(await measure()).toEqual(before);
  await elsewhere(async () => {
    await storage().put("uploads/x", new Uint8Array([1]), "");
    await expect(restoreBackup({ path: backup })).rejects.toThrow(/stored files/);
    expect(await systemDb().user.count()).toBe(0);
  });
});

test.each([
  ["nothing in it", (path: string) => writeFile(path, "")],
  ["half of it", async (path: string) => truncate(path, Math.floor((await stat(path)).size / 2))],
  ["its last byte missing", async (path: string) => truncate(path, (await stat(path)).size - 1)],
  [
    "other bytes in the middle",
    async (path: string) => {
      const bytes = await readFile(path);
      bytes.fill(0, Math.floor(bytes.length / 3), Math.floor(bytes.length / 3) + 400);
      await writeFile(path, bytes);
    },
  ],
  ["something else", (path: string) => writeFile(path, "select 1;")],
])("a backup with %s is refused, and nothing is changed", async (_, spoil) => {
  const path = join(folder, `${randomUUID()}.zip`);
  await copyFile(backup, path);
  await spoil(path);
  await elsewhere(async () => {
    await expect(restoreBackup({ path })).rejects.toThrow(/no backup|damaged/);
    expect(await systemDb().organisation.count()).toBe(0);
    expect(await systemDb().user.count()).toBe(0);
    for await (const { key } of storage().list("")) throw new Error(`${key} was left`);
  });
});

test("a backup of a newer or older version is refused with a line that says so", async () => {
  await elsewhere(async () => {
    await systemDb()
      .$executeRaw`delete from _prisma_migrations where migration_name = (select max(migration_name) from _prisma_migrations)`;
    await expect(restoreBackup({ path: backup })).rejects.toThrow(/newer version/);
  });
  await elsewhere(async () => {
    await systemDb().$executeRaw`
      insert into _prisma_migrations (id, checksum, migration_name, finished_at, started_at, applied_steps_count)
      values (gen_random_uuid()::text, 'x', '99990101000000_later', now(), now(), 1)`;
    await expect(restoreBackup({ path: backup })).rejects.toThrow(/older version/);
  });
});

test("with other keys it is refused, unless told that sealed fields may stay shut", async () => {
  await elsewhere(async () => {
    process.env.NEXTAUTH_SECRET = "another-secret-for-tests-0123456789";
    resetEnv();
    try {
      await expect(restoreBackup({ path: backup })).rejects.toThrow(/Other keys: v1/);
      await restoreBackup({ path: backup, ignoresKeys: true });
      expect(await systemDb().organisation.count({ where: { id: organisationId } })).toBe(1);
    } finally {
      process.env.NEXTAUTH_SECRET = "a-secret-for-tests-only-0123456789";
      resetEnv();
    }
  });
  expect(workspace.dataDir).toBe(env().DATA_DIR);
});
