import { inngest } from "@/inngest/client";
import { evaluationRequested } from "@/inngest/events";
import { runEvaluation } from "@/lib/recommendation/evaluate-group";
import { failReport } from "@/lib/report/make-report";

export const evaluateGroupFunction = inngest.createFunction(
  {
    id: "evaluate-group",
    triggers: [evaluationRequested],
    concurrency: { limit: 2 },
    retries: 2,
    onFailure: ({ event }) => failReport({ ...event.data.event.data, error: "internal" }),
  },
  ({ event, step }) => step.run("evaluate", () => runEvaluation(event.data)),
);
