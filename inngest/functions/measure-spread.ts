import { inngest } from "@/inngest/client";
import { spreadRequested } from "@/inngest/events";
import {
  beginSpread,
  countRounds,
  endSpread,
  failSpread,
  measureRound,
  type Round,
} from "@/lib/screening/spread/measure-spread";

/** Round by round, so that progress shows and what was paid for is not asked again. */
export const measureSpreadFunction = inngest.createFunction(
  {
    id: "measure-spread",
    triggers: [spreadRequested],
    concurrency: { limit: 1 },
    retries: 3,
    onFailure: ({ event }) => failSpread(event.data.event.data),
  },
  async ({ event, step }) => {
    const measurement = event.data;
    const begun = await step.run("begin", () => beginSpread(measurement));
    if (!begun) return;
    const rounds: Round[] = [];
    for (let round = 0; round < begun.times; round += 1) {
      for (const applicationId of begun.applicationIds) {
        const ask = { ...measurement, applicationId, round };
        const done = rounds.length + 1;
        const measured = await step.run(`ask-${round}-${applicationId}`, async () => {
          const answered = await measureRound(ask);
          await countRounds({ ...measurement, done });
          return answered;
        });
        rounds.push(measured);
      }
    }
    await step.run("end", () => endSpread({ ...measurement, rounds }));
  },
);
