import { cron, Inngest } from "inngest";
import { serve } from "inngest/edge";
import { expect, test } from "vitest";
import { createEmbeddedClient, embeddedLink } from "./embedded-client.ts";
import { createFunctionHandler, discoverFunctions } from "./function-handler.ts";
import { type Memo, type Op, opList } from "./protocol.ts";
import { signBody } from "./signing.ts";

/*
 * The SDK's side of the protocol, without a database. When an upgrade of inngest changes it, these fail.
 */

test("golden transcript: a failing step, a parallel pair, a sleep and an event", async () => {
  const client = createEmbeddedClient({ id: "test" });
  const golden = client.createFunction({ id: "golden", retries: 1, triggers: { event: "go" } }, async ({ step }) => {
    const text = await step.run("parse", () => "text");
    const note = await step
      .run("flaky", () => {
        throw new TypeError("no");
      })
      .catch((error: Error) => `caught ${error.message}`);
    const pair = await Promise.all([step.run("left", () => 1), step.run("right", () => 2)]);
    const slept = await step.sleep("pause", "1s");
    await step.sendEvent("tell", { name: "told", data: { text } });
    return { text, note, pair, slept };
  });
  const { transcript, sent, checkpoints } = await converse(client, golden);

  expect(transcript).toEqual([
    "step #0: 206 StepError flaky",
    "step #1: 206 StepFailed flaky",
    "step #0: 206 StepPlanned left, StepPlanned right",
    "left #0: 206 StepRun left",
    "right #0: 206 StepRun right",
    "step #0: 206 Sleep pause (1s)",
    "step #0: 206 StepPlanned tell",
    "tell #0: 206 StepRun tell",
    '200 {"text":"text","note":"caught no","pair":[1,2],"slept":null}',
  ]);
  expect(checkpoints).toEqual(["StepRun parse"]);
  expect(sent).toEqual([{ name: "told", data: { text: "text" } }]);
});

test("an in-band sync lists functions, their options and their failure handlers", async () => {
  const client = createEmbeddedClient({ id: "test" });
  const handler = createFunctionHandler(client, [
    client.createFunction(
      {
        id: "plain",
        triggers: [{ event: "a", if: "event.data.kind == 'pdf'" }, cron("TZ=Asia/Shanghai 30 9 * * 1-5")],
        retries: 2,
        concurrency: { limit: 3, key: "event.data.organisationId" },
        idempotency: "event.data.resumeId",
        cancelOn: [{ event: "b", match: "data.id", timeout: "1h" }],
        onFailure: () => undefined,
      },
      () => undefined,
    ),
  ]);
  const functions = await discoverFunctions(handler);
  expect(functions.get("test-plain")).toMatchObject({
    eventTriggers: [{ event: "a", conditions: [{ right: { literal: "pdf" } }] }],
    cronTriggers: [{ text: "TZ=Asia/Shanghai 30 9 * * 1-5" }],
    maxAttempts: 3,
    limit: null,
    keyed: { limit: 3, path: ["data", "organisationId"] },
    idempotencyPath: ["data", "resumeId"],
    cancelOn: [{ event: "b", timeout: "1h" }],
  });
  expect(functions.get("test-plain-failure")).toMatchObject({
    eventTriggers: [{ event: "inngest/function.failed", conditions: [{ right: { literal: "test-plain" } }] }],
    maxAttempts: 2,
  });
});

test.each([
  ["debounce", { debounce: { period: "1m" } }],
  ["throttle", { throttle: { limit: 1, period: "1m" } }],
  ["batchEvents", { batchEvents: { maxSize: 2, timeout: "1s" } }],
  ["concurrency scope", { concurrency: { limit: 1, scope: "account", key: "event.data.x" } }],
  ["the key", { concurrency: { limit: 1, key: "event.data.x + 1" } }],
  ["not supported", { triggers: [{ event: "a", if: "event.data.size > 3" }] }],
  ["five-field cron", { triggers: [{ cron: "every day" }] }],
] as const)("a function with an unsupported option is refused at start: %s", async (message, options) => {
  const client = createEmbeddedClient({ id: "test" });
  // @ts-expect-error -- the options' types cannot be joined into one
  const handler = createFunctionHandler(client, [client.createFunction({ id: "odd", ...options }, () => undefined)]);
  await expect(discoverFunctions(handler)).rejects.toThrow(message);
});

