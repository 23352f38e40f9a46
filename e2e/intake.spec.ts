import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeZip } from "../lib/resume/parsing/fixtures/make-zip";
import { docxFile, pdfFile, txtFile } from "../lib/testing/resume-files";
import { expect, test } from "./fixtures";
import { chooseFiles, importLine } from "./support/ui";

test("a ZIP is unpacked, and each file in it has its line", async ({ page, api }) => {
  const zip = makeZip({
    "campus/Jane.pdf": pdfFile(1).bytes,
    "campus/2026/Karl.docx": docxFile(2).bytes,
    "again.pdf": pdfFile(1).bytes,
    "page.xml": '<?xml version="1.0"?><a>x</a>',
    "inner.zip": makeZip({ "x.txt": "x" }),
  });
  await page.goto("/resumes");
  await chooseFiles(page, [{ name: "campus.zip", bytes: zip }]);
  await expect(page.getByRole("heading", { name: "2 stored, 1 duplicate, 2 unreadable" })).toBeVisible();
  await expect(importLine(page, "campus.zip")).toContainText("each file in it has its line");
  await expect(importLine(page, "Karl.docx")).toContainText("Stored: ");
  await expect(importLine(page, "inner.zip")).toContainText("A ZIP within a ZIP");
  expect(await api("recruiter").json("GET", "/api/v1/resumes")).toMatchObject({ total: 2 });
});

test("a folder is chosen with all that is below it", async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), "hireglass-folder-"));
  try {
    await mkdir(join(folder, "a", "b"), { recursive: true });
    await writeFile(join(folder, "one.txt"), txtFile(1).bytes);
    await writeFile(join(folder, "a", "b", "two.txt"), txtFile(2).bytes);
    await writeFile(join(folder, "a", ".DS_Store"), "x");
    await page.goto("/resumes");
    await page.waitForLoadState("networkidle");
    await page.getByLabel("Choose a folder").locator("visible=true").first().waitFor();
    await page.locator("input[webkitdirectory]").first().setInputFiles(folder);
    await expect(page.getByRole("heading", { name: "2 stored, 0 duplicate, 0 unreadable" })).toBeVisible();
    await expect(importLine(page, "two.txt")).toContainText("Stored");
  } finally {
    await rm(folder, { recursive: true });
  }
});

test.describe("500 files", () => {
  test.use({ expectedErrors: [/422|503/] });
  test("dropped at once are all accounted for, and only those in sight are drawn", async ({ page, api }) => {
    test.setTimeout(400_000);
    const files = Array.from({ length: 498 }, (_, index) => ({ ...txtFile(1000 + index), name: `cv-${index}.txt` }));
    files.push(
      { name: "again.txt", bytes: files[0]?.bytes ?? Buffer.alloc(0) },
      { name: "empty.pdf", bytes: Buffer.alloc(0) },
    );
    await page.goto("/resumes");
    await chooseFiles(page, files);
    await expect(page.getByRole("heading", { name: "498 stored, 1 duplicate, 1 unreadable" })).toBeVisible({
      timeout: 300_000,
    });
    const drawn = page.getByRole("region", { name: "Import" }).getByRole("listitem");
    expect(await drawn.count()).toBeLessThan(60);
    await expect(drawn.first()).toHaveAttribute("aria-setsize", "500");
    expect(await api("recruiter").json("GET", "/api/v1/resumes")).toMatchObject({ total: 498 });
  });
});

test.describe("a connection that is lost", () => {
  test.use({ expectedErrors: [/ERR_|Failed to load/] });

  test("is waited for, and a file whose answer was lost is not sent twice", async ({ page, api }) => {
    let calls = 0;
    await page.route("**/api/v1/resumes?batchId=*", async (route) => {
      calls += 1;
      if (calls === 1) return route.abort("connectionfailed");
      // Arrives, but nobody hears of it.
      if (calls === 2) await route.fetch();
      return calls === 2 ? route.abort("connectionreset") : route.continue();
    });
    await page.goto("/resumes");
    const file = txtFile(3);
    await chooseFiles(page, [file]);
    await expect(importLine(page, file.name)).toContainText("tried again by itself");
    await expect(page.getByRole("heading", { name: "1 stored, 0 duplicate, 0 unreadable" })).toBeVisible();
    expect(calls).toBe(3);
    expect(await api("recruiter").json("GET", "/api/v1/resumes")).toMatchObject({ total: 1 });
  });

  test("and a closed tab cost nobody the choosing", async ({ page, context, api }) => {
    await context.route("**/api/v1/resumes?batchId=*", () => undefined);
    await page.goto("/resumes");
    await chooseFiles(page, [txtFile(4), txtFile(5), pdfFile(6)]);
    await expect(importLine(page, txtFile(4).name)).toContainText("Uploading");
    // While this tab sends them, another one does not offer to.
    const second = await context.newPage();
    await second.goto("/resumes");
    await second.waitForLoadState("networkidle");
    await expect(second.getByRole("button", { name: "Go on sending" })).toHaveCount(0);
    await page.close();
    await context.unroute("**/api/v1/resumes?batchId=*");

    await second.goto("/positions");
    await expect(second.getByText("3 files chosen last time did not get sent")).toBeVisible();
    await second.getByRole("button", { name: "Go on sending" }).click();
    await expect(second.getByRole("heading", { name: "3 stored, 0 duplicate, 0 unreadable" })).toBeVisible();
    expect(await api("recruiter").json("GET", "/api/v1/resumes")).toMatchObject({ total: 3 });
    await second.reload();
    await expect(second.getByRole("region", { name: "Import" })).toBeVisible();
    await expect(second.getByRole("button", { name: "Go on sending" })).toHaveCount(0);
  });

  test("nor does the next person at this computer see what was left", async ({ page, context, organisation }) => {
    await context.route("**/api/v1/resumes?batchId=*", () => undefined);
    await page.goto("/resumes");
    await chooseFiles(page, [txtFile(7)]);
    await expect(importLine(page, txtFile(7).name)).toContainText("Uploading");
    await page.close();
    const [cookie] = await context.cookies();
    if (!cookie) throw new Error("Nobody is signed in");
    await context.addCookies([{ ...cookie, value: organisation.people.admin.cookie }]);
    const next = await context.newPage();
    await next.goto("/resumes");
    await next.waitForLoadState("networkidle");
    await expect(next.getByText("chosen last time")).toHaveCount(0);
    await expect
      .poll(() => next.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)))
      .toContain("hireglass-import");
    expect(await countRemembered(next)).toBe(0);
  });
});

function countRemembered(page: import("@playwright/test").Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open("hireglass-import");
        opening.onerror = () => reject(new Error("closed"));
        opening.onsuccess = () => {
          const counting = opening.result.transaction("files").objectStore("files").count();
          counting.onsuccess = () => resolve(counting.result);
        };
      }),
  );
}
