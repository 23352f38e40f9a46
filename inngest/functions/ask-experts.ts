import { inngest } from "@/inngest/client";
import { screeningExpertsRequested, screeningSummaryRequested } from "@/inngest/events";
import {
  askCriticOfRun,
  askExpertOfRun,
  beginExperts,
  failExperts,
  saveExperts,
} from "@/lib/screening/experts/refine-run";

/**
 * HRM2's order: those who judge at the same time, then the critic. Each is a step of its own, so that what was paid for is
 * not asked again.
 */
export const askExpertsFunction = inngest.createFunction(
  {
    id: "ask-experts",
    triggers: [screeningExpertsRequested],
    concurrency: { limit: 4 },
    retries: 3,
    onFailure: ({ event }) => failExperts(event.data.event.data),
  },
  async ({ event, step }) => {
    const run = event.data;
    const begun = await step.run("begin", () => beginExperts(run));
    if (!begun) return { outcome: "gone" };
    const answered = await Promise.all(
      begun.experts.map(async (expert) => {
        const asked = await step.run(`ask-${expert}`, () => askExpertOfRun({ ...run, expert }));
        return [expert, asked] as const;
      }),
    );
    const judges = Object.fromEntries(answered);
    const critic = await step.run("ask-critic", () => askCriticOfRun({ ...run, asked: judges }));
    const saved = await step.run("save", () => saveExperts({ ...run, asked: { ...judges, critic } }));
    if (saved.wantsSummary) {
      const request = screeningSummaryRequested.create(run, { id: `screening-summary-${run.runId}` });
      await step.sendEvent("request-summary", request);
    }
    return { outcome: saved.outcome };
  },
);
