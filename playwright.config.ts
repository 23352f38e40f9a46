import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  // Half an hour of listening each: run by hand, with E2E_LONG set.
  testIgnore: process.env.E2E_LONG ? [] : ["**/e2e/long/**"],
  globalSetup: "./e2e/global-setup.ts",
  // One more than processors: much of a test is waiting.
  workers: 3,
  fullyParallel: false,
  forbidOnly: true,
  // One that passes at the second try is printed as flaky, with the server's errors: it wants looking at.
  retries: 1,
  // Limits are there for what hangs; a slow machine beside other work is no failure.
  timeout: 180_000,
  globalTimeout: (process.env.E2E_LONG ? 60 : 40) * 60_000,
  expect: { timeout: 30_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [["list"], ["json"]] : [["list"]],
  use: {
    locale: "en-US",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 1440, height: 900 },
    actionTimeout: 30_000,
    navigationTimeout: 30_000,
    screenshot: "only-on-failure",
    trace: "off",
    // Each drawn by the processor alone.
    contextOptions: { reducedMotion: "reduce" },
  },
});
