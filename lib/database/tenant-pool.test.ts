import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PrismaClient } from "@/generated/prisma/client";
import { createTestDatabase } from "@/lib/testing/database";
import { applyMigrations } from "@/scripts/lib/migrations";
import { asIdentity, kept, openTenantPool, readSeparation, type TenantPool } from "./tenant-pool";

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let owner: pg.Client;
const organisations = Array.from({ length: 4 }, () => randomUUID());

beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  await plant(owner);
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

/** Organisations with one, two, three … people. */
async function plant(client: pg.Client) {
  for (const [index, id] of organisations.entries()) {
    await client.query("insert into organisation (id) values ($1)", [id]);
    await client.query(
      `insert into user_account (id, organisation_id, email, name, role)
       select gen_random_uuid(), $1::uuid, $1::text || '-' || number || '@example.com', 'Ada', 'recruiter'
       from generate_series(1, $2::int) as number`,
      [id, index + 1],
    );
  }
}

type Seen = { org: string; people: number; role: string };
const look = {
  text: `select current_setting('app.org') as org, current_user::text as role,
  (select count(*)::int from user_account) as people, pg_sleep(random() / 500)`,
  values: [],
};

/** Many at once, of all organisations, on few connections: reading, failing, rolling back, leaving settings behind. */
async function crowd(pool: TenantPool, role: string) {
  const seen: [Seen, Seen][] = [];
  const work = Array.from({ length: 600 }, (_, turn) => async () => {
    const place = (turn * 7 + (turn >> 2)) % organisations.length;
    const organisationId = organisations[place] ?? "";
    const expected = { org: organisationId, people: place + 1, role };
    const own = asIdentity(pool, { role: "viewer", organisationId });
    const note = ({ rows }: pg.QueryResult) => {
      const { org, people, role: as } = rows[0];
      seen.push([{ org, people, role: as }, expected]);
    };
    switch (turn % 6) {
      case 0:
        await expect(own.query({ text: "select 1 / $1::int", values: [0] })).rejects.toThrow("division by zero");
        return note(await own.query(look));
      case 1: {
        const client = await own.connect();
        await client.query({ text: "BEGIN", values: [] });
        note(await client.query(look));
        await client.query({ text: "select 1 / 0", values: [] }).catch(() => undefined);
        await client.query({ text: "ROLLBACK", values: [] });
        return client.release();
      }
      case 2: {
        // Somebody ends their transaction with the wrong organisation set in it.
        const client = await own.connect();
        await client.query({ text: "BEGIN", values: [] });
        const other = organisations[(place + 1) % organisations.length];
        await client.query({ text: "select set_config('app.org', $1, true)", values: [other] });
        await client.query({ text: turn % 4 ? "COMMIT" : "ROLLBACK", values: [] });
        return client.release();
      }
      case 3: {
        // Left open: nobody may get it as it is.
        const client = await own.connect();
        await client.query({ text: "BEGIN", values: [] });
        return client.release();
      }
      default:
        return note(await own.query(look));
    }
  });
  await Promise.all(work.map((one) => one()));
  return seen;
}

test("many viewers of four organisations on three connections never see each other's rows", async () => {
  const pool = openTenantPool({ connectionString: database.url, max: 3, waitMs: 10_000 });
  const seen = await crowd(pool, "hireglass_viewer");
  expect(await readSeparation(pool)).toBe("role");
  await pool.end();
  expect(seen).toHaveLength(400);
  for (const [is, expected] of seen) expect(is).toEqual(expected);
});

test("a statement that is marked is kept by its connection, and answers each viewer for themselves", async () => {
  const pool = openTenantPool({ connectionString: database.url, max: 1, waitMs: 10_000 });
  const text = `${kept} select count(*)::int as people from user_account where name = $1`;
  for (const _ of Array.from({ length: 8 }))
    for (const [index, organisationId] of organisations.entries()) {
      const { rows } = await asIdentity(pool, { role: "viewer", organisationId }).query({ text, values: ["Ada"] });
      expect(rows).toEqual([{ people: index + 1 }]);
    }
  const { rows: names } = await pool.query("select statement from pg_prepared_statements");
  expect(names.map(({ statement }) => statement)).toContain(text);
  await pool.end();
});

