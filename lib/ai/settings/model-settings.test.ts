import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { modelTasks } from "@/lib/ai/kinds";
import type { SaveModelSettingsInput } from "@/lib/ai/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { systemDb } from "@/lib/db";
import { resetEnv } from "@/lib/env";
import { makeRecruiter, makeViewer } from "@/lib/testing/factories";
import { namedModels } from "@/lib/testing/model-settings";
import { fails, hangs, type ModelServer, says, startModelServer } from "@/lib/testing/openai-server";
import { useWorkspace } from "@/lib/testing/workspace";
import { decryptApiKey, encryptApiKey } from "./api-key";
import { findModel } from "./find-model";
import { readModelSettings } from "./read-model-settings";
import { saveModelSettings } from "./save-model-settings";
import { testConnection } from "./test-connection";

useWorkspace();

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer(says("ready"));
});
afterAll(() => server.close());

const secret = process.env.NEXTAUTH_SECRET;
function setEnv(values: Record<string, string>) {
  Object.assign(process.env, values);
  resetEnv();
}
afterEach(() => {
  for (const name of ["OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_MODEL", "OPENAI_MODEL_SUMMARY"]) {
    delete process.env[name];
  }
  resetEnv();
});

function settings(change: Partial<SaveModelSettingsInput> = {}): SaveModelSettingsInput {
  const modelNames = namedModels({ default: "some-model" });
  const limits = { currency: "CNY" as const, prices: [], monthlyTokenCap: null, monthlyCostCap: null };
  return {
    baseUrl: server.baseUrl,
    apiKey: "sk-stored",
    modelNames,
    fillsFields: true,
    asksExperts: true,
    ...limits,
    ...change,
  };
}
const save = (viewer: Viewer, change?: Partial<SaveModelSettingsInput>) =>
  saveModelSettings({ viewer, ...settings(change) });
const find = ({ organisationId }: Viewer) => findModel({ organisationId, task: "summary" });

test("a key is sealed for one organisation and one secret", () => {
  const organisationId = "5f0c8a4e-8d3b-4f43-9e0e-0d9a3a0f7b11";
  const encrypted = encryptApiKey({ apiKey: "sk-stored", organisationId });
  expect(encrypted).not.toContain("sk-stored");
  expect(encryptApiKey({ apiKey: "sk-stored", organisationId })).not.toBe(encrypted);
  expect(decryptApiKey({ encrypted, organisationId })).toBe("sk-stored");
  expect(decryptApiKey({ encrypted, organisationId: organisationId.replace("5", "6") })).toBeNull();
  const parts = encrypted.split(".");
  for (let part = 0; part < parts.length; part += 1) {
    const changed = parts.map((value, index) => (index === part ? `A${value.slice(1)}B` : value)).join(".");
    expect(decryptApiKey({ encrypted: changed, organisationId })).toBeNull();
  }
  setEnv({ NEXTAUTH_SECRET: "another-secret-of-the-same-kind" });
  expect(decryptApiKey({ encrypted, organisationId })).toBeNull();
  setEnv({ NEXTAUTH_SECRET: secret ?? "a-secret-for-tests-only-0123456789" });
});

test("nothing is set up until there is a server and a model name", async () => {
  const viewer = await makeViewer("admin");
  expect(await find(viewer)).toBeNull();
  await save(viewer, {
    modelNames: namedModels(),
  });
  expect(await find(viewer)).toBeNull();
  await save(viewer, {
    modelNames: namedModels({ summary: "only-summaries" }),
  });
  expect(await find(viewer)).toMatchObject({ name: "only-summaries", apiKey: "sk-stored", baseUrl: server.baseUrl });
  expect(await findModel({ organisationId: viewer.organisationId, task: "draft" })).toBeNull();
  expect(await find(await makeViewer("admin"))).toBeNull();
});

test("the key is kept encrypted, is never shown, and stays when the rest is saved again", async () => {
  const viewer = await makeViewer("admin");
  await save(viewer);
  const everything = JSON.stringify([
    await systemDb().modelSettings.findMany(),
    await systemDb().auditEvent.findMany(),
  ]);
  expect(everything).not.toContain("sk-stored");
  const view = await readModelSettings({ viewer });
  expect(view).toMatchObject({
    hasApiKey: true,
    active: Object.fromEntries(modelTasks.map((task) => [task, "some-model"])),
  });
  expect(JSON.stringify(view)).not.toMatch(/sk-stored|v1\./);
  await save(viewer, { apiKey: null, baseUrl: `${server.baseUrl}/` });
  expect((await find(viewer))?.apiKey).toBe("sk-stored");
  await save(viewer, { apiKey: "" });
  expect((await find(viewer))?.apiKey).toBeNull();
});

