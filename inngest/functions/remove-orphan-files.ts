import { inngest } from "@/inngest/client";
import { removeOrphans } from "@/lib/storage/sweep";

/** Twice a day, because a machine that is off at night misses a nightly time. */
export const removeOrphanFilesFunction = inngest.createFunction(
  { id: "remove-orphan-files", triggers: [{ cron: "17 3,15 * * *" }], concurrency: { limit: 1 }, retries: 3 },
  async ({ step }) => ({ removed: await step.run("remove", () => removeOrphans()) }),
);
