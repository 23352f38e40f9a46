import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { scopedDb, searchDb, systemDb } from "@/lib/db";
import { env } from "@/lib/env";
import { makeApplication, makeRecruiter, makeViewer } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { searchedTables, viewerRole } from "@/scripts/lib/database-roles";

useWorkspace();

/** Tables that row-level security does not hold, each with why; viewers' statements have no right to any of them. */
const reviewed: Record<string, string> = {
  rate_limit_window: "counters by address and account, before anybody is known",
  job_step: "of a run, which is held; only the jobs' engine reads it",
  job_wait: "of a run, which is held; only the jobs' engine reads it",
  job_task: "of a run, which is held; only the jobs' engine reads it",
  job_cron: "slots of schedules of the whole installation",
  _prisma_migrations: "the schema's history",
};

type Table = { name: string; enabled: boolean; forced: boolean; policies: string[]; column: string | null };

async function listTables() {
  return systemDb().$queryRaw<Table[]>`
    select table_class.relname::text as name, relrowsecurity as enabled, relforcerowsecurity as forced,
      array(select policyname::text from pg_policies where tablename = table_class.relname and schemaname = 'public'
        order by 1) as policies,
      case when relname = 'organisation' then 'id' else (select attname::text from pg_attribute
        where attrelid = table_class.oid and attname = 'organisation_id' and not attisdropped) end as column
    from pg_class table_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`;
}

const guarded = async () => (await listTables()).filter(({ name }) => !(name in reviewed));

let login: pg.Client;
let mine: Awaited<ReturnType<typeof makeRecruiter>>;
let theirs: Awaited<ReturnType<typeof makeRecruiter>>;

beforeAll(async () => {
  [mine, theirs] = [await makeRecruiter(), await makeRecruiter()];
  for (const owner of [mine, theirs]) await makeApplication({ owner });
  login = new pg.Client({ connectionString: env().DATABASE_URL });
  await login.connect();
});
afterAll(() => login.end());

/** What the role of viewers' statements answers, with an organisation or none, and nothing kept. */
async function asViewer<T>(organisationId: string | null, work: (client: pg.Client) => Promise<T>): Promise<T> {
  await login.query(`begin; set local role ${viewerRole}`);
  try {
    if (organisationId) await login.query("select set_config('app.org', $1, true)", [organisationId]);
    return await work(login);
  } finally {
    await login.query("rollback");
  }
}

test("every table is held by row-level security, or is known why not", async () => {
  const tables = await listTables();
  expect(tables.length).toBeGreaterThan(60);
  for (const { name, column, ...held } of tables) {
    if (name in reviewed) continue;
    expect(column, name).not.toBeNull();
    const search = searchedTables.includes(name) ? ["search"] : [];
    expect({ name, ...held }).toEqual({
      ...{ name, enabled: true, forced: true },
      policies: ["organisation", "owner_alone", ...search],
    });
  }
});

test("viewers' statements run as a role that owns nothing, is no superuser and does not pass row-level security", async () => {
  const [role] = await scopedDb(mine.organisationId).$queryRaw<object[]>`
    select rolname::text as name, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin,
      (select count(*)::int from pg_class where relowner = pg_roles.oid) as owned
    from pg_roles where rolname = current_user`;
  const may = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolcanlogin: false };
  expect(role).toEqual({ name: viewerRole, ...may, owned: 0 });
});

test("it may not touch the tables of nobody, and adds to the audit log only", async () => {
  for (const { name } of await listTables()) {
    const [may] = await systemDb().$queryRaw<Record<string, boolean>[]>`
      select has_table_privilege(${viewerRole}, ${name}, 'select') as reads, has_table_privilege(${viewerRole}, ${name}, 'insert') as adds,
        has_table_privilege(${viewerRole}, ${name}, 'update') as changes, has_table_privilege(${viewerRole}, ${name}, 'delete') as removes,
        has_table_privilege(${viewerRole}, ${name}, 'truncate') as empties`;
    const isOurs = !(name in reviewed);
    const isAdded = name === "audit_event" || name === "audit_link";
    const rights = { reads: isOurs, adds: isOurs, changes: isOurs && !isAdded, removes: isOurs && !isAdded };
    expect({ name, ...may }).toEqual({ name, ...rights, empties: false });
  }
});

