import { inngest } from "@/inngest/client";
import { screeningRunRequested } from "@/inngest/events";
import { failScreening, runScreening } from "@/lib/screening/run-screening";

export const screenCandidateFunction = inngest.createFunction(
  {
    id: "screen-candidate",
    triggers: [screeningRunRequested],
    concurrency: { limit: 8 },
    retries: 3,
    onFailure: ({ event }) => failScreening({ ...event.data.event.data, error: "internal" }),
  },
  ({ event, step }) => step.run("screen", () => runScreening(event.data)),
);
