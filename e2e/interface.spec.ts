import { expect, test } from "./fixtures";
import { openMenu } from "./support/ui";

test("the language is switched and remembered", async ({ page }) => {
  await page.goto("/resumes");
  await expect(page.locator("html")).toHaveAttribute("lang", /^en/);
  await (await openMenu(page)).getByRole("menuitem", { name: "中文" }).click();
  await expect(page.getByRole("link", { name: "简历" }).first()).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", /^zh/);
  await page.goto("/positions");
  await expect(page.locator("html")).toHaveAttribute("lang", /^zh/);
  await (await openMenu(page)).getByRole("menuitem", { name: "English" }).click();
  await expect(page.getByRole("link", { name: "Positions" }).first()).toBeVisible();
});

test("dark is chosen, remembered, and there from the first paint", async ({ page }) => {
  await page.goto("/resumes");
  const ink = () => page.evaluate(() => getComputedStyle(document.body).color);
  const light = await ink();
  await (await openMenu(page)).getByRole("menuitem", { name: "Switch light / dark" }).click();
  // On its way from one to the other it is neither.
  const isSettled = async () => {
    const before = await ink();
    await page.waitForTimeout(150);
    return before !== light && before === (await ink());
  };
  await expect.poll(isSettled).toBe(true);
  const dark = await ink();
  const html = await (await page.request.get("/positions")).text();
  expect(html).toMatch(/<html[^>]*data-theme="dark"/);
  await page.goto("/positions");
  expect(await ink()).toBe(dark);
});

test("without a choice the browser's language and colours hold", async ({ browser, baseURL, organisation }) => {
  const context = await browser.newContext({ baseURL, locale: "zh-CN", colorScheme: "dark" });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await expect(page.locator("html")).toHaveAttribute("lang", /^zh/);
  await expect(page.getByRole("button", { name: "登录" })).toBeVisible();
  expect(organisation.id).toBeTruthy();
  await context.close();
});
