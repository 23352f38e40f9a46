import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "../support/own-app";
import { areGone, descendants, postmasterPid } from "../support/processes";

const gone = { timeout: 10_000, intervals: [100] };

test("SIGTERM stops everything, PostgreSQL included, and a second start is quick", async ({ own }) => {
  const first = await own.start();
  const postmaster = await postmasterPid(own.dataDir);
  const pids = [...descendants(first.launcher.pid ?? 0), ...descendants(postmaster)];
  expect(pids.length).toBeGreaterThan(3);
  expect(await first.stop()).toBe(0);
  await expect.poll(() => areGone(pids), gone).toBe(true);
  expect(existsSync(join(own.dataDir, "postgres", "postmaster.pid"))).toBe(false);

  const second = await own.start();
  console.log(`  second start: ready after ${(second.readyMs / 1000).toFixed(1)} s`);
  expect(second.readyMs).toBeLessThan(30_000);
  expect(await second.stop()).toBe(0);
});

test("a launcher killed with -9 leaves nothing in the way of the next start", async ({ own }) => {
  const first = await own.start();
  const server = descendants(first.launcher.pid ?? 0).slice(1);
  const postmaster = await postmasterPid(own.dataDir);
  first.launcher.kill("SIGKILL");
  // Started at once, on the same port: the orphan is still there.
  const second = await own.start({ port: first.port });
  expect(await postmasterPid(own.dataDir)).toBe(postmaster);
  await expect.poll(() => areGone(server), gone).toBe(true);
  expect((await fetch(`${second.url}/api/health`)).status).toBe(200);
  expect(await second.stop()).toBe(0);
  await expect.poll(() => areGone([postmaster]), gone).toBe(true);
});

test("a stale postmaster.pid is no obstacle", async ({ own }) => {
  const first = await own.start();
  const postmaster = await postmasterPid(own.dataDir);
  await first.killAll();
  process.kill(postmaster, "SIGKILL");
  await expect.poll(() => areGone([postmaster]), gone).toBe(true);
  expect(existsSync(join(own.dataDir, "postgres", "postmaster.pid"))).toBe(true);
  const second = await own.start();
  expect((await fetch(`${second.url}/api/health`)).status).toBe(200);
});

test("health says 503 when the database is gone", async ({ own }) => {
  const app = await own.start();
  process.kill(await postmasterPid(own.dataDir), "SIGINT");
  await expect.poll(async () => (await fetch(`${app.url}/api/health`)).status, { timeout: 30_000 }).toBe(503);
  expect(await (await fetch(`${app.url}/api/health`)).json()).toMatchObject({ status: "degraded", database: "down" });
  // Nobody is let in for want of a database to ask.
  const response = await fetch(`${app.url}/api/v1/positions`, { headers: { authorization: "Bearer hgt_guess" } });
  expect(response.status).toBeGreaterThanOrEqual(500);
});
