import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";

/** A database of its own for one test file, with every migration applied. */
export async function createTestDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const template = inject("templateDatabaseUrl");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const url = new URL(template);
  const templateName = url.pathname.slice(1);
  await asServer(template, `create database ${name} template ${templateName}`);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => asServer(template, `drop database if exists ${name} with (force)`) };
}

async function asServer(template: string, sql: string) {
  const url = new URL(template);
  url.pathname = "/postgres";
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
