import { inngest } from "@/inngest/client";
import { filesAbandoned } from "@/inngest/events";
import { removeFiles } from "@/lib/storage/abandon-files";

/** Deleted is deleted: tried for about eight hours. */
export const removeAbandonedFilesFunction = inngest.createFunction(
  { id: "remove-abandoned-files", triggers: [filesAbandoned], concurrency: { limit: 2 }, retries: 12 },
  async ({ event, step }) => {
    await step.run("remove", () => removeFiles(event.data.keys));
  },
);
