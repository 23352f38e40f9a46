import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { text as readText } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { resetEnv } from "@/lib/env";
import { decide } from "@/lib/screening/decide";
import { makeApplication, makeRecruiter, makeViewer } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { deliverWebhook, failDelivery } from "./deliver";
import {
  addEndpoint,
  changeEndpoint,
  listDeliveries,
  listEndpoints,
  removeEndpoint,
  replayDelivery,
} from "./endpoints";
import { removeOldDeliveries } from "./remove-old-deliveries";
import { isSignedBy, signWebhook } from "./sign";

useWorkspace();

const received: { headers: IncomingHttpHeaders; body: string }[] = [];
let status = 204;
const server = createServer(async (request, response) => {
  received.push({ headers: request.headers, body: await readText(request) });
  response.writeHead(status, status === 302 ? { location: "http://169.254.169.254/" } : {}).end("no matter");
});
let host = "";
beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env.WEBHOOK_ALLOWED_HOSTS = host;
  resetEnv();
});
afterAll(() => {
  delete process.env.WEBHOOK_ALLOWED_HOSTS;
  server.close();
});

async function decided(viewer: Viewer) {
  const { id: applicationId, runId } = await makeApplication({ owner: viewer });
  await decide({ applicationId, runId, outcome: "reject", reason: "a secret reason", viewer });
  return applicationId;
}

async function subscribed() {
  const viewer = await makeViewer("admin");
  const endpoint = await addEndpoint({ url: `http://${host}/in`, events: ["decision.made"], viewer });
  const applicationId = await decided(viewer);
  const [delivery] = await listDeliveries({ endpointId: endpoint.id, viewer });
  return { viewer, endpoint, applicationId, endpointId: endpoint.id, deliveryId: delivery?.id ?? "" };
}

