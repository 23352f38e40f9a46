import { txtFile } from "../lib/testing/resume-files";
import { expect, test } from "./fixtures";
import { findAxeProblems } from "./support/page-checks";
import { savePosition, screenedPosition } from "./support/scenario";
import { expectToast } from "./support/ui";

type Position = { id: string; title: string };

test("a position is duplicated, archived, brought back and restored", async ({ page, api }) => {
  const recruiter = api("recruiter");
  const { positionId, resumeIds } = await screenedPosition(recruiter, { title: "Backend engineer" });
  await page.goto(`/positions/${positionId}`);
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: "Duplicate" }).click();
  await expectToast(page, "this is the copy");
  await expect(page.getByRole("heading", { name: "Backend engineer (copy)" })).toBeVisible();
  await expect(page.getByLabel("Requirement 1", { exact: true })).toHaveValue("Java, Spring Boot");

  const open = async () =>
    (await recruiter.json<Position[]>("GET", "/api/v1/positions")).map(({ title }) => title).sort();
  await page.goto(`/positions/${positionId}`);
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: "Archive" }).click();
  await expect(page).toHaveURL(/\/positions$/);
  await expect(page.getByRole("row").filter({ hasText: "(copy)" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Backend engineer", exact: true })).toHaveCount(0);
  expect(await open()).toEqual(["Backend engineer (copy)"]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("link", { name: "Backend engineer", exact: true })).toBeVisible();
  expect(await open()).toEqual(["Backend engineer", "Backend engineer (copy)"]);

  await recruiter.call("PATCH", `/api/v1/positions/${positionId}`, { isArchived: true });
  const start = await recruiter.call("POST", `/api/v1/positions/${positionId}/screenings`, { resumeIds });
  expect(start.status()).toBe(409);
  // What was screened stays readable, and nothing starts from there.
  await page.goto(`/positions/${positionId}/board`);
  await expect(page.getByText("This position is archived")).toBeVisible();
  await expect(page.locator("tbody tr")).toHaveCount(4);
  await page.goto(`/positions/${positionId}`);
  await expect(page.getByLabel("Title")).toBeDisabled();

  await page.goto("/positions");
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: "Archived", exact: true }).click();
  await expect(page).toHaveURL(/state=archived/);
  expect(await findAxeProblems(page)).toEqual([]);
  await page.getByRole("row").filter({ hasText: "Backend engineer" }).getByRole("button", { name: "Restore" }).click();
  await expect(page.getByText("No position is archived")).toBeVisible();
  expect(await open()).toEqual(["Backend engineer", "Backend engineer (copy)"]);
});

test("resumes are put on a position from the library and from the position", async ({ page, api, pool }) => {
  const recruiter = api("recruiter");
  const [first, second] = await recruiter.importAll([txtFile(1), txtFile(2)]);
  const { id } = await recruiter.json<Position>("POST", "/api/v1/positions", savePosition("Accountant"));
  const nameOf = async (resumeId = "") =>
    (await recruiter.json<{ candidateName: string }>("GET", `/api/v1/resumes/${resumeId}`)).candidateName;
  const [firstName, secondName] = [await nameOf(first), await nameOf(second)];

  await page.goto("/resumes");
  await page.waitForLoadState("networkidle");
  const assign = async () => {
    await page.getByRole("checkbox", { name: `Select ${firstName}` }).check();
    await page.getByRole("button", { name: "Assign 1 to a position" }).click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /Accountant/ })
      .click();
    await expectToast(page, "Assigned 1");
  };
  await assign();
  await page.getByRole("button", { name: "Undo" }).click();
  await expectToast(page, "Took 1 off again");
  expect(await recruiter.json("GET", `/api/v1/positions/${id}/applications`)).toEqual([]);
  await assign();

  await page.goto(`/positions/${id}`);
  const candidates = page.getByRole("region", { name: "Candidates" });
  await expect(candidates.getByRole("listitem")).toHaveCount(1);
  await page.waitForLoadState("networkidle");
  await candidates.getByRole("button", { name: "Assign from the library" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("checkbox", { name: new RegExp(firstName) })).toBeDisabled();
  expect(await findAxeProblems(page)).toEqual([]);
  await dialog.getByRole("checkbox", { name: new RegExp(secondName) }).check();
  await dialog.getByRole("button", { name: "Assign 1" }).click();
  await expect(candidates.getByRole("listitem")).toHaveCount(2);
  await expect(candidates.getByRole("link", { name: secondName })).toBeVisible();

  await page.goto(`/resumes/${first}`);
  await expect(page.getByRole("link", { name: "Accountant" })).toBeVisible();
  const again = await recruiter.json("POST", `/api/v1/positions/${id}/applications`, { resumeIds: [first, second] });
  expect(again).toMatchObject({ assigned: 0, already: 2 });
  const { rows } = await pool.query("select stage, assigned_at from application where position_id = $1", [id]);
  expect(rows).toHaveLength(2);
  for (const row of rows) expect(row).toMatchObject({ stage: "applied", assigned_at: expect.any(Date) });
});

test("requirements of other positions are used again", async ({ page, api }) => {
  const recruiter = api("recruiter");
  for (const title of ["Backend engineer", "Platform engineer"]) {
    await recruiter.call("POST", "/api/v1/positions", savePosition(title));
  }
  await page.goto("/positions/new");
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: "Add from pool" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("listitem")).toHaveCount(4);
  await expect(dialog.getByRole("listitem").filter({ hasText: "Kubernetes" })).toContainText(
    "Used in 2 positions: Backend engineer, Platform engineer",
  );
  expect(await findAxeProblems(page)).toEqual([]);
  await dialog.getByRole("searchbox").fill("java");
  await expect(dialog.getByRole("listitem")).toHaveCount(1);
  await dialog.getByRole("checkbox").check();
  await dialog.getByRole("searchbox").fill("");
  await dialog.getByRole("checkbox", { name: /Bachelor/ }).check();
  await dialog.getByRole("button", { name: "Add 2" }).click();
  await expect(page.getByLabel("Requirement 1", { exact: true })).toHaveValue("Java, Spring Boot");
  await expect(page.getByLabel("Weight of requirement 1")).toHaveValue("5");
  await expect(page.getByLabel("Kind of requirement 2")).toHaveValue("education");
  const need = page.getByRole("group", { name: "Necessity of requirement 2" });
  await expect(need.getByRole("button", { name: "Gate" })).toHaveAttribute("aria-pressed", "true");
});
