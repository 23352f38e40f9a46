import { buildApplication, buildBundles } from "./lib/bundles.ts";
import { openScratch } from "./lib/scratch.ts";
import { type Counts, createStageRunner, readPlaywrightCounts, readVitestCounts } from "./lib/test-stages.ts";

/*
 * npm test: format and lint, types, unit and integration tests, the build, HTTP and browser tests, in this order.
 * A stage that fails does not keep the later ones from running. The last line counts all of them.
 */
process.env.CI = "true";
if (!process.stdout.isTTY) process.env.NO_COLOR = "1";

const startedAt = Date.now();
const scratch = await openScratch("hireglass-test-");
const runner = createStageRunner({ TMPDIR: scratch.folder });

let isStopping = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (isStopping) return;
    isStopping = true;
    void runner
      .stop()
      .then(() => scratch.remove())
      .finally(() => process.exit(signal === "SIGINT" ? 130 : 143));
  });
}

const bin = (path: string) => `node_modules/${path}`;
const results: { title: string; counts: Counts; seconds: number }[] = [];

async function stage(title: string, run: () => Promise<Counts>) {
  if (isStopping) return;
  console.log(`\n── ${title} ──`);
  const stageStartedAt = Date.now();
  const counts = await run().catch((error: unknown): Counts => {
    console.log(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, skipped: 0 };
  });
  results.push({ title, counts, seconds: Math.round((Date.now() - stageStartedAt) / 1000) });
}

try {
  await stage("Format and lint", () => runner.check([bin("@biomejs/biome/bin/biome"), "check"]));
  await stage("Types", async () => {
    await buildBundles();
    await runner.check([bin("next/dist/bin/next"), "typegen"]);
    return runner.check([bin("typescript/bin/tsc"), "--noEmit"]);
  });
  await stage("Unit and integration tests", () => {
    const report = scratch.path("vitest.json");
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    return runner.count([bin("vitest/vitest.mjs"), "run", ...reporters], () => readVitestCounts(report));
  });
  await stage("Build", async () => {
    const hasBuilt = await buildApplication();
    console.log(hasBuilt ? "Built the application." : "The build is up to date.");
    return { passed: 1, failed: 0, skipped: 0 };
  });
  await stage("HTTP and browser tests", () => {
    const report = scratch.path("playwright.json");
    return runner.count([bin("@playwright/test/cli.js"), "test"], () => readPlaywrightCounts(report), {
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    });
  });
} finally {
  // A test that was stopped may have left a disk mounted in it; the results below count for all that.
  if (!isStopping) await scratch.remove().catch(() => console.log(`${scratch.folder} could not be removed.`));
}

if (!isStopping) {
  console.log(`\n── ${Math.round((Date.now() - startedAt) / 1000)} s ──`);
  for (const { title, counts, seconds } of results) {
    console.log(`${counts.failed > 0 ? "✗" : "✓"} ${title}: ${sentence(counts)} (${seconds} s)`);
  }
  const total = results.reduce(
    (sum, { counts }) => ({
      passed: sum.passed + counts.passed,
      failed: sum.failed + counts.failed,
      skipped: sum.skipped + counts.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
  console.log(`\n${sentence(total)}`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}

function sentence({ passed, failed, skipped }: Counts) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
