import { afterAll, beforeAll, expect, test } from "vitest";
import { scopedDb, systemDb } from "@/lib/db";
import { env, resetEnv } from "@/lib/env";
import { makeModel, makeRecruiter, makeViewer } from "@/lib/testing/factories";
import { after, fails, hangs, type ModelServer, says, startModelServer } from "@/lib/testing/openai-server";
import { useWorkspace } from "@/lib/testing/workspace";
import { callModel } from "./call-model";
import { listCalls, listUsage, monthOf } from "./ledger";
import type { ModelConfig } from "./models";
import { removeOldCalls } from "./remove-old-calls";

useWorkspace();

let server: ModelServer;
let model: ModelConfig;
beforeAll(async () => {
  server = await startModelServer();
  model = makeModel({ viewer: await makeRecruiter(), baseUrl: server.baseUrl });
});
afterAll(() => server.close());

const ask = (options: Partial<Parameters<typeof callModel>[0]> = {}) =>
  callModel({ model, instructions: "Be brief.", messages: [{ role: "user", content: "Hello" }], ...options });

test("a question goes out as chat completions with the key, and its answer comes back", async () => {
  server.script(says("Good day"));
  expect(await ask()).toBe("Good day");
  expect(server.requests).toMatchObject([{ authorization: "Bearer sk-test", model: "test-model", isStream: false }]);
  expect(server.requests[0]?.messages).toEqual([
    { role: "system", content: "Be brief." },
    { role: "user", content: "Hello" },
  ]);
});

test("a server without a key is sent none", async () => {
  server.script(says("Good day"));
  await ask({ model: { ...model, apiKey: null } });
  expect(server.requests[0]?.authorization).toBeUndefined();
});

test("a full server is asked again no sooner than it said", async () => {
  server.script(fails(429, {}, { "retry-after": "1" }), says("Now"));
  const startedAt = performance.now();
  expect(await ask()).toBe("Now");
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(990);
  expect(server.requests).toHaveLength(2);
});

test("a server that wants a longer wait than anybody has is given up at once", async () => {
  server.script(fails(429, {}, { "retry-after": "3600" }), says("Later"));
  await expect(ask()).rejects.toMatchObject({ reason: "rate_limited" });
  expect(server.requests).toHaveLength(1);
});

test("a failing server is tried three times", async () => {
  server.script(fails(500), fails(503), says("Back"));
  expect(await ask()).toBe("Back");
  server.script(fails(500));
  await expect(ask()).rejects.toMatchObject({ reason: "server_error" });
  expect(server.requests).toHaveLength(3);
});

test.each([
  ["unauthorised", fails(401)],
  ["unauthorised", fails(403)],
  ["no_such_model", fails(404, { message: "model 'x' not found, try pulling it first" })],
  ["no_such_model", fails(400, { message: "The model does not exist", code: "model_not_found" })],
  ["wrong_address", fails(404, "<h1>Not Found</h1>")],
  ["wrong_address", fails(302, "", { location: "http://127.0.0.1:1/v1" })],
  ["rejected", fails(400, { message: "context too long" })],
  ["not_understood", fails(200, "<h1>Welcome</h1>")],
  ["cut_off", says("Good", { finishReason: "length" })],
  ["refused", says("", { finishReason: "content_filter" })],
] as const)("what went wrong is named: %s", async (reason, answer) => {
  server.script(answer);
  await expect(ask({ retries: 0 })).rejects.toMatchObject({ name: "ModelError", reason });
});

test("an address where nobody listens is a wrong address", async () => {
  const gone = await startModelServer(says("x"));
  await gone.close();
  const call = ask({ model: { ...model, baseUrl: gone.baseUrl }, retries: 0 });
  await expect(call).rejects.toMatchObject({ reason: "wrong_address" });
});

test("an error holds neither the prompt nor the key", async () => {
  server.script(fails(400, { message: "You said: Hello" }));
  const error = await ask().catch((caught: unknown) => caught);
  const everything = JSON.stringify(error, Object.getOwnPropertyNames(error)) + String((error as Error).cause);
  expect(everything).not.toMatch(/Hello|sk-test/);
});

test("a call ends at its time limit, and is not paid for twice", async () => {
  server.script(hangs());
  await expect(ask({ timeoutMs: 150 })).rejects.toMatchObject({ reason: "timeout" });
  expect(server.requests).toHaveLength(1);
});

test("a cancelled call ends at once, under way or waiting to try again", async () => {
  for (const answer of [hangs(), fails(429, {}, { "retry-after": "20" })]) {
    server.script(answer);
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 100);
    const startedAt = performance.now();
    await expect(ask({ signal: controller.signal })).rejects.toMatchObject({ reason: "cancelled" });
    expect(performance.now() - startedAt).toBeLessThan(2000);
  }
});

test("no more calls are under way than the process may make", async () => {
  process.env.MODEL_CONCURRENCY = "3";
  resetEnv();
  expect(env().MODEL_CONCURRENCY).toBe(3);
  server.script(after(40, says("One of many")));
  const controller = new AbortController();
  const calls = Array.from({ length: 12 }, () => ask());
  const waiting = ask({ signal: controller.signal });
  controller.abort();
  await expect(waiting).rejects.toMatchObject({ reason: "cancelled" });
  expect(await Promise.all(calls)).toHaveLength(12);
  expect(server.mostInFlight()).toBe(3);
  expect(server.requests).toHaveLength(12);
  delete process.env.MODEL_CONCURRENCY;
  resetEnv();
});

