import { expect, test } from "./fixtures";

test.use({ locale: "en", expectedErrors: [/status of 400/] });

test("what may not decide is refused while it is written, what stands in for it is warned about", async ({ page }) => {
  await page.goto("/positions/new");
  await page.getByLabel("Title", { exact: true }).fill("Backend engineer");
  await page.getByRole("button", { name: "Write the first requirement" }).click();
  const text = page.getByLabel("Requirement 1", { exact: true });
  await text.fill("Under 30 years old");
  await expect(page.getByText("“Under 30 years old”")).toBeVisible();
  await page.getByRole("button", { name: "Save position" }).click();
  await expect(page.getByText("Requirement 1 was not saved", { exact: false })).toBeVisible();
  await text.fill("Recent graduates");
  await expect(page.getByText("a year of graduation is an age", { exact: false })).toBeVisible();
  await text.fill("Strong communication skills");
  await expect(page.getByText("Ask in the interview.", { exact: false })).toBeVisible();
  await text.fill("Java");
  await expect(page.getByRole("status").filter({ hasText: "interview" })).toHaveCount(0);
  await page.getByRole("button", { name: "Save position" }).click();
  await expect(page).toHaveURL(/\/positions\/[0-9a-f-]{36}$/);
});
