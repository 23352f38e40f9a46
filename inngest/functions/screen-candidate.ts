import { inngest } from "@/inngest/client";
import { screeningRunRequested, screeningSummaryRequested } from "@/inngest/events";
import { failScreening, runScreening } from "@/lib/screening/run-screening";

export const screenCandidateFunction = inngest.createFunction(
  {
    id: "screen-candidate",
    triggers: [screeningRunRequested],
    concurrency: { limit: 8 },
    retries: 3,
    onFailure: ({ event }) => failScreening({ ...event.data.event.data, error: "internal" }),
  },
  async ({ event, step }) => {
    const { organisationId, runId } = event.data;
    const { outcome, wantsSummary } = await step.run("screen", () => runScreening({ organisationId, runId }));
    if (wantsSummary) {
      const requested = screeningSummaryRequested.create(
        { organisationId, runId },
        { id: `screening-summary-${runId}` },
      );
      await step.sendEvent("request-summary", requested);
    }
    return { outcome };
  },
);
