import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { connect } from "node:net";
import pg from "pg";
import { expect, inject, test } from "vitest";
import { freePort } from "../scripts/lib/postgres";
import { toAppError } from "./api/error-response";
import { closeDb, systemDb } from "./db";
import { resetEnv } from "./env";
import { AppError } from "./errors";
import { findTrouble, StorageAwayError } from "./trouble";

const fault = (work: () => Promise<unknown>) =>
  work().then(
    () => null,
    (error: unknown) => error,
  );

test("a database that is away is told from a fault of ours, as PostgreSQL, the pool and Prisma say it", async () => {
  const port = await freePort();
  process.env.DATABASE_URL = `postgresql://nobody:x@127.0.0.1:${port}/none`;
  process.env.NEXTAUTH_SECRET = "a-secret-for-tests-only-0123456789";
  resetEnv();
  expect(findTrouble(await fault(() => systemDb().organisation.count()))).toBe("database_away");
  expect(findTrouble(await fault(() => systemDb().$queryRaw`select 1`))).toBe("database_away");
  expect(findTrouble(await fault(() => systemDb().$transaction((tx) => tx.organisation.count())))).toBe(
    "database_away",
  );
  await closeDb();

  process.env.DATABASE_URL = inject("templateDatabaseUrl").replace(/\/[^/]*$/, "/postgres");
  resetEnv();
  const ended = await fault(() => systemDb().$queryRaw`select pg_terminate_backend(pg_backend_pid())`);
  expect(findTrouble(ended)).toBe("database_away");
  const again = await fault(() => systemDb().$queryRaw`select 1`);
  expect(again).toBeNull();
  // What was asked wrongly is our fault, and not called anything else.
  expect(findTrouble(await fault(() => systemDb().$queryRaw`select nonsense`))).toBeNull();
  await closeDb();

  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 1, connectionTimeoutMillis: 1000 });
  const client = await pool.connect();
  expect(findTrouble(await fault(() => pool.query("select 1")))).toBe("database_away");
  client.release();
  await pool.end();
});

test("a full disk is a full disk, a store that is away is a store, and another server is neither", async () => {
  const full = await fault(() => writeFile("/dev/full", Buffer.alloc(10_000)));
  if (process.platform === "linux") expect(findTrouble(full)).toBe("disk_full");
  expect(findTrouble(Object.assign(new Error("x"), { code: "53100" }))).toBe("disk_full");
  expect(findTrouble(new StorageAwayError({ cause: new Error("ECONNRESET") }))).toBe("storage_away");
  expect(findTrouble(new Error("saving failed", { cause: new StorageAwayError() }))).toBe("storage_away");
  const elsewhere = await fault(async () => fetch(`http://127.0.0.1:${await freePort()}`));
  expect(findTrouble(elsewhere)).toBeNull();
  const socket = connect(await freePort(), "127.0.0.1");
  const [refused] = await once(socket, "error").catch((error) => [error]);
  expect(findTrouble(refused)).toBe("database_away");
  for (const value of [null, undefined, "text", 5, {}, new Error("plain")]) expect(findTrouble(value)).toBeNull();
});

test("trouble is answered by 'come again', with its own sentence", () => {
  expect(toAppError(new StorageAwayError())).toMatchObject({
    status: 503,
    message: "storage_away",
    retryAfterSeconds: 5,
  });
  expect(toAppError(new Error("plain"))).toMatchObject({ status: 500, message: "internal" });
  const own = new AppError("conflict", "result_changed");
  expect(toAppError(own)).toBe(own);
});
