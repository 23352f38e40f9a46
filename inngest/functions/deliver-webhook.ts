import { inngest } from "@/inngest/client";
import { webhookQueued } from "@/inngest/events";
import { deliverWebhook, failDelivery } from "@/lib/webhook/deliver";

/** Between tries: over about a day, as Standard Webhooks proposes. */
const waits = ["5s", "5m", "30m", "2h", "5h", "10h"];

/** Each try is a step: one that was made is not made again because a later one crashed. */
export const deliverWebhookFunction = inngest.createFunction(
  {
    id: "deliver-webhook",
    triggers: [webhookQueued],
    concurrency: { limit: 4 },
    retries: 2,
    onFailure: ({ event }) => failDelivery(event.data.event.data),
  },
  async ({ event, step }) => {
    for (const [place, wait] of [...waits, null].entries()) {
      const { outcome } = await step.run(`try-${place}`, () => deliverWebhook(event.data));
      if (outcome !== "again") return { outcome };
      if (wait) await step.sleep(`wait-${place}`, wait);
    }
    return step.run("give-up", () => failDelivery(event.data));
  },
);
