import { createCanvas } from "@napi-rs/canvas";
import { nameOf, resumeLines } from "../lib/testing/resume-files";
import { drawPage, toJpeg, toTiff } from "../lib/testing/scan-files";
import { expect, test } from "./fixtures";
import { findAxeProblems } from "./support/page-checks";
import { chooseFiles, importLine } from "./support/ui";

test("a photo that lies on its side is read, stood upright, and its fields point at their places", async ({ page }) => {
  const bytes = toJpeg(drawPage(resumeLines(11), { turn: 90 }));
  await page.goto("/resumes");
  await chooseFiles(page, [{ name: "photo.jpg", bytes }]);
  await expect(importLine(page, "photo.jpg")).toContainText(`Stored: ${nameOf(11)}`, { timeout: 120_000 });
  await importLine(page, "photo.jpg").getByRole("link", { name: "Open" }).click();
  await expect(page.getByText(/Read by OCR, confidence \d\d%: please check/)).toBeVisible();

  const original = page.getByRole("region", { name: "Original" });
  const picture = original.getByRole("img", { name: "Page 1" });
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(2000);
  await page.getByRole("button", { name: nameOf(11), exact: true }).click();
  const [mark, sheet] = await Promise.all([
    original.locator("[data-mark]").first().boundingBox(),
    picture.locator("xpath=..").boundingBox(),
  ]);
  if (!mark || !sheet) throw new Error("Nothing is marked");
  // Upright the sheet is taller than wide, and the name stands in its upper left corner.
  expect(sheet.height).toBeGreaterThan(sheet.width);
  expect((mark.x - sheet.x) / sheet.width).toBeCloseTo(147 / 1654, 1);
  expect((mark.y + mark.height / 2 - sheet.y) / sheet.height).toBeCloseTo(160 / 2339, 1);
  expect(await findAxeProblems(page)).toEqual([]);
});

test("a TIFF, which browsers do not show, is shown as a picture", async ({ page, api }) => {
  const sheet = createCanvas(992, 1403);
  sheet.getContext("2d").drawImage(drawPage(resumeLines(12)), 0, 0, sheet.width, sheet.height);
  const { item } = await api("recruiter").upload("fax.tif", toTiff([sheet]));
  const [line] = await api("recruiter").importDone(item.batchId, 120_000);
  expect(line).toMatchObject({ state: "COMPLETED", reason: null });
  await page.goto(`/resumes/${item.resumeId}`);
  const picture = page.getByRole("region", { name: "Original" }).getByRole("img", { name: "Page 1" });
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(992);
});
