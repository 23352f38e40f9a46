import { inngest } from "@/inngest/client";
import { recommendationSourcesChanged } from "@/inngest/events";
import { remakeRecommendation } from "@/lib/recommendation/remake-recommendation";

export const remakeRecommendationFunction = inngest.createFunction(
  { id: "remake-recommendation", triggers: [recommendationSourcesChanged], concurrency: { limit: 2 }, retries: 2 },
  ({ event, step }) => step.run("remake", () => remakeRecommendation(event.data)),
);
