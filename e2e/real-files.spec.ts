import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./fixtures";
import { savePosition } from "./support/scenario";
import { chooseFiles } from "./support/ui";

const folder = "../shared/resumes/files";

test("the real files are imported, screened and ranked", async ({ page, api }) => {
  test.skip(!existsSync(folder), `${folder} is not here`);
  const files = readdirSync(folder).map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
  await api("recruiter").json("POST", "/api/v1/positions", savePosition("Software engineer"));
  await page.goto("/resumes");
  await chooseFiles(page, files);
  const summary = page.getByRole("region", { name: "Import" }).getByRole("heading");
  await expect(summary).toHaveText(/\d+ stored, \d+ duplicate, 0 unreadable/, { timeout: 90_000 });
  const { total } = await api("recruiter").json<{ total: number }>("GET", "/api/v1/resumes");
  expect(total).toBeGreaterThan(files.length * 0.9);

  await page.getByRole("button", { name: "Close", exact: true }).click();
  await page.getByRole("checkbox", { name: "Select all loaded" }).check();
  await page.getByRole("button", { name: `Screen ${total} resumes` }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /Software engineer/ })
    .click();
  await expect(page.getByText(`v1 · ${total} candidates`)).toBeVisible();
  await expect(page.getByText("Not screened yet")).toHaveCount(0, { timeout: 30_000 });

  const positionId = /positions\/([0-9a-f-]+)/.exec(page.url())?.[1];
  type Board = { rows: { run: { advice: string; comprehensive: { value: number } } | null }[] };
  const board = await api("recruiter").json<Board>("GET", `/api/v1/positions/${positionId}/board`);
  const scores = board.rows.map(({ run }) => run?.comprehensive.value ?? -1);
  expect(scores).toHaveLength(total);
  // Those to interview first, then the reserve, then the rest; each by score.
  const advices = ["interview", "reserve", "mismatch"];
  const places = board.rows.map(
    ({ run }) => advices.indexOf(run?.advice ?? "") * 1000 - (run?.comprehensive.value ?? 0),
  );
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(Math.min(...scores)).toBeGreaterThanOrEqual(0);
  expect(new Set(scores).size).toBeGreaterThan(total / 3);
});
