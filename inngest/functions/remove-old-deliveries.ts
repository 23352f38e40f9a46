import { inngest } from "@/inngest/client";
import { removeOldDeliveries } from "@/lib/webhook/remove-old-deliveries";

const stepsPerRun = 50;

/** Hourly, because a machine that is off at night misses a nightly time. */
export const removeOldDeliveriesFunction = inngest.createFunction(
  { id: "remove-old-deliveries", triggers: [{ cron: "53 * * * *" }], concurrency: { limit: 1 }, retries: 3 },
  async ({ step }) => {
    for (let round = 0; round < stepsPerRun; round += 1) {
      const { isMore } = await step.run(`remove-${round}`, () => removeOldDeliveries());
      if (!isMore) return;
    }
  },
);
