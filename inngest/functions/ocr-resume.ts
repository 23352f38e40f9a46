import { availableParallelism } from "node:os";
import { inngest } from "@/inngest/client";
import { resumeScanned } from "@/inngest/events";
import { assembleScan, readScannedPage } from "@/lib/resume/ocr-resume";
import { failReading } from "@/lib/resume/read-resume";

/**
 * As many pages at once as there are processes for them, and never more than processors: a step that waits for a
 * process would take the place of other jobs. Read here because a function's limits are fixed when it is made.
 */
const pagesAtOnce = Math.max(1, Math.min(availableParallelism(), Number(process.env.OCR_PROCESSES) || 1));

/** A page is a step: what was read stays read, and the pages of other resumes have their turn in between. */
export const ocrResumeFunction = inngest.createFunction(
  {
    id: "ocr-resume",
    triggers: [resumeScanned],
    concurrency: { limit: pagesAtOnce },
    retries: 3,
    onFailure: ({ event }) => {
      const { organisationId, resumeId } = event.data.event.data;
      return failReading({ organisationId, resumeId, reason: "internal" });
    },
  },
  async ({ event, step }) => {
    const { organisationId, resumeId, pages } = event.data;
    for (const page of pages) {
      const { outcome } = await step.run(`read-page-${page}`, () =>
        readScannedPage({ organisationId, resumeId, page }),
      );
      if (outcome === "gone") return { outcome };
    }
    return step.run("assemble", () => assembleScan({ organisationId, resumeId }));
  },
);
