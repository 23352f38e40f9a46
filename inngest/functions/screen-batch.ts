import { inngest } from "@/inngest/client";
import { screeningRequested, screeningRunRequested } from "@/inngest/events";
import { listPendingRuns } from "@/lib/screening/run-screening";

const eventsAtOnce = 200;

export const screenBatchFunction = inngest.createFunction(
  { id: "screen-batch", triggers: [screeningRequested], retries: 3 },
  async ({ event, step }) => {
    const { organisationId, batchId } = event.data;
    const runIds = await step.run("list-runs", () => listPendingRuns({ organisationId, batchId }));
    for (let start = 0; start < runIds.length; start += eventsAtOnce) {
      const events = runIds
        .slice(start, start + eventsAtOnce)
        .map((runId) => screeningRunRequested.create({ organisationId, runId }, { id: `screening-run-${runId}` }));
      await step.sendEvent(`request-runs-${start}`, events);
    }
  },
);
