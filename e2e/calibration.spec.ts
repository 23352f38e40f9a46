import { expect, test } from "./fixtures";
import { findAxeProblems } from "./support/page-checks";
import { screenedPosition } from "./support/scenario";

test.use({ locale: "en" });

test("a person's order is held against the board's, and each disagreement has its requirement", async ({
  page,
  api,
}) => {
  const recruiter = api("recruiter");
  const { positionId } = await screenedPosition(recruiter, { title: "Backend engineer" });
  const board = await recruiter.json<{ rows: { candidateName: string }[] }>(
    "GET",
    `/api/v1/positions/${positionId}/board`,
  );
  const worst = board.rows.at(-1)?.candidateName ?? "";
  await page.goto(`/positions/${positionId}`);
  await page.getByRole("link", { name: "Calibrate" }).click();
  const rows = page.getByRole("listitem").filter({ has: page.getByRole("button", { name: /^Move .* up$/ }) });
  await expect(rows).toHaveCount(4);
  await expect(page.getByText(/τ/)).toHaveCount(0);
  // The last of the board to the top, by keyboard.
  const row = rows.filter({ hasText: worst });
  await row.focus();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("Alt+ArrowUp");
  await expect(rows.first()).toContainText(worst);
  await page.getByRole("button", { name: "Compare with the board" }).click();
  await expect(page.getByText(/τ -?[\d.]+/)).toBeVisible();
  await expect(page.getByText(`You put ${worst} before`, { exact: false }).first()).toBeVisible();
  expect(await findAxeProblems(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
});
