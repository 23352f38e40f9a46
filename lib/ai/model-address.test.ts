import { afterEach, expect, test } from "vitest";
import { callModel } from "@/lib/ai/call-model";
import { saveModelSettings } from "@/lib/ai/settings/save-model-settings";
import { resetEnv } from "@/lib/env";
import { makeModel, makeViewer } from "@/lib/testing/factories";
import { namedModels } from "@/lib/testing/model-settings";
import { says, startModelServer } from "@/lib/testing/openai-server";
import { useWorkspace } from "@/lib/testing/workspace";

useWorkspace();

function setEnv(values: Record<string, string>) {
  for (const name of ["MODEL_ALLOWED_HOSTS", "OPENAI_BASE_URL"]) delete process.env[name];
  Object.assign(process.env, values);
  resetEnv();
}
afterEach(() => setEnv({}));

const inside = [
  "http://169.254.169.254/latest",
  "http://100.100.100.200/latest",
  "http://10.0.0.5:11434/v1",
  "http://192.168.1.2/v1",
  "http://[fd00::1]/v1",
  "http://[::ffff:169.254.169.254]/v1",
  "http://0.0.0.0/v1",
  "http://2852039166/v1",
];

test("an admin names no server on the inside that is not allowed, and no prompt goes to one", async () => {
  const viewer = await makeViewer("admin");
  const save = (baseUrl: string) => {
    const modelNames = namedModels({ experts: "judge-1" });
    const rest = { apiKey: "sk", fillsFields: false, asksExperts: true, prices: [], currency: "CNY" as const };
    return saveModelSettings({ viewer, baseUrl, modelNames, ...rest, monthlyTokenCap: null, monthlyCostCap: null });
  };
  const ask = (baseUrl: string) =>
    callModel({
      model: makeModel({ viewer, baseUrl }),
      ...{ instructions: "Be brief.", messages: [{ role: "user", content: "Hello" }], retries: 0 },
    });
  for (const baseUrl of inside) {
    await expect(save(baseUrl), baseUrl).rejects.toMatchObject({ message: "model_address_private" });
    await expect(ask(baseUrl), baseUrl).rejects.toMatchObject({ reason: "wrong_address" });
  }
  await save("https://models.example.com/v1");

  const server = await startModelServer(says("a"));
  try {
    expect(await ask(server.baseUrl)).toBe("a");
    setEnv({ MODEL_ALLOWED_HOSTS: "models.internal" });
    const asked = server.requests.length;
    await expect(ask(server.baseUrl)).rejects.toMatchObject({ reason: "wrong_address" });
    // A name leads inside as an address does.
    const named = server.baseUrl.replace("127.0.0.1", "localhost");
    await expect(ask(named)).rejects.toMatchObject({ reason: "wrong_address" });
    await expect(save(named)).rejects.toMatchObject({ message: "model_address_private" });
    expect(server.requests).toHaveLength(asked);
    setEnv({ MODEL_ALLOWED_HOSTS: new URL(server.baseUrl).host });
    await save(server.baseUrl);
    expect(await ask(server.baseUrl)).toBe("a");
    // What the environment itself names is who runs the server's own choice.
    setEnv({ MODEL_ALLOWED_HOSTS: "", OPENAI_BASE_URL: server.baseUrl });
    expect(await ask(server.baseUrl)).toBe("a");
  } finally {
    await server.close();
  }
});
