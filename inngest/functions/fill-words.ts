import { inngest } from "@/inngest/client";
import { wordsMissing } from "@/inngest/events";
import { fillWords } from "@/lib/resume/fill-words";

/** A run carries the results of all its steps along: a large library takes several, one after the other. */
const stepsPerRun = 50;

export const fillWordsFunction = inngest.createFunction(
  { id: "fill-words", triggers: [wordsMissing], concurrency: { limit: 1 }, retries: 10 },
  async ({ event, step }) => {
    const { organisationId } = event.data;
    for (let round = 0; round < stepsPerRun; round += 1) {
      const { isMore } = await step.run(`fill-${round}`, () => fillWords({ organisationId }));
      if (!isMore) return;
    }
    await step.sendEvent("go-on", wordsMissing.create({ organisationId }));
  },
);
