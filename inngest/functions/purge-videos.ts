import { inngest } from "@/inngest/client";
import { purgeVideos } from "@/lib/video/purge-videos";
import { forgetOldUploads } from "@/lib/video/uploads/receive-parts";

const stepsPerRun = 50;

/** Hourly, because a machine that is off at night misses a nightly time. */
export const purgeVideosFunction = inngest.createFunction(
  { id: "purge-videos", triggers: [{ cron: "41 * * * *" }], concurrency: { limit: 1 }, retries: 3 },
  async ({ step }) => {
    await step.run("forget-uploads", () => forgetOldUploads());
    for (let round = 0; round < stepsPerRun; round += 1) {
      const { isMore } = await step.run(`purge-${round}`, () => purgeVideos());
      if (!isMore) return;
    }
  },
);
