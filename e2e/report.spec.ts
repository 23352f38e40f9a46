import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures";
import { screenedPosition } from "./support/scenario";

test("a PDF report is made while one waits, for the shortlist and for a candidate", async ({ page, api }) => {
  const { positionId } = await screenedPosition(api("recruiter"));
  await page.goto(`/positions/${positionId}/board`);
  await expect(page.locator("tbody tr")).toHaveCount(4);
  await page.waitForLoadState("networkidle");
  const fetched = async (click: () => Promise<void>) => {
    const download = page.waitForEvent("download", { timeout: 30_000 });
    await click();
    const file = await download;
    return { name: file.suggestedFilename(), start: (await readFile(await file.path())).subarray(0, 5).toString() };
  };
  const button = page.getByRole("button", { name: "Report (PDF)" });
  const shortlist = await fetched(() => button.click());
  expect(shortlist).toMatchObject({ start: "%PDF-", name: expect.stringMatching(/v1\.pdf$/) });
  await expect(button).toBeEnabled();
  await page.keyboard.press("j");
  await page.keyboard.press("e");
  const drawer = page.getByRole("dialog");
  const candidate = await fetched(() => drawer.getByRole("button", { name: "Report (PDF)" }).click());
  expect(candidate.start).toBe("%PDF-");
});
