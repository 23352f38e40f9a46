import { createHmac } from "node:crypto";
import canonicalize from "canonicalize";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";

const key = "0123456789abcdef0123456789abcdef";
const runs: unknown[] = [];
let handlers: typeof import("./serve.ts");

vi.mock("./index.ts", async () => {
  const { inngest } = await import("./client.ts");
  const probe = inngest.createFunction({ id: "probe", triggers: [{ event: "probe/asked" }] }, async ({ step }) => {
    runs.push(await step.run("ask", () => "asked"));
  });
  return { functions: [probe] };
});

beforeAll(async () => {
  vi.stubEnv("NODE_ENV", "production");
  vi.stubEnv("INNGEST_EVENT_KEY", "event-key");
  vi.stubEnv("INNGEST_SIGNING_KEY", `signkey-prod-${key}`);
  vi.resetModules();
  handlers = await import("./serve.ts");
});
afterAll(() => vi.unstubAllEnvs());
beforeEach(() => {
  runs.length = 0;
});

const event = { id: "1", name: "probe/asked", data: {}, ts: 1 };
/** As Inngest calls it, with a step that is said to have been run before: its result is the sender's to make up. */
const call = {
  ...{ version: 1, event, events: [event], use_api: false },
  ctx: {
    fn_id: "probe",
    run_id: "01J",
    attempt: 0,
    disable_immediate_execution: false,
    use_api: false,
    stack: { stack: [], current: 0 },
  },
  steps: {},
};

type Sent = { body?: object; signedBody?: object; age?: number; signature?: string | null; signingKey?: string };

function ask(handler: unknown, { body = call, signedBody = body, age = 0, signature, signingKey = key }: Sent = {}) {
  const at = String(Math.floor(Date.now() / 1000) - age);
  const hmac = createHmac("sha256", signingKey)
    .update(`${canonicalize(signedBody)}${at}`)
    .digest("hex");
  const told = signature === undefined ? `t=${at}&s=${hmac}` : signature;
  const request = new Request("http://localhost/api/inngest?fnId=hireglass-probe&stepId=step", {
    method: "POST",
    headers: { "content-type": "application/json", ...(told && { "x-inngest-signature": told }) },
    body: canonicalize(body),
  });
  return Reflect.apply(handler as () => Promise<Response>, null, [request, {}]);
}

test("a call that Inngest signed runs the function", async () => {
  const response = await ask(handlers.POST);
  expect([200, 206]).toContain(response.status);
});

test.each<[string, Sent]>([
  ["without a signature", { signature: null }],
  ["with an empty one", { signature: "" }],
  ["with half of one", { signature: "t=1&s=" }],
  ["with another body than was signed", { signedBody: { ...call, events: [] } }],
  ["with another key", { signingKey: "another-key" }],
  ["that is six minutes old", { age: 360 }],
  [
    "with a step's result made up",
    { body: { ...call, steps: { ask: { type: "data", data: "forged" } } }, signedBody: call },
  ],
])("a call %s is refused and runs nothing", async (_, sent) => {
  const response = await ask(handlers.POST, sent);
  expect(response.status).toBe(401);
  expect(await response.text()).not.toContain("asked");
  expect(runs).toEqual([]);
});

test("nobody can have the functions registered anew, or read what there are", async () => {
  const put = new Request("http://localhost/api/inngest", { method: "PUT", body: "{}" });
  expect((await Reflect.apply(handlers.PUT as () => Promise<Response>, null, [put, {}])).status).toBe(401);
  const get = new Request("http://localhost/api/inngest");
  const said = await (await Reflect.apply(handlers.GET as () => Promise<Response>, null, [get, {}])).text();
  expect(said).not.toContain("probe");
  expect(said).not.toContain(key);
});
