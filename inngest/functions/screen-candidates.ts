import { inngest } from "@/inngest/client";
import { screeningExpertsRequested, screeningRunsRequested, screeningSummaryRequested } from "@/inngest/events";
import { failScreenings, runScreenings } from "@/lib/screening/run-screenings";

export const screenCandidatesFunction = inngest.createFunction(
  {
    id: "screen-candidates",
    triggers: [screeningRunsRequested],
    concurrency: { limit: 4 },
    retries: 3,
    onFailure: ({ event }) => failScreenings({ ...event.data.event.data, error: "internal" }),
  },
  async ({ event, step }) => {
    const { organisationId } = event.data;
    const { wantExperts, wantSummary, ...outcome } = await step.run("screen", () => runScreenings(event.data));
    if (wantExperts.length > 0) {
      // A screening that was paused is handed out anew, and asks anew.
      const requests = wantExperts.map((runId) =>
        screeningExpertsRequested.create({ organisationId, runId }, { id: `screening-experts-${runId}-${event.id}` }),
      );
      await step.sendEvent("request-experts", requests);
    }
    if (wantSummary.length > 0) {
      const requests = wantSummary.map((runId) =>
        screeningSummaryRequested.create({ organisationId, runId }, { id: `screening-summary-${runId}` }),
      );
      await step.sendEvent("request-summaries", requests);
    }
    return outcome;
  },
);
