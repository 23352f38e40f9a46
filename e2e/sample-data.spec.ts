import { expect, test } from "./fixtures";
import { findAxeProblems } from "./support/page-checks";
import { screenedPosition } from "./support/scenario";

test("an empty library is tried out with sample data, which goes away again and takes nothing else", async ({
  page,
  api,
}) => {
  test.setTimeout(400_000);
  await page.goto("/resumes");
  await page.waitForLoadState("networkidle");
  await expect(page.getByText("There are no resumes yet")).toBeVisible();
  await page.getByRole("button", { name: "Try with sample data" }).click();

  // Progress in the tray and in the notice; at the end every file has its line.
  const tray = page.getByRole("region", { name: "Import" });
  await expect(tray.getByRole("heading")).toContainText(/Importing \d+ \/ 60/);
  await expect(tray.getByRole("heading")).toContainText("58 stored, 1 duplicate, 1 unreadable", { timeout: 150_000 });
  await expect(tray.getByText("A scan or photo whose text cannot be made out")).toBeVisible();
  await expect(page.getByText("The library holds 59 made-up sample resumes and 6 sample positions.")).toBeVisible({
    timeout: 150_000,
  });
  await expect(page.getByText("59 resumes", { exact: true })).toBeVisible();
  await expect(page.locator("tbody tr").first().getByText("Sample", { exact: true })).toBeVisible();
  expect(await findAxeProblems(page)).toEqual([]);

  // Boards with results and a decision.
  await page.goto("/positions");
  await page.getByRole("row").filter({ hasText: "后端开发工程师" }).getByRole("link", { name: "Board" }).click();
  await expect(page.locator("tbody tr").first()).toContainText("Interview");
  await expect(page.locator("tbody tr").first().getByText("Sample", { exact: true })).toBeVisible();
  await expect(page.getByText("Not screened yet")).toHaveCount(0);

  const own = await screenedPosition(api("recruiter"), { title: "Our own position" });
  await page.goto("/resumes");
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: "Remove sample data" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("59 sample resumes and 6 sample positions go");
  expect(await findAxeProblems(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: "Remove sample data" }).click();
  await dialog.getByRole("button", { name: "Remove 59 resumes and 6 positions" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(`${own.resumeIds.length} resumes`, { exact: true })).toBeVisible();
  await expect(page.getByText("made-up sample resumes")).toHaveCount(0);
  await expect(page.getByText("Sample", { exact: true })).toHaveCount(0);
  await page.goto("/positions");
  await expect(page.locator("tbody tr")).toHaveCount(1);
  await expect(page.locator("tbody tr")).toContainText("Our own position");
});

test.describe("an interviewer", () => {
  test.use({ role: "interviewer" });
  test("is offered no sample data", async ({ page }) => {
    await page.goto("/resumes");
    await expect(page.getByText("There are no resumes yet")).toBeVisible();
    await expect(page.getByRole("button", { name: "Try with sample data" })).toHaveCount(0);
  });
});
