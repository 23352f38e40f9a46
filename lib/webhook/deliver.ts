import "server-only";
import { z } from "zod";
import { scopedDb } from "@/lib/db";
import { env } from "@/lib/env";
import { FetchRefusedError, openPublic, parsePublicUrl, toRefused } from "@/lib/http/open-public";
import { type WebhookAttempt, webhookAttempt } from "@/lib/webhook/schema";
import { openSecret } from "@/lib/webhook/secret";
import { signWebhook } from "@/lib/webhook/sign";

type OfDelivery = { organisationId: string; deliveryId: string };

const timeoutMs = 15_000;

/** Tries once to tell a server of an event. Safe to repeat: a receiver knows the event by its id. */
export async function deliverWebhook({ organisationId, deliveryId }: OfDelivery): Promise<{ outcome: string }> {
  const db = scopedDb(organisationId);
  const delivery = await db.webhookDelivery.findFirst({
    where: { id: deliveryId, state: "pending" },
    select: { payload: true, endpoint: { select: { id: true, url: true, sealedSecret: true, disabledAt: true } } },
  });
  if (!delivery || delivery.endpoint.disabledAt) return { outcome: "gone" };
  const { endpoint, payload } = delivery;
  const secret = openSecret(endpoint);
  const started = new Date();
  const found = secret
    ? await post({ url: endpoint.url, id: deliveryId, body: JSON.stringify(payload), secret })
    : { status: null, error: "secret_unreadable" };
  const isDone = found.status !== null && found.status >= 200 && found.status < 300;
  await keepAttempt(
    { organisationId, deliveryId, isDone },
    { ...found, at: started.toISOString(), durationMs: Date.now() - started.getTime() },
  );
  // The receiver is gone for good (Standard Webhooks): it is told of nothing more.
  if (found.status === 410) {
    await db.webhookEndpoint.updateMany({ where: { id: endpoint.id }, data: { disabledAt: new Date() } });
    return failDelivery({ organisationId, deliveryId });
  }
  return { outcome: isDone ? "delivered" : "again" };
}

/** When every try was in vain; somebody may ask for it again. */
export async function failDelivery({ organisationId, deliveryId }: OfDelivery) {
  await scopedDb(organisationId).webhookDelivery.updateMany({
    where: { id: deliveryId, state: "pending" },
    data: { state: "failed", finishedAt: new Date() },
  });
  return { outcome: "failed" };
}

type Post = { url: string; id: string; body: string; secret: string };

async function post({ url, id, body, secret }: Post): Promise<Pick<WebhookAttempt, "status" | "error">> {
  const signal = AbortSignal.timeout(timeoutMs);
  const timestamp = Math.floor(Date.now() / 1000);
  try {
    const response = await openPublic({
      ...{ url: parsePublicUrl(url), signal, body, method: "POST", allowedHosts: env().WEBHOOK_ALLOWED_HOSTS },
      headers: {
        "content-type": "application/json",
        "content-length": String(Buffer.byteLength(body)),
        "webhook-id": id,
        "webhook-timestamp": String(timestamp),
        "webhook-signature": signWebhook({ id, timestamp, body, secret }),
      },
    });
    // What it says is of no interest, and could be endless.
    response.destroy();
    return { status: response.statusCode ?? null, error: null };
  } catch (error) {
    return { status: null, error: (error instanceof FetchRefusedError ? error : toRefused(error, signal)).reason };
  }
}

const mostKept = 30;

async function keepAttempt(
  { organisationId, deliveryId, isDone }: OfDelivery & { isDone: boolean },
  attempt: WebhookAttempt,
) {
  await scopedDb(organisationId).$transaction(async (tx) => {
    const row = await tx.webhookDelivery.findFirst({ where: { id: deliveryId }, select: { attempts: true } });
    const attempts = [...z.array(webhookAttempt).parse(row?.attempts ?? []), attempt].slice(-mostKept);
    await tx.webhookDelivery.updateMany({
      where: { id: deliveryId },
      data: { attempts, ...(isDone && { state: "delivered", finishedAt: new Date() }) },
    });
  });
}