test("requests that are unsigned, forged or old run nothing", async () => {
  let ran = 0;
  const client = createEmbeddedClient({ id: "test" });
  const fn = client.createFunction({ id: "fn", triggers: { event: "a" } }, () => ran++);
  const { signingKey } = embeddedLink(client);
  const handle = serve({ client, functions: [fn] });
  const event = { name: "a", data: {} };
  const body = { version: 2, event, events: [event], steps: {}, ctx: { run_id: "r" } };
  const post = async (signature: string | null, sent: unknown = body) => {
    const headers = { host: "localhost", ...(signature ? { "x-inngest-signature": signature } : {}) };
    const url = "http://localhost/api/inngest?fnId=test-fn&stepId=step";
    return (await handle(new Request(url, { method: "POST", headers, body: JSON.stringify(sent) }))).status;
  };
  const { signature } = signBody(body, signingKey);

  expect(await post(null)).toBe(401);
  expect(await post(signature, { ...body, steps: { forged: { type: "data", data: 100 } } })).toBe(401);
  expect(await post(signBody(body, "signkey-prod-00").signature)).toBe(401);
  expect(await post(signBody(body, signingKey, Date.now() - 6 * 60_000).signature)).toBe(401);
  expect(ran).toBe(0);
  expect(await post(signature)).toBe(200);
});

test("a client without any key runs nothing either", async () => {
  const silent = { info: () => 0, warn: () => 0, error: () => 0, debug: () => 0 };
  const client = new Inngest({ id: "test", logger: silent });
  const handle = serve({ client, functions: [client.createFunction({ id: "fn", triggers: [] }, () => 1)] });
  const url = "http://localhost/api/inngest?fnId=test-fn&stepId=step";
  const response = await handle(new Request(url, { method: "POST", headers: { host: "localhost" }, body: "{}" }));
  expect(response.status).toBe(500);
});

test("409 to a checkpoint stops a call that lost its lease", async () => {
  const ran: string[] = [];
  const client = createEmbeddedClient({ id: "test" });
  const fn = client.createFunction({ id: "fn", triggers: { event: "go" } }, async ({ step }) => {
    await step.run("one", () => ran.push("one"));
    await step.run("two", () => ran.push("two"));
  });
  embeddedLink(client).backend = { send: async () => [], checkpoint: async () => false };
  const response = await call(client, fn, { stepId: "step", attempt: 0, memos: new Map(), parallel: false });
  expect(ran).toEqual(["one"]);
  expect(response.headers.get("x-inngest-no-retry")).toBe("true");
});

type Client = ReturnType<typeof createEmbeddedClient>;
type Fn = ReturnType<Client["createFunction"]>;
type Call = { stepId: string; attempt: number; memos: Map<string, Memo>; parallel: boolean };

function call(client: Client, fn: Fn, { stepId, attempt, memos, parallel }: Call) {
  const event = { name: "go", data: {} };
  return createFunctionHandler(client, [fn])({
    method: "POST",
    query: `?fnId=${fn.id("test")}&stepId=${stepId}`,
    body: {
      ...{ version: 2, event, events: [event], steps: Object.fromEntries(memos) },
      ctx: {
        ...{ run_id: "run", attempt, max_attempts: 2, disable_immediate_execution: parallel, use_api: false },
        ...{ fn_id: "fn", qi_id: "1.token", stack: { stack: [...memos.keys()], current: memos.size } },
      },
    },
  });
}

/** The smallest executor there can be, writing down what is said. */
async function converse(client: Client, fn: Fn) {
  const transcript: string[] = [];
  const checkpoints: string[] = [];
  const sent: unknown[] = [];
  const memos = new Map<string, Memo>();
  embeddedLink(client).backend = {
    send: async (events) => {
      sent.push(...events.map(({ name, data }) => ({ name, data })));
      return events.map((_, place) => `${place}`);
    },
    checkpoint: async ({ steps }) => {
      checkpoints.push(...steps.map(describe));
      for (const op of steps) memos.set(op.id, { type: "data", data: op.data });
      return true;
    },
  };
  const queue = [{ stepId: "step", name: "step", attempt: 0 }];
  let parallel = false;
  for (let next = queue.shift(); next; next = queue.shift()) {
    const response = await call(client, fn, { ...next, memos, parallel });
    const text = await response.text();
    if (response.status !== 206) {
      transcript.push(`${response.status} ${text}`);
      break;
    }
    const ops = opList.parse(JSON.parse(text));
    transcript.push(`${next.name} #${next.attempt}: 206 ${ops.map(describe).join(", ")}`);
    parallel ||= ops.length > 1;
    for (const op of ops) {
      if (op.op === "StepError") queue.push({ ...next, attempt: next.attempt + 1 });
      if (op.op === "StepPlanned") queue.push({ stepId: op.id, name: op.displayName ?? "", attempt: 0 });
      if (op.op === "StepRun") memos.set(op.id, { type: "data", data: op.data });
      if (op.op === "Sleep") memos.set(op.id, { type: "data", data: null });
      if (op.op === "StepFailed") memos.set(op.id, { type: "error", error: errorOf(op) });
    }
    if (queue.length === 0) queue.push({ stepId: "step", name: "step", attempt: 0 });
  }
  return { transcript, checkpoints, sent };
}

function describe(op: Op) {
  return `${op.op} ${op.displayName}${op.op === "Sleep" ? ` (${op.name})` : ""}`;
}

function errorOf({ error }: Op) {
  const message = typeof error === "object" && error !== null && "message" in error ? String(error.message) : "";
  return { name: "Error", message };
}
