import { randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import pg from "pg";
import { inject } from "vitest";

/**
 * A database with the migrations in it, made by running their SQL. createTestDatabase copies its template, which fails
 * for the first ten seconds: the migration engine still holds a connection to it.
 */
export async function createJobsDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const url = new URL(inject("templateDatabaseUrl"));
  const name = `jobs_${randomUUID().replaceAll("-", "")}`;
  await query(withDatabase(url, "postgres"), `create database ${name}`);
  const folders = (await readdir("prisma/migrations", { withFileTypes: true })).filter((entry) => entry.isDirectory());
  for (const folder of folders.map((entry) => entry.name).sort()) {
    await query(withDatabase(url, name), await readFile(`prisma/migrations/${folder}/migration.sql`, "utf8"));
  }
  return {
    url: withDatabase(url, name),
    drop: () => query(withDatabase(url, "postgres"), `drop database if exists ${name} with (force)`),
  };
}

function withDatabase(url: URL, name: string) {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

async function query(connectionString: string, sql: string) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
