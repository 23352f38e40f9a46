import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeDice } from "../../demo/dice";
import { buildWorker } from "./fixtures/build-worker";
import { expectSound } from "./fixtures/sound";
import { createParsePool, type ParsePool } from "./worker-pool";

/** Real public resumes stand beside the repository on some machines; their licences keep them out of it. */
const folder = path.resolve(process.cwd(), "../shared/resumes/files");
const isPresent = existsSync(folder);
const timeoutMs = 15_000;
/** As many rounds as fit; the seed makes each round the same wherever it is reached. */
const enoughMs = 18_000;

let pool: ParsePool;

beforeAll(async () => {
  const workerFile = await buildWorker(path.join(process.cwd(), "node_modules", ".cache", "parse-fuzz-test"));
  pool = createParsePool({ workerFile, processes: 1, timeoutMs });
});
afterAll(() => pool.close());

test.skipIf(!isPresent)(
  "real files with bits flipped, ends cut off and parts of others give a sound profile or a reason, in time",
  async () => {
    const dice = makeDice(42);
    const files = readdirSync(folder).map((name) => ({ name, bytes: readFileSync(path.join(folder, name)) }));
    const reasons = new Map<string, number>();
    const startedAt = performance.now();
    for (let round = 0; round < 400 && performance.now() - startedAt < enoughMs; round += 1) {
      const { name, bytes } = dice.pick(files);
      const damaged = damage(bytes, dice.pick(files).bytes, dice);
      const from = performance.now();
      const outcome = await pool.parse({ bytes: damaged, fileName: name, asOf: "2026-11-21" });
      expect(performance.now() - from, `round ${round}`).toBeLessThan(timeoutMs + 2_000);
      if (outcome.ok) expectSound(outcome.document, outcome.profile);
      else reasons.set(outcome.reason, (reasons.get(outcome.reason) ?? 0) + 1);
    }
    // What nobody foresaw would be called internal.
    expect(reasons.get("internal") ?? 0).toBe(0);
  },
  90_000,
);

function damage(bytes: Buffer, other: Buffer, dice: ReturnType<typeof makeDice>): Uint8Array {
  const copy = Buffer.from(bytes);
  const at = () => dice.int(0, copy.length - 1);
  const kind = dice.int(0, 3);
  if (kind === 0) for (let hits = dice.int(1, 40); hits > 0; hits -= 1) flip(copy, at(), dice.int(0, 7));
  if (kind === 1) return new Uint8Array(copy.subarray(0, at() + 1));
  if (kind === 2) {
    const from = dice.int(0, other.length - 1);
    other.copy(copy, at(), from, Math.min(other.length, from + dice.int(1, 4_000)));
  }
  if (kind === 3) {
    const cut = at();
    return new Uint8Array(Buffer.concat([copy.subarray(0, cut), other.subarray(dice.int(0, other.length - 1))]));
  }
  return new Uint8Array(copy);
}

function flip(bytes: Buffer, place: number, bit: number) {
  bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
}
