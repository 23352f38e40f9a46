import { expect, test } from "./support/own-app";
import { findAxeProblems } from "./support/page-checks";

test.use({ role: null, isFirstStart: true, expectedErrors: [/403|401/] });

test("the first admin is made with the one-time link, and with it only", async ({ own, page, browser }) => {
  const app = await own.start();
  const link = /Set up {4}(\S+)/.exec(app.output())?.[1] ?? "";
  expect(link).toMatch(new RegExp(`^${app.url}/set-up#[\\w-]{32}$`));
  await page.goto(`${app.url}/sign-in`);
  await expect(page.getByText("There is no account yet")).toBeVisible();

  const fill = async (on: typeof page, email: string) => {
    await on.waitForLoadState("networkidle");
    await on.getByLabel("Name").fill("Ada");
    await on.getByLabel("E-mail").fill(email);
    await on.getByLabel("Password").fill("a long password 1");
    await on.getByRole("button", { name: "Create and sign in" }).click();
  };
  await page.goto(`${app.url}/set-up#not-the-token`);
  await fill(page, "evil@example.com");
  await expect(page.getByRole("alert").filter({ hasText: "no longer works" })).toBeVisible();
  for (const colorScheme of ["light", "dark"] as const) {
    // Colours that are still changing would be judged on the way.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    expect(await findAxeProblems(page)).toEqual([]);
  }

  // The person has the link open twice: one window wins.
  const second = await (await browser.newContext({ locale: "en-US" })).newPage();
  await page.goto("about:blank");
  await page.goto(link);
  await second.goto(link);
  await fill(page, "ada@example.com");
  await expect(page.getByRole("heading", { name: "Today", level: 1 })).toBeVisible();
  await fill(second, "late@example.com");
  await expect(second.getByRole("alert").filter({ hasText: /admin already|no longer works/ })).toBeVisible();
  await second.goto("about:blank");
  await second.goto(link);
  await expect(second).toHaveURL(/\/sign-in/);
  await second.context().close();

  // A restart prints no second link.
  expect(await app.stop()).toBe(0);
  const again = await own.start();
  expect(again.output()).not.toContain("Set up");
});
