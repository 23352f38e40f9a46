import { inngest } from "@/inngest/client";
import { removeOldCalls } from "@/lib/ai/remove-old-calls";
import { removeOldSessions } from "@/lib/auth/sessions";
import { removeOldDeliveries } from "@/lib/webhook/remove-old-deliveries";

const stepsPerRun = 50;
const kinds = { deliveries: removeOldDeliveries, calls: removeOldCalls, sessions: removeOldSessions };

/** Hourly, because a machine that is off at night misses a nightly time. */
export const removeOldRecordsFunction = inngest.createFunction(
  { id: "remove-old-records", triggers: [{ cron: "53 * * * *" }], concurrency: { limit: 1 }, retries: 3 },
  async ({ step }) => {
    for (const [kind, remove] of Object.entries(kinds)) {
      for (let round = 0; round < stepsPerRun; round += 1) {
        const { isMore } = await step.run(`${kind}-${round}`, () => remove());
        if (!isMore) break;
      }
    }
  },
);
