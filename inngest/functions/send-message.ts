import { inngest } from "@/inngest/client";
import { messageSending } from "@/inngest/events";
import { deliverMessage, failMessage } from "@/lib/message/deliver-message";

export const sendMessageFunction = inngest.createFunction(
  {
    id: "send-message",
    triggers: [messageSending],
    concurrency: { limit: 2 },
    retries: 4,
    onFailure: ({ event }) => failMessage({ ...event.data.event.data, error: "unreachable" }),
  },
  ({ event, step }) => step.run("deliver", () => deliverMessage(event.data)),
);
