import { expect, test } from "vitest";
import { resetEnv } from "@/lib/env";
import { readHealth } from "@/lib/health/read-health";
import { makeViewer } from "@/lib/testing/factories";
import { namedModels } from "@/lib/testing/model-settings";
import { useWorkspace } from "@/lib/testing/workspace";
import { saveModelSettings } from "./save-model-settings";

useWorkspace();

test("health says whether there is a model beside the built-in engine", async () => {
  const engine = async () => (await readHealth()).engine.name;
  expect(await engine()).toBe("built-in");
  const limits = { prices: [], currency: "CNY" as const, monthlyTokenCap: null, monthlyCostCap: null };
  const settings = { apiKey: null, fillsFields: true, asksExperts: true, ...limits };
  const viewer = await makeViewer("admin");
  const baseUrl = "http://127.0.0.1:11434/v1";
  await saveModelSettings({
    viewer,
    ...settings,
    baseUrl,
    modelNames: namedModels(),
  });
  expect(await engine()).toBe("built-in");
  await saveModelSettings({
    viewer,
    ...settings,
    baseUrl,
    modelNames: namedModels({ draft: "qwen3" }),
  });
  expect(await engine()).toBe("model");
  await saveModelSettings({
    viewer,
    ...settings,
    baseUrl: "",
    modelNames: namedModels(),
  });
  expect(await engine()).toBe("built-in");
  process.env.OPENAI_API_KEY = "sk-environment";
  resetEnv();
  expect(await engine()).toBe("model");
  delete process.env.OPENAI_API_KEY;
  resetEnv();
});
