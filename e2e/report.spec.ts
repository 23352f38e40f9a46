import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures";
import { screenedPosition } from "./support/scenario";

test("reports are made while one waits: a PDF of the shortlist or of a candidate, a ZIP of many", async ({
  page,
  api,
}) => {
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
  const archive = await fetched(async () => {
    await page.getByRole("button", { name: "More formats" }).click();
    await page.getByRole("menuitem", { name: "ZIP · Word" }).click();
  });
  expect(archive).toMatchObject({ start: expect.stringMatching(/^PK/), name: expect.stringMatching(/v1\.zip$/) });
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  const selected = await fetched(() => page.getByRole("button", { name: "Reports (ZIP)" }).click());
  expect(selected.start).toMatch(/^PK/);
  await page.keyboard.press("e");
  const drawer = page.getByRole("dialog");
  const candidate = await fetched(() => drawer.getByRole("button", { name: "Report (PDF)" }).click());
  expect(candidate.start).toBe("%PDF-");
});
