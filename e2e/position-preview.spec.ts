import { expect, test } from "./fixtures";
import { findAxeProblems } from "./support/page-checks";
import { screenedPosition } from "./support/scenario";

test.use({ locale: "en" });

test("before a change is saved, it is seen who would move and why", async ({ page, api }) => {
  const recruiter = api("recruiter");
  const { positionId } = await screenedPosition(recruiter, { title: "Backend engineer" });
  await page.goto(`/positions/${positionId}`);
  await expect(page.getByRole("button", { name: "See who moves" })).toHaveCount(0);
  await page.getByLabel("Requirement 1", { exact: true }).fill("Excel");
  await page.getByRole("button", { name: "See who moves" }).click();
  const dialog = page.getByRole("dialog", { name: "The board after saving" });
  await expect(dialog.getByRole("row")).toHaveCount(5);
  await expect(dialog.getByRole("row").nth(1)).toContainText("Excel");
  await expect(dialog.getByText(/of 4 candidates would change places/)).toBeVisible();
  expect(await findAxeProblems(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  const { version } = await recruiter.json<{ version: number }>("GET", `/api/v1/positions/${positionId}`);
  expect(version).toBe(1);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("button", { name: "See who moves" }).click();
  await expect(dialog.getByRole("row")).toHaveCount(5);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(overflow).toBe(false);
});