test("without an organisation it sees no row of any table, with one the rows of that one", async () => {
  let filled = 0;
  for (const { name, column } of await guarded()) {
    const count = async (client: pg.Client) =>
      (await client.query(`select count(*)::int as count from "${name}"`)).rows[0].count;
    const { rows } = await login.query(`select count(*)::int as count from "${name}" where ${column} = $1`, [
      mine.organisationId,
    ]);
    if ((await count(login)) > 0) filled += 1;
    expect(await asViewer(null, count), name).toBe(0);
    expect(await asViewer(mine.organisationId, count), name).toBe(rows[0].count);
  }
  expect(filled).toBeGreaterThan(10);
});

test("it can neither write a row of another organisation nor give one away", async () => {
  let tried = 0;
  for (const { name, column } of await guarded()) {
    const { rows } = await login.query(
      `select to_jsonb(row) as row from "${name}" as row where ${column} = $1 limit 1`,
      [theirs.organisationId],
    );
    if (!rows[0]) continue;
    tried += 1;
    const plant = (client: pg.Client) =>
      client.query(`insert into "${name}" select * from jsonb_populate_record(null::"${name}", $1)`, [rows[0].row]);
    for (const organisationId of [mine.organisationId, null])
      await expect(asViewer(organisationId, plant), name).rejects.toThrow(/row-level security/);
    if (name.startsWith("audit_")) continue;
    const give = (client: pg.Client) =>
      client.query(`update "${name}" set ${column} = $1 where ${column} = $2`, [
        name === "organisation" ? randomUUID() : mine.organisationId,
        theirs.organisationId,
      ]);
    await expect(asViewer(theirs.organisationId, give), name).rejects.toThrow(/row-level security/);
  }
  expect(tried).toBeGreaterThan(10);
});

test("a statement that forgot its organisation is held all the same, in a transaction and out of one", async () => {
  const db = scopedDb(mine.organisationId);
  const seen = await db.$queryRaw<{ id: string }[]>`select distinct organisation_id::text as id from resume`;
  expect(seen).toEqual([{ id: mine.organisationId }]);
  expect(await db.$executeRaw`update candidate set name = 'Ours now'`).toBe(1);
  expect(await db.$executeRaw`delete from application where organisation_id = ${theirs.organisationId}::uuid`).toBe(0);
  const inside = await db.$transaction((tx) => tx.$queryRaw`select count(*)::int as count from user_account`);
  expect(inside).toEqual([{ count: 1 }]);
  // Nested writes and reads are what lib/db.ts does not reach.
  const position = await db.position.findFirstOrThrow({ include: { applications: true } });
  expect(position.applications.every(({ organisationId }) => organisationId === mine.organisationId)).toBe(true);
  expect(await scopedDb(theirs.organisationId).candidate.count({ where: { name: "Ours now" } })).toBe(0);
  const planted = {
    organisationId: theirs.organisationId,
    email: "planted@example.com",
    name: "Planted",
    role: "admin",
  };
  await expect(
    db.$executeRaw`insert into user_account (id, organisation_id, email, name, role)
      values (gen_random_uuid(), ${planted.organisationId}::uuid, ${planted.email}, ${planted.name}, 'admin')`,
  ).rejects.toThrow(/row-level security/);
});

test("the audit log's links are added as the viewer, at the end of the transaction", async () => {
  const { organisationId, userId } = await makeViewer("admin");
  await scopedDb(organisationId).$transaction(async (tx) => {
    await tx.auditEvent.create({
      data: { organisationId, actorId: userId, action: "test", subjectType: "user", digest: "0".repeat(64) },
    });
  });
  expect(await scopedDb(organisationId).auditLink.count()).toBe(1);
});

test("searching uses the library's indexes, reads nothing else and writes nothing", async () => {
  const { organisationId } = mine;
  const plan = async (db: ReturnType<typeof scopedDb>) => {
    const rows = await db.$transaction(async (tx) => {
      await tx.$executeRaw`select set_config('enable_seqscan', 'off', true)`;
      return tx.$queryRaw<{ "QUERY PLAN": string }[]>`
        explain select id from resume where search_tokens @> ${[1]}::int[]`;
    });
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  };
  expect(await plan(searchDb(organisationId))).toContain("resume_search_tokens_idx");
  // Why there is a second way at all: below row-level security this index is of no use.
  expect(await plan(scopedDb(organisationId))).not.toContain("resume_search_tokens_idx");

  const db = searchDb(organisationId);
  await expect(db.$queryRaw`select * from user_account`).rejects.toThrow(/permission denied/);
  await expect(db.$executeRaw`delete from resume`).rejects.toThrow(/permission denied/);
  const { rows } = await login.query(
    `select table_name as name, privilege_type as may from information_schema.role_table_grants where grantee = 'hireglass_search' order by 1`,
  );
  expect(rows).toEqual([...searchedTables].sort().map((name) => ({ name, may: "SELECT" })));
});