test("nor through Prisma, whose queries of one moment are put together", async () => {
  const pool = openTenantPool({ connectionString: database.url, max: 3, waitMs: 10_000 });
  const clients = organisations.map((organisationId) => {
    const client = new PrismaClient({ adapter: new PrismaPg(asIdentity(pool, { role: "viewer", organisationId })) });
    return { organisationId, client };
  });
  const { rows: people } = await owner.query("select id, organisation_id as of from user_account order by random()");
  const found = await Promise.all(
    Array.from({ length: 100 }, (_, turn) => people[turn % people.length]).flatMap(({ id, of }) =>
      clients.map(async ({ client, organisationId }) => {
        const person = await client.user.findUnique({ where: { id } });
        return [Boolean(person), organisationId === of];
      }),
    ),
  );
  for (const [isFound, isOwn] of found) expect(isFound).toBe(isOwn);
  for (const { client } of clients) await client.$disconnect();
  await pool.end();
});

test("behind a pooler nothing is left on a connection for who gets it next", async () => {
  const pooler = await openPooler(database.url);
  const pool = openTenantPool({ connectionString: pooler.url, max: 3, waitMs: 10_000 });
  try {
    const seen = await crowd(pool, "hireglass_viewer");
    expect(seen).toHaveLength(400);
    for (const [is, expected] of seen) expect(is).toEqual(expected);
    const clients = await Promise.all([pool.connect(), pool.connect(), pool.connect()]);
    for (const client of clients) {
      const { rows } = await client.query(
        "select current_user = session_user as own, current_setting('app.org', true) as org",
      );
      expect([rows[0].own, rows[0].org || null]).toEqual([true, null]);
      client.release();
    }
  } finally {
    await pool.end();
    pooler.close();
  }
});

test("an owner that may make no roles is held itself, and sees everything while it names no organisation", async () => {
  const name = `owner_${randomUUID().replaceAll("-", "")}`;
  await owner.query(`create role ${name} login password 'test'`);
  await owner.query(`create database ${name} owner ${name}`);
  const url = new URL(database.url);
  [url.username, url.password, url.pathname] = [name, "test", `/${name}`];
  await applyMigrations(url.href);
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  const pool = openTenantPool({ connectionString: url.href, max: 2, waitMs: 10_000 });
  try {
    await plant(client);
    expect(await readSeparation(pool)).toBe("owner");
    const seen = await crowd(pool, name);
    for (const [is, expected] of seen) expect(is).toEqual(expected);
    const [one, other] = organisations;
    const own = asIdentity(pool, { role: "viewer", organisationId: one ?? "" });
    const text =
      "insert into user_account (id, organisation_id, email, name, role) values (gen_random_uuid(), $1, 'x@example.com', 'X', 'admin')";
    await expect(own.query({ text, values: [other] })).rejects.toThrow(/row-level security/);
    const { rows } = await client.query("select count(*)::int as count from user_account");
    expect(rows[0].count).toBe(10);
    const search = asIdentity(pool, { role: "search", organisationId: one ?? "" });
    expect((await search.query(look)).rows[0]).toMatchObject({ people: 10, org: "" });
  } finally {
    await pool.end();
    await client.end();
    await owner.query(`drop database ${name} with (force)`);
    await owner.query(`drop role ${name}`);
  }
});

/** Gives its clients numbers of its own to cancel by, as poolers do. */
async function openPooler(databaseUrl: string) {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const end of [socket, upstream]) {
      sockets.add(end);
      end.on("error", () => undefined);
      end.on("close", () => [socket, upstream].map((other) => other.destroy()));
    }
    socket.pipe(upstream);
    let isKnown = false;
    upstream.on("data", (chunk: Buffer) => {
      // BackendKeyData: K, length 12, process, secret.
      const at = isKnown ? -1 : chunk.indexOf(Buffer.from([0x4b, 0, 0, 0, 12]));
      if (at >= 0) {
        isKnown = true;
        chunk.writeInt32BE(1, at + 5);
      }
      socket.write(chunk);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const url = new URL(databaseUrl);
  url.port = String(typeof address === "object" && address ? address.port : 0);
  const close = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return { url: url.href, close };
}
