import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { saysOn, startModelServer } from "../lib/testing/openai-server";
import { expect, test } from "./fixtures";
import { modelSettings } from "./support/routes";
import { screenedPosition } from "./support/scenario";
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
  await page.goto("/settings");
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
  await panel.getByRole("button", { name: "Save model settings" }).click();
  await expectToast(page, "Model settings saved");
  await panel.getByRole("button", { name: "Test the connection" }).click();
  await expect(panel.getByText(/writer-1: works/)).toBeVisible();
  await expect(panel.getByRole("row").filter({ hasText: "Connection test" })).toContainText("100 / 20");
  expect(server.requests[0]?.authorization).toBe("Bearer sk-very-secret");

  await page.reload();
  await expect(panel.getByLabel("API key")).toHaveValue("");
  await expect(panel.getByLabel("Default model")).toHaveValue("writer-1");
  expect(await page.content()).not.toContain("sk-very-secret");
  expect(await problems(page)).toEqual([]);
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
    modelNames: { default: "writer-1", draft: "", summary: "" },
  });
  expect((await api("admin").call("PUT", "/api/v1/model-settings", settings)).status()).toBe(204);
  const { positionId, applicationIds } = await screenedPosition(api("recruiter"));
  await page.goto(`/positions/${positionId}/board`);
  await page.waitForLoadState("networkidle");
  await page
    .getByRole("button", { name: /: evidence for / })
    .first()
    .click();
  const summary = page.getByRole("dialog").getByRole("region", { name: "Summary" });
  await expect(summary).toContainText("Written by: writer-1");
  await expect(summary.getByText("In the words of the resume")).toBeVisible();
  await expect(summary.getByRole("button").first()).toBeVisible();
  expect(await problems(page)).toEqual([]);

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
    modelNames: { default: "writer-1", draft: "", summary: "" },
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

async function problems(page: Page) {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa"]).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
