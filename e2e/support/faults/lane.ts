import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { type ModelRequest, says } from "../../../lib/testing/openai-server";
import { listFiles } from "./invariants";
import { runSeeds, seedsOf } from "./run-seeds";
import { openWorld, type World } from "./world";

const run = promisify(execFile);
const lanes = 2;
const msPerSeed = 9000;

/** Every other seed on a server of its own: two lanes take the time of one. */
export function runLane(lane: number) {
  const seeds = seedsOf(lane, lanes);
  // With one seed to look at, the other lane has none.
  if (seeds.length === 0) return;
  const title = `${seeds.length} faults, seeds ${seeds[0]} to ${seeds.at(-1)}: nothing lost, nothing twice, nothing left over`;
  test(title, async () => {
    test.setTimeout(60_000 + seeds.length * msPerSeed);
    const prose = { zh: "见引文。", en: "The quotes say it." };
    const isCritic = ({ messages }: ModelRequest) => messages[0]?.content.includes("You review") === true;
    const world = await openWorld({
      modelAnswer: (response, request) =>
        says(isCritic(request) ? { objections: [], ...prose } : { facts: [], ...prose })(response, request),
    });
    try {
      const startedAt = Date.now();
      const ledger = await runSeeds(world, seeds);
      const seconds = (Date.now() - startedAt) / 1000;
      console.log(
        `  ${seeds.length} seeds in ${seconds.toFixed(0)} s: ${ledger.resumes.length + ledger.deleted.length} files, ${ledger.batches.length} screenings, ${ledger.said.length} answers, ${ledger.deleted.length} deletions; ${ledger.lost} calls lost, ${ledger.refusals} refused for a while${world.disk.isReal ? "" : "; no disk of its own could be mounted: full and frozen disks were broken ones"}`,
      );
      await expectSwept(world);
      expect(await cli(world, "audit", "verify")).not.toContain("broken");
    } finally {
      await world.close();
    }
  });
}

/** What crashes left without a row is found, and gone after the sweep; nothing else is. */
async function expectSwept(world: World) {
  const before = await listFiles(world.filesFolder);
  const { rows } = await world.pool.query<{ key: string }>("select storage_key as key from resume");
  const owned = new Set(rows.map(({ key }) => key));
  const orphans = before.filter((key) => !owned.has(key));
  console.log(await cli(world, "files", "check", "--older-than", "0", "--remove"));
  expect((await listFiles(world.filesFolder)).sort()).toEqual([...owned].sort());
  expect(before.length - orphans.length).toBe(owned.size);
}

async function cli(world: World, ...args: string[]) {
  const { stdout } = await run(process.execPath, ["dist/cli.mjs", ...args], { env: { ...process.env, ...world.env } });
  return stdout.trim();
}
