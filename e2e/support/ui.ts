import { expect, type Page } from "@playwright/test";

/** Opens the account menu; a click before the page has come alive does nothing, so it is tried again. */
export async function openMenu(page: Page) {
  const menu = page.getByRole("menu");
  const button = page.getByRole("button", { name: /(Account and interface|账户与界面)$/ }).filter({ visible: true });
  await expect(async () => {
    if (!(await menu.isVisible())) await button.click();
    await expect(menu).toBeVisible({ timeout: 500 });
  }).toPass();
  return menu;
}

/** Chooses files as a person would, once the page has come alive. */
export async function chooseFiles(page: Page, files: { name: string; bytes: Buffer }[]) {
  await page.waitForLoadState("networkidle");
  const chosen = files.map(({ name, bytes }) => ({ name, mimeType: "application/octet-stream", buffer: bytes }));
  await page.locator("input[type=file]").first().setInputFiles(chosen);
}

/** The line of a file in the import tray. */
export function importLine(page: Page, fileName: string) {
  return page
    .locator("section")
    .getByRole("listitem")
    .filter({ has: page.locator(`[title=${JSON.stringify(fileName)}]`) });
}

/** A toast's text stands twice for a moment: for the eye and for the screen reader. */
export async function expectToast(page: Page, text: string | RegExp) {
  await expect(page.getByText(text).first()).toBeVisible();
}
