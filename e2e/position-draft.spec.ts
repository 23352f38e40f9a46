import type { Page } from "@playwright/test";
import { docxFile } from "../lib/testing/resume-files";
import en from "../messages/en.json" with { type: "json" };
import zh from "../messages/zh.json" with { type: "json" };
import { expect, test } from "./fixtures";
import { findAxeProblems } from "./support/page-checks";
import { savePosition } from "./support/scenario";
import { expectToast } from "./support/ui";

const description = `后端工程师
部门：交易平台部
工作地点：上海
薪资：20-35K·14薪

岗位职责
1. 负责订单系统开发

任职要求
1. 本科及以上学历
2. 3年以上Java开发经验
3. 35岁以下，沟通能力好

加分项
1. 熟悉 Kafka 或 RocketMQ`;

test("a pasted description becomes a draft that a person corrects and saves", async ({ page, api }) => {
  const dialog = await openDialog(page);
  await dialog.getByRole("textbox").fill(description);
  await dialog.getByRole("button", { name: "Draft", exact: true }).click();
  await expect(page).toHaveURL(/\/positions\/new\?draft=/);
  await expect(page.getByLabel("Title")).toHaveValue("后端工程师");
  await expect(page.getByLabel("Department")).toHaveValue("交易平台部");
  await expect(page.getByLabel("City")).toHaveValue("上海");
  await expect(page.getByLabel("Monthly salary from (CNY)")).toHaveValue("20000");
  await expect(page.getByLabel("Requirement 2", { exact: true })).toHaveValue("3年以上Java开发经验");
  await expect(page.getByText("From the description: “3年以上Java开发经验”")).toBeVisible();
  const summary = page.getByRole("region", { name: "This is a draft and not saved yet" });
  await expect(summary).toContainText("Built-in");
  await expect(summary).toContainText("35岁以下");
  await expect(summary).toContainText(en.drafts.reason_age);
  expect(await api("recruiter").json("GET", "/api/v1/positions")).toEqual([]);
  expect(await findAxeProblems(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

  await page.getByLabel("Title").fill("Java 后端工程师");
  await page.getByRole("button", { name: "Remove requirement 1" }).click();
  await page.getByRole("button", { name: "Save position" }).click();
  await expectToast(page, "Saved as v1");
  const [saved] = await api("recruiter").json<{ id: string }[]>("GET", "/api/v1/positions");
  expect(await api("recruiter").json("GET", `/api/v1/positions/${saved?.id}`)).toMatchObject({
    title: "Java 后端工程师",
    city: "上海",
    salaryMax: 35_000,
    description,
    requirements: [
      { kind: "experience", necessity: "must" },
      { kind: "skill", necessity: "nice", text: "熟悉 Kafka 或 RocketMQ" },
    ],
  });
});

test("a dropped file is drafted, and a reload says that the draft is gone", async ({ page }) => {
  const dialog = await openDialog(page);
  const { name, bytes } = docxFile(1);
  const data = await page.evaluateHandle(
    ([fileName, base64]) => {
      const transfer = new DataTransfer();
      const content = Uint8Array.from(atob(base64 ?? ""), (character) => character.charCodeAt(0));
      transfer.items.add(new File([content], fileName ?? ""));
      return transfer;
    },
    [name, bytes.toString("base64")],
  );
  await dialog.getByRole("region", { name: "Draft from a job description" }).dispatchEvent("drop", {
    dataTransfer: data,
  });
  await expect(page).toHaveURL(/\/positions\/new\?draft=/);
  await expect(page.getByLabel("Description", { exact: true })).not.toHaveValue("");
  page.on("dialog", (question) => question.accept());
  await page.reload();
  await expect(page.getByText(en.drafts.lost)).toBeVisible();
});

for (const [locale, messages] of [
  ["en-US", en],
  ["zh-CN", zh],
] as const) {
  test.describe(locale, () => {
    test.use({ locale, expectedErrors: [/400|415/] });
    test("a file that cannot be read or imported says why in the reader's language", async ({ page }) => {
      await page.goto("/positions");
      await page.waitForLoadState("networkidle");
      await page.getByRole("button", { name: messages.positions.create }).first().click();
      const dialog = page.getByRole("dialog");
      const choose = (name: string, content: string) =>
        dialog
          .locator(`input[accept${name.endsWith(".json") ? '=".json"' : '*=".pdf"'}]`)
          .setInputFiles({ name, mimeType: "", buffer: Buffer.from(content) });
      await choose("page.pdf", "<html><body>x</body></html>");
      await expect(dialog.getByRole("alert")).toContainText("PDF");
      const file = { format: "hireglass.position", version: 1, title: "x", requirements: [{ kind: "magic" }] };
      await choose("position.json", JSON.stringify(file));
      await expect(dialog.getByRole("alert")).toContainText(locale === "en-US" ? "Requirement 1" : "第 1 条要求");
      await choose("broken.json", "{");
      await expect(dialog.getByRole("alert")).toContainText(messages.errors.invalid_json);
      expect(await findAxeProblems(page)).toEqual([]);
    });
  });
}

test("an exported position is imported as an equal one", async ({ page, api }) => {
  const recruiter = api("recruiter");
  const { id } = await recruiter.json<{ id: string }>("POST", "/api/v1/positions", savePosition("Data engineer"));
  await page.goto(`/positions/${id}`);
  await page.waitForLoadState("networkidle");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("Data engineer.json");
  const dialog = await openDialog(page);
  await dialog.locator('input[accept=".json"]').setInputFiles(await download.path().then(withJsonName));
  await expectToast(page, "The position was imported");
  await expect(page).toHaveURL(/\/positions\/[0-9a-f-]{36}$/);
  const importedId = page.url().split("/").at(-1) ?? "";
  expect(importedId).not.toBe(id);
  const exported = async (of: string) => (await recruiter.call("GET", `/api/v1/positions/${of}/export`)).text();
  expect(await exported(importedId)).toBe(await exported(id));
});

async function openDialog(page: Page) {
  await page.goto("/positions");
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: "New position" }).first().click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  return dialog;
}

/** Playwright keeps a download under a name of its own. */
async function withJsonName(path: string) {
  const { readFile } = await import("node:fs/promises");
  return { name: "position.json", mimeType: "application/json", buffer: await readFile(path) };
}
