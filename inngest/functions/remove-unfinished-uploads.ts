import { inngest } from "@/inngest/client";
import { removeUnfinishedUploads } from "@/lib/resume/direct-upload/remove-unfinished-uploads";

const stepsPerRun = 50;

/** Hourly, because a machine that is off at night misses a nightly time. */
export const removeUnfinishedUploadsFunction = inngest.createFunction(
  { id: "remove-unfinished-uploads", triggers: [{ cron: "23 * * * *" }], concurrency: { limit: 1 }, retries: 3 },
  async ({ step }) => {
    for (let round = 0; round < stepsPerRun; round += 1) {
      const { isMore } = await step.run(`remove-${round}`, () => removeUnfinishedUploads());
      if (!isMore) return;
    }
  },
);
