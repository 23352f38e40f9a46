import type pg from "pg";

/** What a viewer's statements run as: held by the row-level security of `app.org`, owner of nothing. */
export const viewerRole = "hireglass_viewer";
/** What searches the library: reads the tables below, of any organisation, and can write nothing. */
export const searchRole = "hireglass_search";

/**
 * Tables whose indexes row-level security would keep from use: `@>`, `&&` and `@@` are not leakproof, so that
 * PostgreSQL would hold every row of the organisation against them. Searching says its organisation itself.
 */
export const searchedTables = [
  ...["resume", "resume_content", "application", "position", "position_member", "identity_opening"],
];

/** Tables of no organisation, which no viewer's statement has business with. */
const closedTables = ["rate_limit_window", "job_step", "job_wait", "job_task", "job_cron", "_prisma_migrations"];
/** Rows are only ever added. */
const appendOnlyTables = ["audit_event", "audit_link"];

/**
 * Makes the roles and what they may do, where this login may make roles; where it may not, the owner is held by
 * row-level security itself while `app.org` is set. Run on the connection that holds the migrations' lock.
 */
export async function prepareRoles(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public'",
  );
  const names = rows.map(({ name }) => name);
  // Before the schema that has the policies a role would see nothing, or everything.
  if (!names.includes("audit_link") || (await isPrepared(client, names))) return;
  const existing = (tables: string[]) => tables.filter((name) => names.includes(name));
  try {
    await client.query("begin");
    for (const role of [viewerRole, searchRole]) {
      // Another database of the same server may have made it, at this moment too.
      await client.query(`
        do $$ begin
          if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin; end if;
        exception when duplicate_object or unique_violation then null;
        end $$`);
      const { rows: found } = await client.query("select pg_has_role($1, 'member') as is_member", [role]);
      if (!found[0]?.is_member) await client.query(`grant ${role} to current_user`);
      await client.query(`grant usage on schema public to ${role}`);
    }
    await client.query(`
      grant select, insert, update, delete on all tables in schema public to ${viewerRole};
      grant usage on all sequences in schema public to ${viewerRole};
      revoke all on ${existing(closedTables).join(", ")} from ${viewerRole};
      revoke update, delete on ${existing(appendOnlyTables).join(", ")} from ${viewerRole};
      grant select on ${existing(searchedTables).join(", ")} to ${searchRole}`);
    for (const name of existing(searchedTables))
      await client.query(`
        drop policy if exists search on ${name};
        create policy search on ${name} for select to ${searchRole} using (true)`);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    // insufficient_privilege: not a login that may make roles.
    if (!(error instanceof Error && "code" in error && error.code === "42501")) throw error;
  }
}

async function isPrepared(client: pg.Client, names: string[]): Promise<boolean> {
  const { rows } = await client.query<{ count: number }>(
    "select count(*)::int as count from pg_roles where rolname = any($1)",
    [[viewerRole, searchRole]],
  );
  if (rows[0]?.count !== 2) return false;
  const open = names.filter((name) => !closedTables.includes(name));
  const { rows: missing } = await client.query(
    `select 1 from unnest($1::text[]) as name where not has_table_privilege($2, quote_ident(name), 'select, insert')
     union all select 1 from unnest($3::text[]) as name where has_table_privilege($2, quote_ident(name), 'select')
     union all select 1 from unnest($4::text[]) as name where not has_table_privilege($5, quote_ident(name), 'select')
       or not exists (select from pg_policies where tablename = name and policyname = 'search')`,
    [open, viewerRole, names.filter((name) => closedTables.includes(name)), searchedTables, searchRole],
  );
  return missing.length === 0;
}