test("a stored key does not follow the address to another server", async () => {
  const viewer = await makeViewer("admin");
  await save(viewer);
  await save(viewer, { apiKey: null, baseUrl: "https://elsewhere.example.com/v1" });
  expect(await find(viewer)).toMatchObject({ apiKey: null, baseUrl: "https://elsewhere.example.com/v1" });
  await save(viewer, { apiKey: null });
  expect((await find(viewer))?.apiKey).toBeNull();
});

test("a key under another secret is named as the reason", async () => {
  const viewer = await makeViewer("admin");
  await save(viewer);
  setEnv({ NEXTAUTH_SECRET: "another-secret-of-the-same-kind" });
  await expect(find(viewer)).rejects.toMatchObject({ reason: "key_unreadable" });
  expect((await testConnection({ viewer })).results).toMatchObject([{ failureReason: "key_unreadable" }]);
  setEnv({ NEXTAUTH_SECRET: secret ?? "a-secret-for-tests-only-0123456789" });
});

test("the environment's server wins whole, and its model names each", async () => {
  const viewer = await makeViewer("admin");
  await save(viewer, { baseUrl: "https://elsewhere.example.com/v1" });
  setEnv({ OPENAI_BASE_URL: `${server.baseUrl}/` });
  expect(await find(viewer)).toMatchObject({ baseUrl: server.baseUrl, apiKey: null, name: "some-model" });
  setEnv({ OPENAI_API_KEY: "sk-environment", OPENAI_MODEL: "everywhere" });
  expect(await find(viewer)).toMatchObject({ apiKey: "sk-environment", name: "everywhere" });
  setEnv({ OPENAI_MODEL_SUMMARY: "for-summaries" });
  expect((await readModelSettings({ viewer })).active).toEqual({
    ...Object.fromEntries(modelTasks.map((task) => [task, "everywhere"])),
    summary: "for-summaries",
  });
  expect(JSON.stringify(await readModelSettings({ viewer }))).not.toContain("sk-environment");
});

test("a key of OpenAI's own needs no model name", async () => {
  setEnv({ OPENAI_API_KEY: "sk-environment" });
  const model = await find(await makeRecruiter());
  expect(model?.baseUrl).toBe("https://api.openai.com/v1");
  expect(model?.name).toMatch(/^gpt-/);
});

test.each([
  ["unauthorised", fails(401)],
  ["no_such_model", fails(404, { message: "model not found" })],
  ["wrong_address", fails(404, "<h1>Not Found</h1>")],
  ["not_understood", fails(200, "<h1>Welcome</h1>")],
  ["server_error", fails(500)],
  [null, says("ready")],
] as const)("the connection test says what failed: %s", async (failureReason, answer) => {
  const viewer = await makeViewer("admin");
  await save(viewer);
  server.script(answer);
  expect((await testConnection({ viewer })).results).toMatchObject([{ model: "some-model", failureReason }]);
  expect(server.requests).toHaveLength(1);
  expect((await readModelSettings({ viewer })).usage).toMatchObject([{ task: "test", calls: 1 }]);
});

test("the connection test ends with whoever asked for it", async () => {
  const viewer = await makeViewer("admin");
  await save(viewer);
  server.script(hangs());
  const { results } = await testConnection({ viewer, signal: AbortSignal.timeout(100) });
  expect(results).toMatchObject([{ failureReason: "cancelled" }]);
});

test("settings are an admin's, and a test needs something to test", async () => {
  const recruiter = await makeRecruiter();
  const forbidden = { code: "forbidden" };
  await expect(readModelSettings({ viewer: recruiter })).rejects.toMatchObject(forbidden);
  await expect(save(recruiter)).rejects.toMatchObject(forbidden);
  await expect(testConnection({ viewer: recruiter })).rejects.toMatchObject(forbidden);
  const viewer = await makeViewer("admin");
  await expect(testConnection({ viewer })).rejects.toMatchObject({ code: "conflict", message: "model_not_configured" });
});
