import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

/** Where a test file names any of these it has a state of its own: a database, the environment, a process, a replaced part. */
const state =
  /useWorkspace|\b(?:systemDb|scopedDb|resetEnv|spawn|createServer|globalThis)\b|process\.|\bvi\.|Pool|Postgres/;

const all = globSync("{lib,inngest,app,scripts,components}/**/*.test.{ts,tsx}", { cwd: root });
/** These share a process, and what it has loaded. */
const pure = all.filter((path) => !state.test(readFileSync(`${root}${path}`, "utf8")));
const stateful = all.filter((path) => !pure.includes(path));

export default defineConfig({
  resolve: {
    alias: { "@": root.replace(/\/$/, ""), "server-only": `${root}scripts/lib/nothing.ts` },
  },
  test: {
    globalSetup: ["lib/testing/global-setup.ts"],
    setupFiles: ["lib/testing/set-up.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: "stateful", include: stateful } },
      { extends: true, test: { name: "pure", include: pure, isolate: false } },
    ],
  },
});
