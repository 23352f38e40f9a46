import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { withoutSettings } from "../support/app";
import { expect, test } from "../support/own-app";

test.use({ role: null });

/** `npm run -s demo` */
function demo(dataDir: string, ...args: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ["scripts/launch.mjs", "demo", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...withoutSettings(process.env), DATA_DIR: dataDir },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, output })));
}

test("npm run demo fills an empty database, once, and empties it again beside a server", async ({ own }) => {
  test.setTimeout(150_000);
  const filling = demo(own.dataDir);
  // Begun meanwhile on the database that the other has started, and left alone with it.
  await expect.poll(() => existsSync(join(own.dataDir, "postgres", "postmaster.pid")), { timeout: 60_000 }).toBe(true);
  const app = await own.start();
  const first = await filling;
  expect(first.code, first.output).toBe(0);
  expect(first.output).toMatch(/Sign in as demo@example\.com with \S{12,}/);
  expect(first.output).toContain("59 / 59 resumes");
  expect(first.output).toMatch(/6 positions, \d{2} candidates screened, 6 decisions/);

  expect((await fetch(`${app.url}/api/health`)).status).toBe(200);
  const pool = own.connect(app);
  const counts = async () => {
    const { rows } = await pool.query(
      "select (select count(*)::int from resume) as resumes, (select count(*)::int from position) as positions, (select count(*)::int from candidate) as candidates",
    );
    return rows[0];
  };
  expect(await counts()).toMatchObject({ resumes: 59, positions: 6, candidates: 58 });
  const again = await demo(own.dataDir);
  expect(again.code).toBe(1);
  expect(again.output).toContain("is here already");
  expect((await demo(own.dataDir, "remove")).code).toBe(0);
  expect(await counts()).toEqual({ resumes: 0, positions: 0, candidates: 0 });
  expect((await demo(own.dataDir, "--seed", "none")).code).toBe(1);
});
