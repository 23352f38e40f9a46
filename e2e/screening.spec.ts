import { readFile } from "node:fs/promises";
import { docxFile, pdfFile, txtFile } from "../lib/testing/resume-files";
import { expect, test } from "./fixtures";
import { savePosition } from "./support/scenario";
import { expectToast } from "./support/ui";

test("from the library to a ranked board, the evidence, a decision and a report", async ({ page, api }) => {
  const recruiter = api("recruiter");
  await recruiter.importAll([
    pdfFile(1),
    docxFile(2),
    txtFile(3),
    { name: "painter.txt", bytes: Buffer.from("Vera Stone\nSkills\nPainting") },
  ]);
  await recruiter.json("POST", "/api/v1/positions", savePosition("Backend engineer"));

  await page.goto("/resumes");
  await page.waitForLoadState("networkidle");
  await page.getByRole("checkbox", { name: "Select all loaded" }).check();
  await page.getByRole("button", { name: "Screen 4 resumes" }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /Backend engineer/ })
    .click();
  await expect(page).toHaveURL(/\/positions\/[0-9a-f-]{36}\/board/);

  // Ranked: the painter comes last, and every row has its marks.
  const rows = page.locator("tbody tr");
  await expect(rows).toHaveCount(4);
  await expect(page.getByText("Not screened yet")).toHaveCount(0);
  await expect(rows.last()).toContainText("Vera Stone");
  await expect(rows.first()).toContainText("1");
  await page.getByLabel("Filter by advice").selectOption("mismatch");
  await expect(page.getByText(/of 4 shown/)).toBeVisible();
  await page.getByLabel("Filter by advice").selectOption("all");

  // Evidence of a PDF: the quote is marked on the page of the original.
  await page.getByRole("button", { name: /^Peter Miller · Java, Spring Boot: / }).click();
  const drawer = page.getByRole("dialog");
  await expect(drawer.getByRole("heading", { name: "Peter Miller" })).toBeVisible();
  await expect(drawer.locator("[data-mark]").first()).toBeVisible();
  const mark = await drawer.locator("[data-mark]").first().boundingBox();
  expect(mark?.width ?? 0).toBeGreaterThan(10);
  await expect(drawer.getByText(/Used in jobs or projects: Java, Spring Boot; still in use/).first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(drawer).toBeHidden();

  // Of a text: the words themselves.
  await page.getByRole("button", { name: /^陈志远 · Java, Spring Boot: / }).click();
  await expect(drawer.locator("mark").first()).toContainText(/Java|Spring/);
  const other = drawer
    .getByRole("region", { name: "Evidence" })
    .getByRole("button")
    .filter({ hasText: "本科" })
    .first();
  await other.click();
  await expect(drawer.locator("mark").first()).toContainText("本科");

  // A decision needs its reason.
  await drawer.getByRole("button", { name: "Advance" }).click();
  await drawer.getByRole("button", { name: "Record the decision" }).click();
  await expect(drawer.getByText("Write the reason")).toBeVisible();
  await drawer.getByLabel("Reason").fill("带过团队，项目相符");
  await drawer.getByRole("button", { name: "Record the decision" }).click();
  await expectToast(page, "Recorded; stage: Interview");
  await expect(drawer.getByText("带过团队，项目相符")).toBeVisible();
  await expect(drawer.getByText(/Rita Recruiter/)).toBeVisible();

  for (const [name, ending] of [
    ["Report (Markdown)", ".md"],
    ["Report (JSON)", ".json"],
  ] as const) {
    const downloading = page.waitForEvent("download");
    await drawer.getByRole("link", { name }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(new RegExp(`\\${ending}$`));
    expect(await readFile(await download.path(), "utf8")).toContain("陈志远");
  }
  await drawer.getByRole("button", { name: "Close" }).click();
  await expect(drawer).toBeHidden();
  await expect(rows.filter({ hasText: "陈志远" })).toContainText("Interview");

  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "More formats" }).click();
  await page.getByRole("menuitem", { name: "Markdown", exact: true }).click();
  expect(await readFile(await (await downloading).path(), "utf8")).toContain("Vera Stone");

  await page.goto("/");
  await expect(page.getByRole("link", { name: /candidates screened, waiting for a decision/ })).toContainText("3");
});
