import { readFile } from "node:fs/promises";
import JSZip from "jszip";
import { pdfFile, txtFile } from "../lib/testing/resume-files";
import { expect, test } from "./fixtures";
import { screenedPosition } from "./support/scenario";
import { expectToast } from "./support/ui";

test.use({ role: "admin", expectedErrors: [/404/] });

test("a person's consent is recorded, their data taken away as a ZIP, held, and erased with their number typed", async ({
  page,
  api,
}) => {
  const { resumeIds } = await screenedPosition(api("admin"), { files: [pdfFile(1), txtFile(3)] });
  await page.goto(`/resumes/${resumeIds[0]}?tab=privacy`);
  await page.getByLabel("Kind").selectOption("consent");
  await page.getByLabel("Note").fill("Agreed to be kept for a year");
  await page.getByRole("button", { name: "Record", exact: true }).click();
  await expectToast(page, "Put on record");
  await expect(page.getByRole("listitem").filter({ hasText: "Agreed to be kept for a year" })).toBeVisible();

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export everything" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^person-\d+\.zip$/);
  const zip = await JSZip.loadAsync(await readFile(await file.path()));
  expect(Object.keys(zip.files)).toEqual(expect.arrayContaining(["index.html", "data.json"]));
  const data = JSON.parse((await zip.file("data.json")?.async("string")) ?? "");
  expect(data.privacyRecords).toHaveLength(1);

  await page.getByLabel("Reason").fill("A claim");
  await page.getByRole("button", { name: "Hold" }).click();
  await expect(page.getByRole("button", { name: "Erase …" })).toBeDisabled();
  await page.getByRole("button", { name: "Lift" }).click();
  await page.getByRole("button", { name: "Erase …" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: "Erase" })).toBeDisabled();
  await dialog.getByRole("textbox").fill(String(data.candidateNumber));
  await dialog.getByRole("button", { name: "Erase" }).click();
  await expectToast(page, "Erased");
  await expect(page).toHaveURL(/\/resumes$/);
  expect((await api("admin").call("GET", `/api/v1/resumes/${resumeIds[0]}`)).status()).toBe(404);
  expect((await api("admin").call("GET", `/api/v1/resumes/${resumeIds[1]}`)).status()).toBe(200);

  await page.goto("/settings/privacy");
  await expect(page.getByRole("region", { name: "People who were erased" }).locator("tbody tr")).toHaveCount(1);
  await page.goto("/settings/audit");
  await expect(page.getByRole("row").filter({ hasText: "Erased a person" })).toBeVisible();
  await page.getByLabel("What").selectOption("privacy.recorded");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page.locator("tbody tr")).toHaveCount(1);
  await page.getByRole("link", { name: "Records on this candidate" }).click();
  await expect(
    page
      .getByRole("row")
      .filter({ hasText: "Took out everything" })
      .or(page.getByRole("row").filter({ hasText: "Exported everything on a person" })),
  ).toBeVisible();
});

test("retention shows who would go before anybody does", async ({ page, api }) => {
  await api("admin").importAll([txtFile(5)]);
  await page.goto("/settings/privacy");
  await expect(page.getByText("Nobody is beyond these times.")).toBeVisible();
  await page.getByLabel("Days after their last resume").fill("30");
  await page.getByRole("button", { name: "Save" }).click();
  await expectToast(page, "Saved");
  await page.reload();
  // While the page streams in, what it holds may stand in it twice, once hidden.
  const days = page.getByLabel("Days after their last resume").filter({ visible: true });
  await expect(days).toHaveValue("30");
  await expect(page.getByText("Nobody is beyond these times.").filter({ visible: true })).toBeVisible();
});
