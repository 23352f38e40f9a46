import { expect, test } from "./fixtures";
import { expectToast } from "./support/ui";

test.use({ role: "admin", expectedErrors: [/409/] });

test("an admin adds a user, changes the role and disables the account", async ({ page, organisation, openPage }) => {
  const email = `new-${organisation.id.slice(0, 8)}@example.com`;
  await page.goto("/settings/people");
  await page.waitForLoadState("networkidle");
  const add = async () => {
    await page.getByRole("button", { name: "Add user" }).first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Name").fill("Nora New");
    await dialog.getByLabel("E-mail").fill(email);
    await dialog.getByLabel("Role").selectOption("interviewer");
    await dialog.getByLabel("Initial password").fill("a long password 1");
    await dialog.getByRole("button", { name: "Add user" }).click();
    return dialog;
  };
  await add();
  await expectToast(page, "User added");
  const row = page.getByRole("row").filter({ hasText: email });
  await expect(row).toBeVisible();
  const dialog = await add();
  await expect(dialog.getByRole("alert")).toContainText("has an account already");
  await dialog.getByRole("button", { name: "Cancel" }).click();

  await row.getByLabel("Role of Nora New").selectOption("recruiter");
  await expectToast(page, "Saved");
  const signedIn = await openPage(null);
  const enter = async () => {
    await signedIn.goto("/sign-in");
    await signedIn.waitForLoadState("networkidle");
    await signedIn.getByLabel("E-mail").fill(email);
    await signedIn.getByLabel("Password").fill("a long password 1");
    await signedIn.getByRole("button", { name: "Sign in" }).click();
  };
  await enter();
  await expect(signedIn.getByRole("heading", { name: "Today", level: 1 })).toBeVisible();
  await row.getByRole("button", { name: "Disable" }).click();
  await expect(row.getByRole("button", { name: "Enable" })).toBeVisible();
  await signedIn.goto("/resumes");
  await expect(signedIn).toHaveURL(/\/sign-in/);
  await enter();
  await expect(signedIn.getByRole("alert").filter({ hasText: "not right" })).toBeVisible();
});

test("a token is shown once, works, and stops working when revoked", async ({ page, request }) => {
  await page.goto("/settings/access");
  await page.waitForLoadState("networkidle");
  await page.getByLabel("Purpose").fill("Our careers page");
  await page.getByRole("button", { name: "Create token" }).click();
  const token = (await page.getByRole("status").locator("code").textContent()) ?? "";
  const call = async () =>
    (await request.get("/api/v1/positions", { headers: { authorization: `Bearer ${token}` } })).status();
  expect(await call()).toBe(200);
  await page.getByRole("button", { name: "I have kept it" }).click();
  await expect(page.getByText(token)).toHaveCount(0);
  await page.getByRole("row").filter({ hasText: "Our careers page" }).getByRole("button", { name: "Revoke" }).click();
  await expectToast(page, "The token was revoked");
  expect(await call()).toBe(401);
});

test("an account of the ResumeSDK service is shown once, works, and can be switched off", async ({ page, request }) => {
  await page.goto("/settings/access");
  const panel = page.getByRole("region", { name: "ResumeSDK accounts" });
  await panel.getByLabel("Client").fill("Careers site");
  await panel.getByLabel("Calls", { exact: true }).fill("5");
  await panel.getByRole("button", { name: "Create account" }).click();
  await expect(panel.getByRole("status").locator("code")).toHaveCount(3);
  const [uid, pwd] = await panel.getByRole("status").locator("code").allTextContents();
  const file_cont = Buffer.from("Jane Miller\njane@example.com").toString("base64");
  const call = async () => {
    const response = await request.post("/api/parse", {
      data: { uid: Number(uid), pwd, file_name: "a.txt", file_cont },
    });
    return (await response.json()).status.code;
  };
  expect(await call()).toBe(200);
  await page.reload();
  const row = panel.getByRole("row", { name: /Careers site/ });
  await expect(row).toContainText("1 / 5");
  await row.getByRole("button", { name: "Disable Careers site" }).click();
  await expect(row.getByRole("button", { name: "Enable Careers site" })).toBeVisible();
  expect(await call()).toBe(250);
});

test.describe("a recruiter", () => {
  test.use({ role: "recruiter" });
  test("has tokens, but no users and no health, in the settings", async ({ page }) => {
    await page.goto("/settings");
    await expect(page.getByRole("heading", { name: "API tokens" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Users" })).toHaveCount(0);
  });
});
