import { saysOn, startModelServer } from "../lib/testing/openai-server";
import { expect, test } from "./fixtures";
import { findAxeProblems } from "./support/page-checks";
import { modelSettings } from "./support/routes";
import { savePosition, screenedPosition } from "./support/scenario";
import { expectToast } from "./support/ui";

test.use({ role: "admin" });

/** Prose from the first fact that has a quote; "ready" for the connection test. */
const writer = saysOn(({ messages }) => {
  const shown = messages[1]?.content ?? "";
  const [, id, quote] = /(F\d+): [^\n]*\n {2}quote: ([^\n]+)/.exec(shown) ?? [];
  if (!id) return "ready";
  return { sentences: [{ facts: [id], zh: `原文：“${quote}”。`, en: `In the words of the resume: “${quote}”.` }] };
});

test("an admin sets up a model, tests it, and sees what it cost; the key is not shown again", async ({ page }) => {
  const server = await startModelServer(writer);
  await page.goto("/settings/model");
  await page.waitForLoadState("networkidle");
  const panel = page.getByRole("region", { name: "Model and cost" });
  await expect(panel.getByRole("button", { name: "Test the connection" })).toBeDisabled();
  await panel.getByLabel("Server address").fill(server.baseUrl);
  await panel.getByLabel("API key").fill("sk-very-secret");
  await panel.getByLabel("Default model").fill("writer-1");
  await panel.getByRole("button", { name: "Add a price" }).click();
  await panel.getByLabel("Model in row 1").fill("writer-1");
  await panel.getByLabel("Input price in row 1").fill("2");
  await panel.getByLabel("Output price in row 1").fill("8");
  await expect(panel.getByRole("checkbox", { name: /Fill in what reading a resume left uncertain/ })).toBeChecked();
  await panel.getByRole("checkbox", { name: /Fill in what/ }).uncheck();
  await panel.getByRole("button", { name: "Save model settings" }).click();
  await expectToast(page, "Model settings saved");
  await panel.getByRole("button", { name: "Test the connection" }).click();
  await expect(panel.getByText(/writer-1: works/)).toBeVisible();
  await expect(panel.getByRole("row").filter({ hasText: "Connection test" })).toContainText("100 / 20");
  expect(server.requests[0]?.authorization).toBe("Bearer sk-very-secret");

  await page.reload();
  await expect(panel.getByLabel("API key")).toHaveValue("");
  await expect(panel.getByLabel("Default model")).toHaveValue("writer-1");
  await expect(panel.getByRole("checkbox", { name: /Fill in what/ })).not.toBeChecked();
  expect(await page.content()).not.toContain("sk-very-secret");
  expect(await findAxeProblems(page)).toEqual([]);
  await server.close();
  await panel.getByRole("button", { name: "Test the connection" }).click();
  await expect(panel.getByText("the address is wrong or the server cannot be reached")).toBeVisible();
});

test("a screening gets prose with its quotes, in the drawer and in the report, and says who wrote it", async ({
  api,
  page,
}) => {
  const server = await startModelServer(writer);
  const settings = modelSettings({
    baseUrl: server.baseUrl,
    modelNames: { default: "writer-1", draft: "", summary: "", fields: "", experts: "" },
  });
  expect((await api("admin").call("PUT", "/api/v1/model-settings", settings)).status()).toBe(204);
  const { positionId, applicationIds } = await screenedPosition(api("recruiter"));
  await page.goto(`/positions/${positionId}/board`);
  await page.waitForLoadState("networkidle");
  await page
    .getByRole("button", { name: / · .*: / })
    .first()
    .click();
  const summary = page.getByRole("dialog").getByRole("region", { name: "Summary" });
  await expect(summary).toContainText("Written by: writer-1");
  await expect(summary.getByText("In the words of the resume")).toBeVisible();
  await expect(summary.getByRole("button").first()).toBeVisible();
  expect(await findAxeProblems(page)).toEqual([]);

  const report = await api("recruiter").call("GET", `/api/v1/applications/${applicationIds[0]}/report?format=md`);
  expect(await report.text()).toContain("writer-1");
  await server.close();
});

test("when the model fails, the screening stands and says why there is no prose", async ({ api }) => {
  const server = await startModelServer(
    saysOn(() => ({ sentences: [{ facts: ["F1"], zh: "100 分。", en: "9999 points." }] })),
  );
  const settings = modelSettings({
    baseUrl: server.baseUrl,
    modelNames: { default: "writer-1", draft: "", summary: "", fields: "", experts: "" },
  });
  await api("admin").call("PUT", "/api/v1/model-settings", settings);
  const { applicationIds } = await screenedPosition(api("recruiter"));
  type Detail = { run: { summary: { engine: string; failureReason: string } | null; result: object } };
  const read = () => api("recruiter").json<Detail>("GET", `/api/v1/applications/${applicationIds[0]}`);
  await expect
    .poll(async () => (await read()).run.summary)
    .toMatchObject({ engine: "built-in", failureReason: "invented" });
  const report = await api("recruiter").call("GET", `/api/v1/applications/${applicationIds[0]}/report?format=md`);
  const text = await report.text();
  expect(text).toContain("模型没有写出总结");
  expect(text).not.toContain("9999");
  await server.close();
});

