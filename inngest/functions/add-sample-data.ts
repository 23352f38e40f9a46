import { inngest } from "@/inngest/client";
import { sampleDataRequested } from "@/inngest/events";
import { tracks } from "@/lib/demo/content/content";
import { demoFileCount } from "@/lib/demo/kinds";
import { addSamplePositions } from "@/lib/sample-data/add-sample-positions";
import { addSampleResumes } from "@/lib/sample-data/add-sample-resumes";
import { countUnreadSamples, countUnscreenedSamples } from "@/lib/sample-data/count-open-samples";
import { decideOnSamples } from "@/lib/sample-data/decide-on-samples";
import { endSampleData } from "@/lib/sample-data/end-sample-data";
import { screenSamples } from "@/lib/sample-data/screen-samples";

const filesPerStep = 6;
const longestWaitSeconds = 600;

/** The demo, on the way that every resume takes: accepted, read by its own job, screened, decided on. */
export const addSampleDataFunction = inngest.createFunction(
  {
    id: "add-sample-data",
    triggers: [sampleDataRequested],
    concurrency: { limit: 1 },
    retries: 3,
    onFailure: ({ event }) => endSampleData({ ...event.data.event.data, state: "failed" }),
  },
  async ({ event, step }) => {
    const sample = event.data;
    await step.run("add-positions", () => addSamplePositions(sample));
    for (let from = 0; from < demoFileCount; from += filesPerStep) {
      await step.run(`add-resumes-${from}`, () => addSampleResumes({ ...sample, from, count: filesPerStep }));
    }
    for (let second = 0; second < longestWaitSeconds; second += 1) {
      if ((await step.run(`count-unread-${second}`, () => countUnreadSamples(sample))) === 0) break;
      await step.sleep(`wait-for-reading-${second}`, "1s");
    }
    for (const track of tracks) {
      await step.run(`screen-${track}`, () => screenSamples({ ...sample, track }));
    }
    for (let second = 0; second < longestWaitSeconds; second += 1) {
      if ((await step.run(`count-unscreened-${second}`, () => countUnscreenedSamples(sample))) === 0) break;
      await step.sleep(`wait-for-screening-${second}`, "1s");
    }
    await step.run("decide", () => decideOnSamples(sample));
    await step.run("end", () => endSampleData({ ...sample, state: "completed" }));
  },
);
