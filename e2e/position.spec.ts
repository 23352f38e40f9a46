import { expect, test } from "./fixtures";
import { expectToast } from "./support/ui";

test.use({ expectedErrors: [/409/] });

test("a position is written with requirements, saved as versions, and never overwritten unseen", async ({
  page,
  openPage,
}) => {
  await page.goto("/positions");
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: "New position" }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "Start empty" }).click();
  await expect(page).toHaveURL(/\/positions\/new$/);
  await page.waitForLoadState("networkidle");

  // What is missing is marked, and nothing is saved.
  await page.getByRole("button", { name: "Save position" }).click();
  await expect(page.getByText("A title is needed")).toBeVisible();

  await page.getByLabel("Title").fill("Backend engineer");
  await page.getByLabel("Department").fill("Engineering");
  await page.getByLabel("Monthly salary from (CNY)").fill("30000");
  await page.getByLabel("to (CNY)").fill("20000");
  await page.getByRole("button", { name: "Add requirement" }).click();
  await expect(page.getByLabel("Requirement 1", { exact: true })).toBeFocused();
  await page.keyboard.type("Java, Spring Boot");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Bachelor or higher");
  await page.getByLabel("Kind of requirement 2").selectOption("education");
  await page.getByRole("group", { name: "Necessity of requirement 2" }).getByRole("button", { name: "Gate" }).click();
  await page.getByLabel("Weight of requirement 1").selectOption("5");
  await page.getByRole("button", { name: "Save position" }).click();
  await expect(page.getByText("Must not be below the lower end")).toBeVisible();
  await page.getByLabel("to (CNY)").fill("40000");
  await page.getByRole("button", { name: "Save position" }).click();
  await expectToast(page, "Saved as v1");
  await expect(page).toHaveURL(/\/positions\/[0-9a-f-]{36}$/);
  await expect(page.getByLabel("Weight of requirement 1")).toHaveValue("5");

  // A colleague opens the same version …
  const other = await openPage("admin");
  await other.goto(page.url());
  await other.waitForLoadState("networkidle");
  await page.waitForLoadState("networkidle");
  await page.getByLabel("Title").fill("Senior backend engineer");
  await page.getByRole("button", { name: "Save as v2" }).click();
  await expectToast(page, "Saved as v2");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Senior backend engineer");

  // … and is told, with what was written still there.
  await other.getByLabel("Department").fill("Platform");
  await other.getByRole("button", { name: "Save as v2" }).click();
  await expect(other.getByRole("alert").filter({ hasText: "newer version" })).toBeVisible();
  await expect(other.getByLabel("Department")).toHaveValue("Platform");

  await page.getByText("Versions (2)").click();
  await page.getByRole("link", { name: "v1", exact: true }).click();
  await expect(page.getByText("This is the earlier version v1, read only.")).toBeVisible();
  await expect(page.getByLabel("Title")).toHaveValue("Backend engineer");
  await expect(page.getByLabel("Title")).toBeDisabled();
});