test("the signature is that of Standard Webhooks", () => {
  // From the specification's own example.
  const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  const signed = { id: "msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp: 1614265330, body: '{"test": 2432232314}', secret };
  expect(signWebhook(signed)).toBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  expect(isSignedBy(`v1,bm9uZQ== ${signWebhook(signed)}`, signed)).toBe(true);
  expect(isSignedBy(signWebhook({ ...signed, body: "{}" }), signed)).toBe(false);
});

test("who asked for an event is told of it once, signed, in ids alone", async () => {
  status = 204;
  const { viewer, endpoint, applicationId, endpointId, deliveryId } = await subscribed();
  const { organisationId } = viewer;
  received.length = 0;
  expect(await deliverWebhook({ organisationId, deliveryId })).toEqual({ outcome: "delivered" });
  expect(await deliverWebhook({ organisationId, deliveryId })).toEqual({ outcome: "gone" });
  expect(received).toHaveLength(1);
  const [{ headers, body } = { headers: {}, body: "" }] = received;
  expect(headers["webhook-id"]).toBe(deliveryId);
  const timestamp = Number(headers["webhook-timestamp"]);
  expect(Math.abs(timestamp - Date.now() / 1000)).toBeLessThan(60);
  const signed = { id: deliveryId, timestamp, body, secret: endpoint.secret };
  expect(isSignedBy(String(headers["webhook-signature"]), signed)).toBe(true);
  expect(JSON.parse(body)).toMatchObject({ type: "decision.made", data: { applicationId, outcome: "reject" } });
  expect(body).not.toContain("secret reason");
  const [delivery] = await listDeliveries({ endpointId, viewer });
  expect(delivery).toMatchObject({ state: "delivered", attempts: [{ status: 204, error: null }] });
  expect(JSON.stringify(await listEndpoints({ viewer }))).not.toContain("whsec_");
});

test("a try that fails is kept, a redirect is not followed, and a failed event is sent again when asked", async () => {
  const { viewer, endpointId, deliveryId } = await subscribed();
  const { organisationId } = viewer;
  for (const answer of [500, 302]) {
    status = answer;
    expect(await deliverWebhook({ organisationId, deliveryId })).toEqual({ outcome: "again" });
  }
  await expect(replayDelivery({ endpointId, deliveryId, viewer })).rejects.toMatchObject({ code: "conflict" });
  await failDelivery({ organisationId, deliveryId });
  await replayDelivery({ endpointId, deliveryId, viewer });
  status = 200;
  expect(await deliverWebhook({ organisationId, deliveryId })).toEqual({ outcome: "delivered" });
  const [delivery] = await listDeliveries({ endpointId, viewer });
  expect(delivery?.attempts.map((attempt) => attempt.status)).toEqual([500, 302, 200]);
});

test("deliveries go after three months, those that are still tried do not", async () => {
  const viewer = await makeViewer("admin");
  const { organisationId } = viewer;
  const { id: endpointId } = await addEndpoint({ url: `http://${host}/hook`, events: ["decision.made"], viewer });
  const make = (state: string, days: number) =>
    scopedDb(organisationId).webhookDelivery.create({
      data: {
        ...{ organisationId, endpointId, type: "decision.made", payload: {}, state },
        createdAt: new Date(Date.now() - days * 86_400_000),
      },
    });
  await make("delivered", 91);
  const kept = [await make("delivered", 89), await make("pending", 91)].map(({ id }) => id);
  expect(await removeOldDeliveries()).toEqual({ isMore: false });
  expect((await listDeliveries({ endpointId, viewer })).map(({ id }) => id)).toEqual(kept);
});

test("who is gone for good is told of nothing more", async () => {
  const { viewer, endpointId, deliveryId } = await subscribed();
  status = 410;
  await deliverWebhook({ organisationId: viewer.organisationId, deliveryId });
  expect(await listEndpoints({ viewer })).toMatchObject([{ id: endpointId, isDisabled: true }]);
  await decided(viewer);
  expect(await listDeliveries({ endpointId, viewer })).toHaveLength(1);
  status = 204;
});

test.each([
  "http://169.254.169.254/latest/meta-data",
  "http://[::1]:80/",
  "http://localhost/",
  "http://10.0.0.1/",
  "https://user:secret@example.com/",
])("%s is refused", async (url) => {
  const viewer = await makeViewer("admin");
  const adding = addEndpoint({ url, events: ["decision.made"], viewer });
  await expect(adding).rejects.toMatchObject({ message: "webhook_not_public" });
});

test("a name that leads to one's own network is not called", async () => {
  const viewer = await makeViewer("admin");
  const { organisationId } = viewer;
  const { id } = await addEndpoint({ url: `http://${host}/`, events: ["decision.made"], viewer });
  await decided(viewer);
  // The port is another than the one that is allowed.
  await scopedDb(organisationId).webhookEndpoint.updateMany({
    data: { url: `http://localhost:${host.split(":")[1]}/` },
  });
  received.length = 0;
  const [delivery] = await listDeliveries({ endpointId: id, viewer });
  expect(await deliverWebhook({ organisationId, deliveryId: delivery?.id ?? "" })).toEqual({ outcome: "again" });
  expect(received).toEqual([]);
  expect((await listDeliveries({ endpointId: id, viewer }))[0]?.attempts[0]).toMatchObject({ error: "address" });
});

test("webhooks are the admin's, and another organisation's are not there", async () => {
  const { viewer, endpointId } = await subscribed();
  const recruiter = await makeRecruiter({ colleague: viewer });
  await expect(listEndpoints({ viewer: recruiter })).rejects.toMatchObject({ code: "forbidden" });
  const stranger = await makeViewer("admin");
  await expect(removeEndpoint({ endpointId, viewer: stranger })).rejects.toMatchObject({ code: "not_found" });
  await expect(listDeliveries({ endpointId, viewer: stranger })).rejects.toMatchObject({ code: "not_found" });
  await changeEndpoint({ endpointId, isDisabled: true, viewer });
  await decided(viewer);
  expect(await listDeliveries({ endpointId, viewer })).toHaveLength(1);
  await removeEndpoint({ endpointId, viewer });
  expect(await listEndpoints({ viewer })).toEqual([]);
});
