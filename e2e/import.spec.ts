import { hostileFiles } from "../lib/testing/hostile-files";
import { docxFile, mdFile, mixedFiles, pdfFile, txtFile } from "../lib/testing/resume-files";
import en from "../messages/en.json" with { type: "json" };
import zh from "../messages/zh.json" with { type: "json" };
import { expect, test } from "./fixtures";
import { chooseFiles, importLine } from "./support/ui";

test("every file of an import has its line and its outcome", async ({ page }) => {
  const text = txtFile(3);
  const files = [
    pdfFile(1),
    docxFile(2),
    text,
    mdFile(4),
    { name: "same-bytes.txt", bytes: text.bytes },
    { name: "same-text.txt", bytes: Buffer.concat([text.bytes, Buffer.from(" \n\n")]) },
    { name: "broken.pdf", bytes: Buffer.from("%PDF-1.7\nrubbish") },
  ];
  await page.goto("/resumes");
  await expect(page.getByText("There are no resumes yet")).toBeVisible();
  await chooseFiles(page, files.slice(0, 4));
  await expect(page.getByRole("heading", { name: "4 stored, 0 duplicate, 0 unreadable" })).toBeVisible();
  await expect(importLine(page, pdfFile(1).name)).toContainText("Stored: Peter Miller");
  await expect(importLine(page, text.name)).toContainText("Stored: 陈志远");

  await chooseFiles(page, files.slice(4));
  await expect(page.getByRole("heading", { name: "0 stored, 2 duplicate, 1 unreadable" })).toBeVisible();
  await expect(importLine(page, "same-bytes.txt")).toContainText("The same file as “陈志远”");
  await expect(importLine(page, "same-text.txt")).toContainText("The same text as “陈志远”");
  await expect(importLine(page, "broken.pdf")).toContainText("Damaged");

  // The library shows each person once, and what could not be read.
  await expect(page.getByRole("row").filter({ has: page.getByRole("link") })).toHaveCount(5);
  await page.getByRole("button", { name: "Unreadable", exact: true }).click();
  await expect(page.getByRole("row").filter({ hasText: "broken.pdf" })).toContainText("Damaged");
  await page.getByRole("button", { name: "All", exact: true }).click();
  await page.getByRole("searchbox").fill("陈志远");
  await expect(page.getByRole("row").filter({ has: page.getByRole("link") })).toHaveCount(1);
});

test("leaving the page loses nothing of an import", async ({ page, api }) => {
  await page.goto("/resumes");
  const files = mixedFiles(24, 300);
  await chooseFiles(page, files);
  await page.getByRole("link", { name: "Positions" }).first().click();
  await expect(page).toHaveURL(/\/positions$/);
  await expect(page.getByRole("region", { name: "Import" })).toBeVisible();
  // Once all have been sent the window itself may go: the rest is the server's work.
  await expect.poll(() => api("recruiter").json("GET", "/api/v1/resumes")).toMatchObject({ total: 24 });
  await page.reload();
  await expect(page.getByRole("heading", { name: "24 stored, 0 duplicate, 0 unreadable" })).toBeVisible({
    timeout: 30_000,
  });
  expect(await api("recruiter").json("GET", "/api/v1/resumes")).toMatchObject({ total: 24 });
});

test("files dropped on the page are imported", async ({ page }) => {
  await page.goto("/resumes");
  await page.waitForLoadState("networkidle");
  const { name, bytes } = txtFile(9);
  const data = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content ?? ""], fileName ?? ""));
      return transfer;
    },
    [name, bytes.toString()],
  );
  await page.dispatchEvent("body", "dragenter", { dataTransfer: data });
  await expect(page.getByText("Drop to import")).toBeVisible();
  await page.dispatchEvent("body", "drop", { dataTransfer: data });
  await expect(importLine(page, name)).toContainText("Stored");
});

for (const [locale, messages] of [
  ["en-US", en],
  ["zh-CN", zh],
] as const) {
  test.describe(locale, () => {
    test.use({ locale, expectedErrors: [/422/] });
    test("every unreadable file says why in the reader's language", async ({ page }) => {
      const files = hostileFiles();
      await page.goto("/resumes");
      await chooseFiles(page, files);
      for (const { name, reason } of files) {
        await expect(importLine(page, name), name).toContainText(messages.unreadable[reason]);
      }
    });
  });
}

test.describe("names", () => {
  test.use({ expectedErrors: [/422/] });
  test("a file name with markup is shown as it is", async ({ page }) => {
    const name = "<img src=x onerror=document.title='hacked'>.txt";
    await page.goto("/resumes");
    await chooseFiles(page, [{ name, bytes: Buffer.from("no name here, just words") }]);
    await expect(importLine(page, name)).toContainText("Stored");
    await expect(page).not.toHaveTitle(/hacked/);
  });
});
