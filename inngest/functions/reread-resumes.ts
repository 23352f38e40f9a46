import { inngest } from "@/inngest/client";
import { rereadingRequested } from "@/inngest/events";
import { assembleScan, readScannedPage } from "@/lib/resume/ocr-resume";
import { failReading } from "@/lib/resume/read-resume";
import { goOnRereading, rereadSome } from "@/lib/resume/rereading/reread-some";

/** A run carries the results of all its steps along: a large library takes several, one after the other. */
const roundsPerRun = 50;

/** One file and one page at a time, so that imports go on beside it. */
export const rereadResumesFunction = inngest.createFunction(
  {
    id: "reread-resumes",
    triggers: [rereadingRequested],
    concurrency: [{ limit: 2 }, { limit: 1, key: "event.data.organisationId" }],
    retries: 5,
    onFailure: ({ event }) => goOnRereading(event.data.event.data),
  },
  async ({ event, step }) => {
    const { organisationId } = event.data;
    for (let round = 0; round < roundsPerRun; round += 1) {
      const { isMore, scan } = await step.run(`read-${round}`, () => rereadSome({ organisationId }));
      if (!isMore) return;
      if (!scan) continue;
      const resume = { organisationId, resumeId: scan.resumeId };
      try {
        for (const page of scan.pages)
          await step.run(`read-page-${round}-${page}`, () => readScannedPage({ ...resume, page }));
        await step.run(`assemble-${round}`, () => assembleScan(resume));
      } catch {
        await step.run(`give-up-${round}`, () => failReading({ ...resume, reason: "internal" }));
      }
    }
    await step.sendEvent("go-on", rereadingRequested.create({ organisationId }));
  },
);
