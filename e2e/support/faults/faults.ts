import { setTimeout as sleep } from "node:timers/promises";
import { fails, hangs, says } from "../../../lib/testing/openai-server";
import type { Dice } from "./dice";
import type { World } from "./world";

export type Fault = {
  /** Takes something away while people work. */
  strike: (world: World, dice: Dice) => Promise<void>;
  /** Gives it back. */
  mend?: (world: World) => Promise<void>;
};

const mendDatabase = (world: World) => world.database.start();
const mendServer = (world: World) => world.server.start();
const mendDisk = (world: World) => world.disk.mend();

/** Each as an operator would know it. Those that cost a start are the fewest of a hundred seeds. */
export const faults = {
  "kill -9 of the server": {
    strike: (world) => world.server.kill(),
    mend: mendServer,
  },
  "stop of the server": {
    strike: async (world) => {
      const code = await world.server.terminate();
      if (code !== 0) throw new Error(`The server left with ${code}`);
      const held = "select count(*)::int as held from job_task where lease_token is not null";
      const { rows } = await world.pool.query(held);
      if (rows[0].held > 0) throw new Error(`${rows[0].held} jobs were left in the middle`);
    },
    mend: mendServer,
  },
  "kill -9 of the database": {
    strike: async (world, dice) => {
      await world.database.kill();
      await sleep(dice.between(0, 300));
    },
    mend: mendDatabase,
  },
  "stop of the database": {
    strike: async (world, dice) => {
      await world.database.stop();
      await sleep(dice.between(0, 300));
    },
    mend: mendDatabase,
  },
  "kill -9 of server and database": {
    strike: async (world) => {
      await Promise.all([world.server.kill(), world.database.kill()]);
    },
    mend: async (world) => {
      await world.database.start();
      await world.server.start();
    },
  },
  "connections to the database break": {
    strike: async (world, dice) => {
      for (let time = dice.between(1, 4); time > 0; time -= 1) {
        world.databaseLine.cut();
        await sleep(dice.between(0, 100));
      }
    },
  },
  "no way to the database": {
    strike: async (world, dice) => {
      world.databaseLine.mode("refuse");
      world.databaseLine.cut();
      await sleep(dice.between(50, 600));
    },
    mend: async (world) => world.databaseLine.mode("pass"),
  },
  "the database hangs": {
    strike: async (world, dice) => {
      world.databaseLine.mode("stall");
      await sleep(dice.between(100, 900));
      if (dice.roll() < 0.5) world.databaseLine.cut();
    },
    mend: async (world) => world.databaseLine.mode("pass"),
  },
  "callers' connections break": {
    strike: async (world, dice) => {
      for (let time = dice.between(1, 4); time > 0; time -= 1) {
        world.serverLine.cut();
        await sleep(dice.between(0, 80));
      }
    },
  },
  "a full disk": {
    strike: async (world, dice) => {
      await world.disk.fill();
      await sleep(dice.between(100, 600));
    },
    mend: mendDisk,
  },
  "a broken disk": {
    strike: async (world, dice) => {
      await world.disk.break();
      await sleep(dice.between(100, 600));
    },
    mend: mendDisk,
  },
  "a disk that hangs": {
    strike: async (world, dice) => {
      await world.disk.freeze();
      await sleep(dice.between(100, 900));
    },
    mend: mendDisk,
  },
  "a model that fails": {
    strike: async (world, dice) => {
      const [status, text] = dice.pick([[500, {}] as const, [429, {}] as const, [200, "<html>busy</html>"] as const]);
      world.model.answer(dice.roll() < 0.3 ? says("no JSON at all") : fails(status, text));
      await sleep(dice.between(100, 400));
    },
    mend: async (world) => world.model.answer(null),
  },
  "a model that hangs": {
    strike: async (world, dice) => {
      world.model.answer(hangs());
      await sleep(dice.between(100, 400));
    },
    mend: async (world) => world.model.answer(null),
  },
  "leases that are lost": {
    strike: async (world, dice) => {
      for (let time = dice.between(2, 5); time > 0; time -= 1) {
        await world.pool.query("update job_task set lease_token = null, due_at = now() where lease_token is not null");
        await sleep(dice.between(0, 60));
      }
    },
  },
  "every job once more": {
    strike: (_world, dice) => sleep(dice.between(0, 100)),
    mend: async (world) => {
      // Whatever has ended by now is delivered again from its beginning, and each event too.
      await world.pool.query(`
        with again as (
          update job_run set status = 'active', result = null, finished_at = null
          where id in (select id from job_run where status = 'completed' order by finished_at desc limit 20)
          returning id, function_id, concurrency_key
        ), forgotten as (
          delete from job_step where run_id in (select id from again)
        )
        insert into job_task (run_id, step_id, queue, concurrency_key)
        select id, 'step', function_id, concurrency_key from again`);
      await world.pool.query(
        "update job_event set dispatched_at = null where id in (select id from job_event order by seq desc limit 20)",
      );
    },
  },
} satisfies Record<string, Fault>;

export type FaultName = keyof typeof faults;

/** How often each comes in a hundred seeds. */
const shares: Record<FaultName, number> = {
  "kill -9 of the server": 5,
  "stop of the server": 2,
  "kill -9 of the database": 6,
  "stop of the database": 3,
  "kill -9 of server and database": 1,
  "connections to the database break": 13,
  "no way to the database": 8,
  "the database hangs": 6,
  "callers' connections break": 11,
  "a full disk": 8,
  "a broken disk": 6,
  "a disk that hangs": 5,
  "a model that fails": 6,
  "a model that hangs": 4,
  "leases that are lost": 8,
  "every job once more": 8,
};

const order = Object.entries(shares).flatMap(([name, share]) => Array.from({ length: share }, () => name as FaultName));

/** Seeds that follow each other get all of them, in proportion, and far apart. */
export function faultOf(seed: number): FaultName {
  const name = order[(seed * 37) % order.length];
  if (!name) throw new Error("No fault");
  return name;
}
