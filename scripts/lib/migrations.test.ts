import { randomUUID } from "node:crypto";
import { readdir } from "node:fs/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { verifyAudit } from "../../lib/audit/verify-audit.ts";
import { closeDb } from "../../lib/db.ts";
import { resetEnv } from "../../lib/env.ts";
import { applyMigrations } from "./migrations.ts";

let url = "";
let server: pg.Client;

beforeAll(async () => {
  const template = new URL(inject("templateDatabaseUrl"));
  template.pathname = "/postgres";
  server = new pg.Client({ connectionString: template.href });
  await server.connect();
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await server.query(`create database ${name}`);
  template.pathname = `/${name}`;
  url = template.href;
});
afterAll(async () => {
  await closeDb();
  await server.query(`drop database if exists ${new URL(url).pathname.slice(1)} with (force)`);
  await server.end();
});

test("what was there before the audit log became a chain is in it afterwards, and a newer schema is refused", async () => {
  const names = (await readdir("prisma/migrations")).filter((name) => /^\d/.test(name)).sort();
  const chained = names.findIndex((name) => name.endsWith("_trust"));
  await applyMigrations(url, { until: names[chained - 1] });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const [one, other, user] = [randomUUID(), randomUUID(), randomUUID()];
  await client.query("insert into organisation (id) values ($1), ($2)", [one, other]);
  await client.query(
    "insert into user_account (id, organisation_id, email, name, role) values ($1, $2, 'a@example.com', 'Ada', 'admin')",
    [user, one],
  );
  for (let number = 0; number < 40; number += 1)
    await client.query(
      `insert into audit_event (id, organisation_id, actor_id, action, subject_type, subject_id, details, created_at)
       values (gen_random_uuid(), $1, $2, 'resume.deleted', 'resume', $3, $4, now() - make_interval(secs => $5))`,
      [
        ...[number % 3 ? one : other, number % 2 ? user : null, number % 5 ? randomUUID() : null],
        ...[JSON.stringify({ number, half: 0.5, text: "中\t文", none: null }), (number * 7919) % 1000],
      ],
    );
  expect((await applyMigrations(url)).at(0)).toBe(names[chained]);

  process.env.DATABASE_URL = url;
  process.env.NEXTAUTH_SECRET = "a-secret-for-tests-only-0123456789";
  resetEnv();
  const chains = [];
  for await (const chain of verifyAudit()) chains.push(chain);
  expect(chains.map(({ events, broken, unlinked }) => [events, broken, unlinked]).sort()).toEqual([
    [14, null, 0],
    [26, null, 0],
  ]);
  const { rows } = await client.query("select name from user_account where id = $1", [user]);
  expect(rows).toEqual([{ name: "Ada" }]);
  expect(await applyMigrations(url)).toEqual([]);

  await client.query(
    "update _prisma_migrations set migration_name = '99990101000000_later' where migration_name = $1",
    [names.at(-1)],
  );
  await expect(applyMigrations(url)).rejects.toThrow(/newer version \(99990101000000_later\)/);
  await client.end();
});
