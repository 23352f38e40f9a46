import { expect, test } from "./fixtures";
import { testPassword } from "./support/organisation";
import { openMenu } from "./support/ui";

test.use({ role: null, expectedErrors: [/401/] });

test("a person signs in with e-mail and password, and out again", async ({ page, organisation }) => {
  const { email } = organisation.people.recruiter;
  await page.goto("/resumes");
  await expect(page).toHaveURL(/\/sign-in/);

  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "not right" })).toBeVisible();

  await page.getByLabel("Password").fill(testPassword);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Today", level: 1 })).toBeVisible();

  await (await openMenu(page)).getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto("/resumes");
  await expect(page).toHaveURL(/\/sign-in/);
});
