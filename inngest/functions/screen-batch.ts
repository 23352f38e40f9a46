import { inngest } from "@/inngest/client";
import { screeningRequested, screeningRunsRequested } from "@/inngest/events";
import { listPendingRuns } from "@/lib/screening/run-screenings";

/** Few enough that a job ends within a moment, many enough that its bookkeeping is not what takes the time. */
const runsPerJob = 25;
const eventsAtOnce = 200;

export const screenBatchFunction = inngest.createFunction(
  { id: "screen-batch", triggers: [screeningRequested], retries: 3 },
  async ({ event, step }) => {
    const { organisationId, batchId, round = 0 } = event.data;
    const runIds = await step.run("list-runs", () => listPendingRuns({ organisationId, batchId }));
    const events = Array.from({ length: Math.ceil(runIds.length / runsPerJob) }, (_, index) =>
      screeningRunsRequested.create(
        { organisationId, runIds: runIds.slice(index * runsPerJob, (index + 1) * runsPerJob) },
        { id: `screening-runs-${batchId}-${round}-${index}` },
      ),
    );
    for (let start = 0; start < events.length; start += eventsAtOnce) {
      await step.sendEvent(`request-runs-${start}`, events.slice(start, start + eventsAtOnce));
    }
  },
);
