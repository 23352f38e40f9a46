import { setTimeout as sleep } from "node:timers/promises";
import { makeDice } from "./dice";
import { type Fault, faultOf, faults } from "./faults";
import { findBreaches, readSlowOnes, settle } from "./invariants";
import { type Ledger, makeLedger, prepare, startWork } from "./workload";
import type { World } from "./world";

/** The seeds of one lane: `FAULT_SEEDS` from `FAULT_FIRST_SEED` on, shared out among the lanes. */
export function seedsOf(lane: number, lanes: number): number[] {
  const first = Number(process.env.FAULT_FIRST_SEED ?? 1);
  const count = Number(process.env.FAULT_SEEDS ?? 100);
  return Array.from({ length: count }, (_, index) => first + index).filter((seed) => seed % lanes === lane);
}

/**
 * One fault for each seed, at a moment of the seed's choosing, while people work; then everything comes back, all work
 * ends, and what must hold is looked at.
 *
 * @throws with the seed and what does not hold
 */
export async function runSeeds(world: World, seeds: number[]): Promise<Ledger> {
  const ledger = makeLedger();
  await prepare(world, ledger);
  await settle(world);
  for (const seed of seeds) await runSeed(world, ledger, seed);
  return ledger;
}

async function runSeed(world: World, ledger: Ledger, seed: number) {
  const name = faultOf(seed);
  const { strike, mend }: Fault = faults[name];
  const dice = makeDice(seed);
  const startedAt = Date.now();
  const working = startWork(world, ledger, dice, seed);
  working.catch(() => undefined);
  try {
    await sleep(dice.between(0, 250));
    await strike(world, dice).finally(() => mend?.(world));
    await working;
    await settle(world);
    await readSlowOnes(world);
    const breaches = await findBreaches(world, ledger);
    if (breaches.length > 0) throw new Error([...new Set(breaches)].join("\n  "));
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new Error(
      `Seed ${seed} (${name}):\n  ${said}\nAlone: FAULT_FIRST_SEED=${seed} FAULT_SEEDS=1\n${world.output().slice(-3000)}`,
      { cause: error },
    );
  }
  if (process.env.FAULT_SEEDS) console.log(`  seed ${seed}: ${name}, ${Date.now() - startedAt} ms`);
}
