import { z } from "zod";
import { deliveryStates, webhookEvents } from "@/lib/webhook/kinds";

const events = z.array(z.enum(webhookEvents)).min(1).max(webhookEvents.length);
const url = z.url({ protocol: /^https?$/ }).max(1000);

export const addEndpointInput = z.object({ url, events });
export const changeEndpointInput = z.object({ url, events, isDisabled: z.boolean() }).partial();

export const endpointView = z.object({
  id: z.uuid(),
  url: z.string(),
  events: z.array(z.enum(webhookEvents)),
  isDisabled: z.boolean(),
  createdAt: z.iso.datetime(),
});
export type EndpointView = z.infer<typeof endpointView>;
/** The secret is shown this once. */
export const addedEndpoint = endpointView.extend({ secret: z.string() });

export const webhookAttempt = z.object({
  at: z.iso.datetime(),
  /** Null when there was no answer. */
  status: z.int().nullable(),
  /** A code: timeout, network, address … */
  error: z.string().nullable(),
  durationMs: z.int(),
});
export type WebhookAttempt = z.infer<typeof webhookAttempt>;

export const deliveryView = z.object({
  id: z.uuid(),
  type: z.string(),
  payload: z.record(z.string(), z.unknown()),
  state: z.enum(deliveryStates),
  attempts: webhookAttempt.array(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
});
export type DeliveryView = z.infer<typeof deliveryView>;
export const deliveryQuery = z.object({ state: z.enum(deliveryStates).optional() });
