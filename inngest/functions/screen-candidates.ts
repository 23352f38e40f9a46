import { inngest } from "@/inngest/client";
import { screeningRunsRequested } from "@/inngest/events";
import { failScreenings, runScreenings } from "@/lib/screening/run-screenings";

export const screenCandidatesFunction = inngest.createFunction(
  {
    id: "screen-candidates",
    triggers: [screeningRunsRequested],
    concurrency: { limit: 4 },
    retries: 3,
    onFailure: ({ event }) => failScreenings({ ...event.data.event.data, error: "internal" }),
  },
  ({ event, step }) => step.run("screen", () => runScreenings(event.data)),
);
