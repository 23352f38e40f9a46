// Apart from the schemas, so that the browser can list them without fetching zod.

/** What a server can be told of. Payloads hold ids, codes and times; what is behind them is fetched by the API. */
export const webhookEvents = [
  "resume.read",
  "screening.finished",
  "interview.finished",
  "recommendation.made",
  "decision.made",
  "offer.saved",
  "message.sent",
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

export const deliveryStates = ["pending", "delivered", "failed"] as const;
