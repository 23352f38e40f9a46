import { mixedFiles } from "../lib/testing/resume-files";
import { expect, test } from "./fixtures";
import { screenedPosition } from "./support/scenario";

test("the library works by keyboard", async ({ page, api }) => {
  const ids = await api("recruiter").importAll(mixedFiles(3, 50));
  await page.goto("/resumes");
  await expect(page.getByText("3 resumes")).toBeVisible();
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await page.keyboard.press("x");
  await expect(page.getByText("1 selected")).toBeVisible();
  await expect(page.locator("tbody").getByRole("checkbox").first()).toBeChecked();
  await page.keyboard.press("x");
  await expect(page.getByText("1 selected")).toBeHidden();
  // The newest file stands first.
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/resumes/${ids.at(-1)}$`));
});

test("search, the list of keys, and going from page to page", async ({ page }) => {
  await page.goto("/resumes");
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  // While typing, letters are letters.
  await page.keyboard.type("g l ?");
  await expect(page.getByRole("searchbox")).toHaveValue("g l ?");
  await page.getByRole("searchbox").fill("");
  await page.getByRole("searchbox").blur();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  for (const [key, path] of [
    ["p", "/positions"],
    ["s", "/screening"],
    ["t", "/"],
    ["l", "/resumes"],
  ] as const) {
    await page.keyboard.press("g");
    await page.keyboard.press(key);
    await expect(page).toHaveURL(new RegExp(`${path}$`));
  }
});

test("the board moves and opens by keyboard, and the drawer gives the focus back", async ({ page, api }) => {
  const { positionId } = await screenedPosition(api("recruiter"));
  await page.goto(`/positions/${positionId}/board`);
  await expect(page.locator("tbody tr")).toHaveCount(4);
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("j");
  await page.keyboard.press("e");
  await expect(page.getByRole("dialog")).toBeVisible();
  const first = await page.getByRole("dialog").getByRole("heading").first().textContent();
  await page.keyboard.press("j");
  await expect(page.getByRole("dialog").getByRole("heading").first()).not.toHaveText(first ?? "");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
});

test("everything on the page can be reached with Tab, beginning with the way past the menu", async ({ page }) => {
  await page.goto("/positions");
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  const seen = new Set<string>();
  for (let presses = 0; presses < 20; presses += 1) {
    await page.keyboard.press("Tab");
    seen.add(await page.evaluate(() => document.activeElement?.textContent?.trim() ?? ""));
  }
  for (const name of ["Resumes", "Positions", "Screening", "New position"]) expect([...seen]).toContain(name);
});
