import { inngest } from "@/inngest/client";
import { resumeReceived } from "@/inngest/events";
import { failReading, readResume } from "@/lib/resume/read-resume";

export const readResumeFunction = inngest.createFunction(
  {
    id: "read-resume",
    triggers: [resumeReceived],
    concurrency: { limit: 8 },
    retries: 3,
    onFailure: ({ event }) => {
      const { organisationId, resumeId } = event.data.event.data;
      return failReading({ organisationId, resumeId, reason: "internal" });
    },
  },
  ({ event, step }) => step.run("read-file", () => readResume(event.data)),
);
