import "server-only";
import { webhookQueued } from "@/inngest/events";
import { enqueue } from "@/inngest/outbox";
import { Prisma, type Transaction } from "@/lib/db";
import type { WebhookEvent } from "@/lib/webhook/kinds";

type TellWebhooks = {
  organisationId: string;
  type: WebhookEvent;
  /** Of each event. Ids, codes and counts; never a name or text of a person. */
  data: WebhookData | readonly WebhookData[];
};
type WebhookData = Record<string, string | number | boolean | null>;

/** Whether any endpoint wants such events, for a statement that asks for more. */
export function wantsWebhook({ organisationId, type }: Pick<TellWebhooks, "organisationId" | "type">): Prisma.Sql {
  return Prisma.sql`exists (select from webhook_endpoint
    where organisation_id = ${organisationId}::uuid and disabled_at is null and ${type} = any(events))`;
}

/** Queues events for every endpoint that wants it, in the transaction of the change it tells of. */
export async function tellWebhooks(tx: Transaction, { organisationId, type, data }: TellWebhooks) {
  const endpoints = await tx.webhookEndpoint.findMany({
    where: { disabledAt: null, events: { has: type } },
    select: { id: true },
  });
  if (endpoints.length === 0) return;
  const timestamp = new Date().toISOString();
  for (const one of [data].flat()) {
    for (const { id: endpointId } of endpoints) {
      const delivery = await tx.webhookDelivery.create({
        data: { organisationId, endpointId, type, payload: { type, timestamp, data: one } },
        select: { id: true },
      });
      const event = { organisationId, deliveryId: delivery.id };
      await enqueue(tx, webhookQueued.create(event, { id: `webhook-${delivery.id}` }));
    }
  }
}
