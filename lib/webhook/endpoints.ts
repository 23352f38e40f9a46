import "server-only";
import { randomUUID } from "node:crypto";
import { isIP } from "node:net";
import { z } from "zod";
import { webhookQueued } from "@/inngest/events";
import { enqueue, wakeJobs } from "@/inngest/outbox";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { isPublicAddress } from "@/lib/http/public-address";
import { deliveryStates, type WebhookEvent, webhookEvents } from "@/lib/webhook/kinds";
import { type DeliveryView, type EndpointView, webhookAttempt } from "@/lib/webhook/schema";
import { makeSecret } from "@/lib/webhook/secret";

type OfEndpoint = { endpointId: string; viewer: Viewer };
const mostEndpoints = 20;
const mostListed = 200;

export async function listEndpoints({ viewer }: { viewer: Viewer }): Promise<EndpointView[]> {
  assertCan(viewer, "settings:read");
  const rows = await scopedDb(viewer.organisationId).webhookEndpoint.findMany({ orderBy: { createdAt: "asc" } });
  return rows.map(toView);
}

type AddEndpoint = { url: string; events: WebhookEvent[]; viewer: Viewer };

/** @returns the secret that signs what is sent, this once */
export async function addEndpoint({ url, events, viewer }: AddEndpoint): Promise<EndpointView & { secret: string }> {
  assertCan(viewer, "settings:write");
  assertPublic(url);
  const { organisationId, userId: createdById } = viewer;
  return scopedDb(organisationId).$transaction(async (tx) => {
    if ((await tx.webhookEndpoint.count()) >= mostEndpoints) throw new AppError("conflict", "too_many_webhooks");
    const id = randomUUID();
    const { secret, sealedSecret } = makeSecret(id);
    const row = await tx.webhookEndpoint.create({
      data: { id, organisationId, url, sealedSecret, createdById, events: [...new Set(events)] },
    });
    await audit(tx, viewer, "webhook.added", id);
    return { ...toView(row), secret };
  });
}

type ChangeEndpoint = OfEndpoint & { url?: string; events?: WebhookEvent[]; isDisabled?: boolean };

export async function changeEndpoint({ endpointId, viewer, isDisabled, url, events }: ChangeEndpoint) {
  assertCan(viewer, "settings:write");
  if (url) assertPublic(url);
  await scopedDb(viewer.organisationId).$transaction(async (tx) => {
    const { count } = await tx.webhookEndpoint.updateMany({
      where: { id: endpointId },
      data: {
        ...(url && { url }),
        ...(events && { events: [...new Set(events)] }),
        ...(isDisabled !== undefined && { disabledAt: isDisabled ? new Date() : null }),
      },
    });
    if (count === 0) throw new AppError("not_found", "not_found");
    await audit(tx, viewer, "webhook.changed", endpointId);
  });
}

export async function removeEndpoint({ endpointId, viewer }: OfEndpoint) {
  assertCan(viewer, "settings:write");
  await scopedDb(viewer.organisationId).$transaction(async (tx) => {
    const { count } = await tx.webhookEndpoint.deleteMany({ where: { id: endpointId } });
    if (count === 0) throw new AppError("not_found", "not_found");
    await audit(tx, viewer, "webhook.removed", endpointId);
  });
}

/** What an endpoint was told, or was to be told, with every try; the newest first. */
export async function listDeliveries({
  endpointId,
  state,
  viewer,
}: OfEndpoint & { state?: string }): Promise<DeliveryView[]> {
  assertCan(viewer, "settings:read");
  const db = scopedDb(viewer.organisationId);
  if (!(await db.webhookEndpoint.count({ where: { id: endpointId } }))) throw new AppError("not_found", "not_found");
  const rows = await db.webhookDelivery.findMany({
    where: { endpointId, ...(state && { state }) },
    orderBy: { createdAt: "desc" },
    take: mostListed,
  });
  return rows.map(({ id, type, payload, state: now, attempts, createdAt, finishedAt }) => ({
    ...{ id, type, payload: z.record(z.string(), z.unknown()).parse(payload) },
    ...{ state: z.enum(deliveryStates).parse(now), attempts: z.array(webhookAttempt).parse(attempts) },
    ...{ createdAt: createdAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null },
  }));
}

/** Tells of an event once more, under the same id, whether it arrived or not. */
export async function replayDelivery({ endpointId, deliveryId, viewer }: OfEndpoint & { deliveryId: string }) {
  assertCan(viewer, "settings:write");
  const { organisationId } = viewer;
  await scopedDb(organisationId).$transaction(async (tx) => {
    const where = { id: deliveryId, endpointId, state: { not: "pending" }, endpoint: { disabledAt: null } };
    if (!(await tx.webhookDelivery.count({ where: { id: deliveryId, endpointId } })))
      throw new AppError("not_found", "not_found");
    const row = await tx.webhookDelivery.findFirst({ where, select: { replays: true } });
    const { count } = row
      ? await tx.webhookDelivery.updateMany({
          where: { id: deliveryId, replays: row.replays, state: { not: "pending" } },
          data: { state: "pending", finishedAt: null, replays: { increment: 1 } },
        })
      : { count: 0 };
    if (!row || count === 0) throw new AppError("conflict", "webhook_not_replayed");
    const id = `webhook-${deliveryId}-${row.replays + 1}`;
    await enqueue(tx, webhookQueued.create({ organisationId, deliveryId }, { id }));
    await audit(tx, viewer, "webhook.replayed", endpointId);
  });
  wakeJobs();
}

/** A name is resolved when it is called; an address that stands there is refused at once. */
function assertPublic(text: string) {
  const url = new URL(text);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const isAllowed = env().WEBHOOK_ALLOWED_HOSTS.includes(url.host);
  const isPrivate = (isIP(host) > 0 && !isPublicAddress(host)) || /(?:^|\.)localhost$/.test(host);
  if (url.username || url.password || (isPrivate && !isAllowed))
    throw new AppError("bad_request", "webhook_not_public");
}

type Tx = Parameters<typeof recordAudit>[0];

function audit(tx: Tx, viewer: Viewer, action: string, subjectId: string) {
  return recordAudit(tx, { viewer, action, subjectType: "webhook_endpoint", subjectId });
}

type Row = { id: string; url: string; events: string[]; disabledAt: Date | null; createdAt: Date };

function toView({ id, url, events, disabledAt, createdAt }: Row): EndpointView {
  const known = webhookEvents.filter((event) => events.includes(event));
  return { id, url, events: known, isDisabled: disabledAt !== null, createdAt: createdAt.toISOString() };
}
