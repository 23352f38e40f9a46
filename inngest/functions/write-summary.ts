import { inngest } from "@/inngest/client";
import { screeningSummaryRequested } from "@/inngest/events";
import { failSummary, writeSummary } from "@/lib/screening/write-summary";

/** Apart from the screening itself: the board does not wait for a model, nor do other candidates. */
export const writeSummaryFunction = inngest.createFunction(
  {
    id: "write-summary",
    triggers: [screeningSummaryRequested],
    concurrency: { limit: 4 },
    retries: 3,
    onFailure: ({ event }) => failSummary({ ...event.data.event.data, reason: "internal" }),
  },
  ({ event, step }) => step.run("write-summary", () => writeSummary(event.data)),
);
