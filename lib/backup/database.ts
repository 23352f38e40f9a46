import "server-only";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { env } from "@/lib/env";
import { leftOutTables, type Manifest } from "./manifest";

/** A connection of its own, for one long transaction. */
export async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: env().DATABASE_URL });
  // A dying connection fails the query under way; without a listener it would end the process.
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

export type Table = { name: string; columns: string[]; key: string[] };

/** Every table of ours with its columns and primary key. */
export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select tables.table_name as name,
       array(select column_name::text from information_schema.columns
         where table_schema = 'public' and table_name = tables.table_name order by ordinal_position) as columns,
       array(select attribute.attname::text from pg_index index
         join pg_attribute attribute on attribute.attrelid = index.indrelid and attribute.attnum = any(index.indkey)
         where index.indrelid = quote_ident(tables.table_name)::regclass and index.indisprimary) as key
     from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE'
       and table_name <> '_prisma_migrations' and not (table_name = any($1::text[]))
     order by table_name`,
    [leftOutTables],
  );
  return rows;
}

/** The rows as PostgreSQL's COPY writes them, by primary key: the same rows give the same bytes. */
export function readTable(client: pg.Client, { name, columns, key }: Table): AsyncIterable<Uint8Array> {
  const order = (key.length > 0 ? key : columns).map(quote).join(", ");
  return client.query(
    copyTo(`copy (select ${columns.map(quote).join(", ")} from ${quote(name)} order by ${order}) to stdout`),
  );
}

export function writeTable(client: pg.Client, { name, columns }: Omit<Table, "key">) {
  return client.query(copyFrom(`copy ${quote(name)} (${columns.map(quote).join(", ")}) from stdin`));
}

export async function countRows(client: pg.Client, name: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from ${quote(name)}`);
  return rows[0]?.count ?? 0;
}

export async function listMigrations(client: pg.Client): Promise<Manifest["migrations"]> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    `select migration_name as name, checksum from _prisma_migrations
     where finished_at is not null and rolled_back_at is null order by migration_name`,
  );
  return rows;
}

export async function listSequences(client: pg.Client): Promise<Manifest["sequences"]> {
  const { rows } = await client.query<{ name: string }>(
    "select sequence_name as name from information_schema.sequences where sequence_schema = 'public' order by 1",
  );
  const sequences: Manifest["sequences"] = [];
  for (const { name } of rows) {
    const found = await client.query<{ value: string; isCalled: boolean }>(
      `select last_value::text as value, is_called as "isCalled" from ${quote(name)}`,
    );
    sequences.push({ name, value: found.rows[0]?.value ?? "1", isCalled: found.rows[0]?.isCalled ?? false });
  }
  return sequences;
}

/** Foreign keys that wait until everything is there; `restore` puts them back as they were. */
export async function deferForeignKeys(client: pg.Client) {
  const { rows } = await client.query<{ table: string; name: string }>(
    `select conrelid::regclass::text as "table", quote_ident(conname) as name from pg_constraint
     where contype = 'f' and not condeferrable and connamespace = 'public'::regnamespace`,
  );
  for (const { table, name } of rows)
    await client.query(`alter table ${table} alter constraint ${name} deferrable initially deferred`);
  return async () => {
    // Whatever waits is judged here.
    await client.query("set constraints all immediate");
    for (const { table, name } of rows)
      await client.query(`alter table ${table} alter constraint ${name} not deferrable`);
  };
}

export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
