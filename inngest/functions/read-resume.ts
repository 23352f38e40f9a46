import { inngest } from "@/inngest/client";
import { resumeReceived, resumeScanned } from "@/inngest/events";
import { readInTurn, readingsAtOnce } from "@/lib/resume/read-in-turn";
import { failReading } from "@/lib/resume/read-resume";

export const readResumeFunction = inngest.createFunction(
  {
    id: "read-resume",
    triggers: [resumeReceived],
    concurrency: { limit: readingsAtOnce },
    retries: 3,
    onFailure: ({ event }) => {
      const { organisationId, resumeId } = event.data.event.data;
      return failReading({ organisationId, resumeId, reason: "internal" });
    },
  },
  async ({ event, step }) => {
    const { organisationId, resumeId } = event.data;
    const { outcome, scannedPages = [] } = await step.run("read-file", () => readInTurn(event.data));
    if (scannedPages.length > 0) {
      const scan = { organisationId, resumeId, pages: scannedPages };
      await step.sendEvent("request-ocr", resumeScanned.create(scan, { id: `resume-scanned-${event.id}` }));
    }
    return { outcome };
  },
);