test("a slot is free again after a failure", async () => {
  server.script(fails(401));
  await Promise.allSettled(Array.from({ length: 10 }, () => ask()));
  server.script(says("Still here"));
  expect(await ask()).toBe("Still here");
});

test("the ledger adds up calls, tokens and cost per task, model and month", async () => {
  const viewer = await makeRecruiter();
  const price = { model: "test-model", input: 2, output: 10 };
  const priced = makeModel({ viewer, baseUrl: server.baseUrl, price, task: "summary" });
  server.script(says("a"));
  await Promise.all([ask({ model: priced }), ask({ model: priced }), ask({ model: { ...priced, price: null } })]);
  server.script(fails(401));
  await expect(ask({ model: priced })).rejects.toThrow();
  server.script(says("1234567890", { usage: null }));
  await ask({ model: { ...priced, task: "draft", price: null } });

  const { organisationId } = viewer;
  const [draft, summary] = await listUsage({ organisationId, month: monthOf() });
  expect(summary).toMatchObject({ task: "summary", calls: 4, failedCalls: 1, unpricedCalls: 1, estimatedCalls: 0 });
  expect(summary).toMatchObject({ inputTokens: 300, outputTokens: 60 });
  expect(summary?.cost).toBeCloseTo((2 * (100 * 2 + 20 * 10)) / 1_000_000, 10);
  expect(draft).toMatchObject({ task: "draft", estimatedCalls: 1, outputTokens: 5, cost: null });
  expect(draft?.inputTokens).toBeGreaterThan(0);
  expect(await listUsage({ organisationId, month: "2020-01" })).toEqual([]);
  expect(await listUsage({ organisationId: (await makeRecruiter()).organisationId, month: monthOf() })).toEqual([]);

  const admin = await makeViewer("admin", { colleague: viewer });
  const asked = { month: monthOf(), task: "summary", model: "test-model", page: 1 };
  const { total, rows } = await listCalls({ ...asked, viewer: admin });
  expect([total, rows.length]).toEqual([4, 4]);
  expect(rows.filter(({ failure }) => failure === "unauthorised")).toMatchObject([{ inputTokens: 0, outputTokens: 0 }]);
  expect(rows.filter(({ cost }) => cost === null)).toHaveLength(1);
  expect(rows.reduce((sum, { cost }) => sum + (cost ?? 0), 0)).toBeCloseTo(summary?.cost ?? 0, 10);
  expect((await listCalls({ ...asked, page: 2, viewer: admin })).rows).toEqual([]);
  await expect(listCalls({ ...asked, viewer })).rejects.toMatchObject({ code: "forbidden" });

  const old = rows.slice(0, 3).map(({ id }) => id);
  const createdAt = new Date(Date.now() - 400 * 86_400_000);
  await scopedDb(organisationId).modelCall.updateMany({ where: { id: { in: old } }, data: { createdAt } });
  expect(await removeOldCalls()).toEqual({ isMore: false });
  expect((await listCalls({ ...asked, viewer: admin })).total).toBe(1);
});

test("at the cap a call is refused before it is made", async () => {
  const viewer = await makeRecruiter();
  const tokens = makeModel({ viewer, baseUrl: server.baseUrl, monthlyTokenCap: 200 });
  server.script(says("a"));
  await ask({ model: tokens });
  await ask({ model: tokens });
  await expect(ask({ model: tokens })).rejects.toMatchObject({ reason: "cap_reached" });
  expect(server.requests).toHaveLength(2);

  const owner = await makeRecruiter();
  const price = { model: "test-model", input: 1000, output: 1000 };
  const money = makeModel({ viewer: owner, baseUrl: server.baseUrl, monthlyCostCap: 0.1, price });
  await ask({ model: money });
  await expect(ask({ model: money })).rejects.toMatchObject({ reason: "cap_reached" });
  const unpriced = ask({ model: { ...money, price: null } });
  await expect(unpriced).rejects.toMatchObject({ reason: "price_missing" });
  expect(server.requests).toHaveLength(3);
});

test("on a day that has come to its cap no call is made, whatever the month still has", async () => {
  process.env.MODEL_TOKENS_PER_DAY = "200";
  resetEnv();
  try {
    const viewer = await makeRecruiter();
    const limited = makeModel({ viewer, baseUrl: server.baseUrl });
    server.script(says("a"));
    await ask({ model: limited });
    await ask({ model: limited });
    await expect(ask({ model: limited })).rejects.toMatchObject({ reason: "cap_reached" });
    expect(server.requests).toHaveLength(2);
    const yesterday = new Date(Date.now() - 86_400_000);
    await scopedDb(viewer.organisationId).modelCall.updateMany({ data: { createdAt: yesterday } });
    expect(await ask({ model: limited })).toBe("a");
  } finally {
    delete process.env.MODEL_TOKENS_PER_DAY;
    resetEnv();
  }
});

test("while nobody can count what calls come to, none is made", async () => {
  server.script(says("a"));
  await systemDb().$executeRaw`alter table model_usage rename to model_usage_away`;
  try {
    await expect(ask()).rejects.toThrow();
    expect(server.requests).toHaveLength(0);
  } finally {
    await systemDb().$executeRaw`alter table model_usage_away rename to model_usage`;
  }
  expect(await ask()).toBe("a");
});
