import { inngest } from "@/inngest/client";
import { resumeReviewRequested } from "@/inngest/events";
import { failReview, makeReview } from "@/lib/resume/review/make-review";

export const reviewResumeFunction = inngest.createFunction(
  {
    id: "review-resume",
    triggers: [resumeReviewRequested],
    concurrency: { limit: 4 },
    retries: 3,
    onFailure: ({ event }) => failReview({ ...event.data.event.data, reason: "internal" }),
  },
  ({ event, step }) => step.run("review", () => makeReview(event.data)),
);
