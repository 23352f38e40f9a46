import { inngest } from "@/inngest/client";
import { applyRetention } from "@/lib/privacy/retention";

const stepsPerRun = 50;

/** Hourly, because a machine that is off at night misses a nightly time. */
export const applyRetentionFunction = inngest.createFunction(
  { id: "apply-retention", triggers: [{ cron: "17 * * * *" }], concurrency: { limit: 1 }, retries: 3 },
  async ({ step }) => {
    for (let round = 0; round < stepsPerRun; round += 1) {
      const { isMore } = await step.run(`apply-${round}`, () => applyRetention());
      if (!isMore) return;
    }
  },
);