test("what reading left uncertain is found by the model in the resume's own words, and marked as the model's", async ({
  api,
  page,
}) => {
  const found = { field: "work.0.company", value: "Brightwater", quote: "At Brightwater I built order services" };
  const server = await startModelServer(saysOn(() => ({ facts: [found] })));
  const modelNames = { default: "finder-1", draft: "", summary: "", fields: "", experts: "" };
  await api("admin").call(
    "PUT",
    "/api/v1/model-settings",
    modelSettings({ baseUrl: server.baseUrl, modelNames, fillsFields: true }),
  );
  const lines = [
    ...["Jane Miller", "jane@example.com", "+1 415 555 1234", "", "Work Experience"],
    ...["Senior Backend Engineer    Mar 2019 - Present", "At Brightwater I built order services in Java.", ""],
  ];
  const [id] = await api("recruiter").importAll([{ name: "jane.txt", bytes: Buffer.from(lines.join("\n")) }]);
  type Detail = { currentCompany: string | null };
  await expect
    .poll(() => api("recruiter").json<Detail>("GET", `/api/v1/resumes/${id}`))
    .toMatchObject({ currentCompany: "Brightwater" });
  await page.goto(`/resumes/${id}`);
  const fields = page.getByRole("region", { name: "What was read" });
  const company = fields.getByRole("button", { name: "Brightwater", exact: true });
  await expect(company.locator("xpath=..").getByText("by model")).toBeVisible();
  expect(await findAxeProblems(page)).toEqual([]);
  await company.click();
  await expect(page.locator("mark[data-mark]")).toHaveText("Brightwater");
  await fields.getByRole("textbox", { name: "Company" }).fill("Brightwater Ltd");
  await page.keyboard.press("Enter");
  await expect(fields.getByRole("button", { name: "Brightwater Ltd", exact: true })).toBeVisible();
  await expect(fields.getByText("by model")).toHaveCount(0);
  await server.close();
});

test("experts take part after an estimate, their findings stand beside the built-in ones, and the spread is measured", async ({
  api,
  page,
}) => {
  const line = "Shaped the way that requests are followed across services";
  const prose = { zh: "见引文。", en: "The quotes say it." };
  const expert = saysOn(({ messages }) => {
    const [instructions = "", prompt = ""] = messages.map(({ content }) => content);
    if (instructions.includes("You review")) return { objections: [], ...prose };
    const id = /(R\d+): Distributed tracing/.exec(prompt)?.[1];
    const facts = id ? [{ requirement: id, verdict: "met", quotes: [line, "Ten years of Jaeger"] }] : [];
    return { facts, ...prose };
  });
  const server = await startModelServer(expert);
  const modelNames = { default: "", draft: "", summary: "", fields: "", experts: "judge-1" };
  const prices = [{ model: "judge-1", input: 2, output: 8 }];
  const cost = { prices, currency: "CNY", monthlyTokenCap: 1_000_000 };
  const settings = modelSettings({ baseUrl: server.baseUrl, modelNames, asksExperts: true, ...cost });
  expect((await api("admin").call("PUT", "/api/v1/model-settings", settings)).status()).toBe(204);
  const requirements = [
    { kind: "skill", text: "Java", necessity: "must" as const },
    { kind: "skill", text: "Distributed tracing", necessity: "must" as const },
  ];
  const { id: positionId } = await api("recruiter").json<{ id: string }>(
    "POST",
    "/api/v1/positions",
    savePosition("Observability engineer", requirements),
  );
  const lines = [
    "Jane Miller",
    "",
    "Work Experience",
    "Contoso Ltd  Engineer  Jan 2018 - Present",
    `- ${line} in Java`,
  ];
  const [resumeId] = await api("recruiter").importAll([{ name: "jane.txt", bytes: Buffer.from(lines.join("\n")) }]);

  await page.goto(`/resumes/${resumeId}`);
  await page.getByRole("button", { name: "Screen", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: /Observability engineer/ }).click();
  await expect(dialog.getByRole("checkbox", { name: /Let experts by judge-1 take part/ })).toBeChecked();
  await expect(dialog.getByText(/tokens in, .* out, CN¥/)).toBeVisible();
  await expect(dialog.getByText("1,000,000 tokens")).toBeVisible();
  expect(await findAxeProblems(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Start screening" }).click();
  await page.waitForURL(/\/board$/);
  await page
    .getByRole("button", { name: / · Distributed tracing: / })
    .first()
    .click();
  const drawer = page.getByRole("dialog");
  const experts = drawer.getByRole("region", { name: "Experts by the model" });
  await expect(experts).toContainText("Technical expert");
  await expect(experts).toContainText("1 quote was not found in the resume and dropped.");
  await expect(experts).toContainText("This screening:");
  await expect(drawer.getByText("Engine: judge-1 1+7")).toBeVisible();
  await expect(
    drawer.getByText("Built-in engine: Unknown, to be asked. judge-1, Technical expert: Met."),
  ).toBeVisible();
  await expect(drawer.getByRole("button", { name: line, exact: true }).first()).toBeVisible();
  expect(await findAxeProblems(page)).toEqual([]);

  const [, applicationId] = /application=([0-9a-f-]{36})/.exec(page.url()) ?? [];
  const report = await api("recruiter").call("GET", `/api/v1/applications/${applicationId}/report?format=md`);
  expect(await report.text()).toContain("内置引擎：未知，需要询问。judge-1（技术专家）：满足。");

  await page.goto(`/positions/${positionId}`);
  await page.getByRole("link", { name: "Measure and details" }).click();
  await page.getByRole("button", { name: "Measure" }).click();
  await expect(page.getByText("0 of 2 verdicts were not the same every time.")).toBeVisible();
  expect(await findAxeProblems(page)).toEqual([]);
  await page.goto(`/positions/${positionId}`);
  await expect(page.getByText(/judge-1, .*: asked 3 times, scores lay up to 0.0 points apart/)).toBeVisible();
  await server.close();
});
