import { mixedFiles, pdfFile } from "../lib/testing/resume-files";
import { expect, test } from "./fixtures";
import { expectToast } from "./support/ui";

test("resumes are deleted after a question, from the list and from their page", async ({ page, api }) => {
  const recruiter = api("recruiter");
  await recruiter.importAll(mixedFiles(3, 80));
  const [id] = await recruiter.importAll([pdfFile(90)]);
  await page.goto("/resumes");
  await expect(page.getByText("4 resumes")).toBeVisible();
  await page.waitForLoadState("networkidle");
  await page.locator("tbody").getByRole("checkbox").nth(1).check();
  await page.locator("tbody").getByRole("checkbox").nth(2).check();
  await page.getByRole("region", { name: "Selected resumes" }).getByRole("button", { name: "Delete" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("heading")).toHaveText("Delete 2 resumes?");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("4 resumes")).toBeVisible();
  await page.getByRole("region", { name: "Selected resumes" }).getByRole("button", { name: "Delete" }).click();
  await dialog.getByRole("button", { name: "Delete 2" }).click();
  await expectToast(page, "Deleted 2");
  await expect(page.getByText("2 resumes")).toBeVisible();

  await page.goto(`/resumes/${id}`);
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: "Delete" }).click();
  await dialog.getByRole("button", { name: "Delete" }).click();
  await expect(page).toHaveURL(/\/resumes$/);
  await expect(page.getByText("1 resume", { exact: true })).toBeVisible();
  expect((await recruiter.call("GET", `/api/v1/resumes/${id}`)).status()).toBe(404);
  expect((await recruiter.call("GET", `/api/v1/resumes/${id}/file`)).status()).toBe(404);
});
