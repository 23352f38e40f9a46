import { inngest } from "@/inngest/client";
import { videoTranscribed } from "@/inngest/events";
import { failAnalysis, runAnalysisStep } from "@/lib/video/analyse-video";
import { analysisSteps } from "@/lib/video/kinds";

/** Each part is a step of its own, so that the page shows how far it has come. */
export const analyseVideoFunction = inngest.createFunction(
  {
    id: "analyse-video",
    triggers: [videoTranscribed],
    concurrency: { limit: 4 },
    retries: 3,
    onFailure: ({ event }) => failAnalysis(event.data.event.data),
  },
  async ({ event, step }) => {
    for (const name of analysisSteps) {
      const { outcome } = await step.run(name, () => runAnalysisStep({ ...event.data, step: name }));
      if (outcome !== "done") return { outcome };
    }
    return { outcome: "analysed" };
  },
);
