import { inngest } from "@/inngest/client";
import { recommendationProseRequested } from "@/inngest/events";
import { failProse, proseParts, writeProsePart } from "@/lib/recommendation/write-prose";

/** A step for each dimension and one for the report: what was written before a crash is not paid for again. */
export const writeRecommendationFunction = inngest.createFunction(
  {
    id: "write-recommendation",
    triggers: [recommendationProseRequested],
    concurrency: { limit: 2 },
    retries: 3,
    onFailure: ({ event }) => failProse(event.data.event.data),
  },
  async ({ event, step }) => {
    for (const part of proseParts) await step.run(`write-${part}`, () => writeProsePart({ ...event.data, part }));
  },
);
