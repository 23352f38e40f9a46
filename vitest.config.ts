import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

/** Functions without a state of their own: their test files share a process, and what it has loaded. */
const pure = [
  "lib/resume/parsing",
  "lib/screening/engine",
  "lib/position/draft",
  "lib/interview/engine",
  "lib/gold",
  "lib/demo",
].map((folder) => `${folder}/**/*.test.ts`);
const all = ["{lib,inngest,app,scripts,components}/**/*.test.{ts,tsx}"];

export default defineConfig({
  resolve: {
    alias: { "@": root.replace(/\/$/, ""), "server-only": `${root}scripts/lib/nothing.ts` },
  },
  test: {
    globalSetup: ["lib/testing/global-setup.ts"],
    setupFiles: ["lib/testing/set-up.ts"],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: "stateful", include: all, exclude: [...pure, "**/node_modules/**"] } },
      { extends: true, test: { name: "pure", include: pure, isolate: false } },
    ],
  },
});
