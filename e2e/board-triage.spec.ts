import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import type { Api } from "./support/api";
import { findAxeProblems } from "./support/page-checks";
import { screenedPosition } from "./support/scenario";
import { expectToast } from "./support/ui";

type Row = { applicationId: string; candidateName: string | null; fileName: string; stage: string };

async function boardRows(api: Api, positionId: string): Promise<Row[]> {
  return (await api.json<{ rows: Row[] }>("GET", `/api/v1/positions/${positionId}/board`)).rows;
}

async function openBoard(page: Page, api: Api, layout = "") {
  const { positionId } = await screenedPosition(api);
  await page.goto(`/positions/${positionId}/board${layout}`);
  await page.waitForLoadState("networkidle");
  return { positionId, rows: await boardRows(api, positionId) };
}

async function expectNoProblems(page: Page) {
  expect(await findAxeProblems(page)).toEqual([]);
}

test("by keys alone: decide with a reason, never without, go on to the next, and take it back", async ({
  page,
  api,
}) => {
  const recruiter = api("recruiter");
  const { positionId, rows } = await openBoard(page, recruiter);
  const stages = async () => (await boardRows(recruiter, positionId)).map(({ stage }) => stage);
  await expect(page.locator("tbody tr")).toHaveCount(4);

  await page.keyboard.press("3");
  const reason = page.getByLabel(/^Reject/).getByRole("textbox");
  await expect(reason).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Write the reason: it is kept with the decision")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(reason).toHaveCount(0);
  expect(await stages()).toEqual(["screened", "screened", "screened", "screened"]);

  await page.keyboard.press("3");
  await page.keyboard.type("Too far away");
  await page.keyboard.press("Enter");
  await expectToast(page, /Recorded for 1 candidate; stage: Rejected/);
  await expect(page.locator("tbody tr").first()).toContainText("Rejected");

  // The focus went on; the reason is offered again.
  await page.keyboard.press("3");
  await expect(page.getByRole("button", { name: "Too far away" })).toBeVisible();
  await expectNoProblems(page);
  await page.keyboard.press("ArrowDown");
  await expect(reason).toHaveValue("Too far away");
  await page.keyboard.press("Enter");
  await expect(page.locator("tbody tr").nth(1)).toContainText("Rejected");
  expect(await stages()).toEqual(["rejected", "rejected", "screened", "screened"]);
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expectToast(page, /Took back the decision on 1 candidate/);
  await expect(page.locator("tbody tr").nth(1)).toContainText("Screened");
  expect(await stages()).toEqual(["rejected", "screened", "screened", "screened"]);

  // What was searched for is gone on from with the keys.
  await page.keyboard.press("/");
  await page.keyboard.type(rows[3]?.candidateName ?? rows[3]?.fileName ?? "");
  await page.keyboard.press("Enter");
  await expect(page.locator("tbody tr")).toHaveCount(1);
  await page.keyboard.press("e");
  await expect(page.getByRole("dialog")).toContainText(rows[3]?.candidateName ?? "");
});

test("the keys are listed", async ({ page, api }) => {
  await openBoard(page, api("recruiter"));
  await page.keyboard.press("?");
  const list = page.getByRole("dialog", { name: "Keyboard" });
  await expect(list).toContainText("Mark for comparing, up to four");
  await expect(list).toContainText("Advance, hold, reject, withdrawn");
});

test("marked candidates stand side by side, with quotes on demand", async ({ page, api }) => {
  const { positionId } = await openBoard(page, api("recruiter"));
  await page.keyboard.press("c");
  await page.keyboard.press("j");
  await page.keyboard.press("c");
  await expect(page.getByText("2 of 4 marked for comparing")).toBeVisible();
  await page.keyboard.press("C");
  const dialog = page.getByRole("dialog", { name: "2 candidates side by side" });
  await expect(dialog.getByRole("row", { name: /Java, Spring Boot/ })).toBeVisible();
  await expect(dialog.getByRole("columnheader")).toHaveCount(3);
  await expect(page).toHaveURL(/compare=/);
  const quotes = dialog.getByRole("button", { name: /Show \d+ quote/ }).first();
  await quotes.click();
  await expect(dialog.getByRole("button", { name: "Hide quotes" })).toBeVisible();
  await expect(dialog.locator("td li").first()).not.toBeEmpty();
  await expectNoProblems(page);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  expect(page.url()).toContain(positionId);
});

test("many rows move with one reason and come back", async ({ page, api }) => {
  const recruiter = api("recruiter");
  const { positionId } = await openBoard(page, recruiter);
  await page.getByRole("checkbox", { name: "Select all shown" }).check();
  await page.keyboard.press("Tab");
  await page.getByLabel("Move to stage").selectOption("offer");
  await page
    .getByLabel(/^Move to Offer/)
    .getByRole("textbox")
    .fill("All of them convinced us");
  await page.getByRole("button", { name: "Record the decision" }).click();
  await expectToast(page, /Recorded for 4 candidates; stage: Offer/);
  await expect(page.locator("tbody tr").filter({ hasText: "Offer" })).toHaveCount(4);
  // Something happens with one of them before it is undone.
  const [first] = await boardRows(recruiter, positionId);
  const path = `/api/v1/applications/${first?.applicationId}`;
  const { run } = await recruiter.json<{ run: { id: string } }>("GET", path);
  await recruiter.json("POST", `${path}/decisions`, { outcome: "hold", reason: "call first", runId: run.id });
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expectToast(page, /Took back the decision on 3 candidates; 1 stay/);
  await expect(page.locator("tbody tr").filter({ hasText: "Screened" })).toHaveCount(3);
  const stages = (await boardRows(recruiter, positionId)).map(({ stage }) => stage);
  expect(stages).toEqual(["offer", "screened", "screened", "screened"]);
});

test("by stage: cards move by key and by dragging, each with its reason", async ({ page, api }) => {
  const recruiter = api("recruiter");
  const { positionId, rows } = await openBoard(page, recruiter);
  await page.getByRole("button", { name: "Stages" }).click();
  await expect(page).toHaveURL(/layout=kanban/);
  const column = (name: string) => page.getByRole("region", { name, exact: true });
  await expect(column("Screened").getByRole("listitem")).toHaveCount(4);

  await page.keyboard.press("j");
  await page.keyboard.press(">");
  await page.keyboard.type("Strong in Java");
  await page.keyboard.press("Enter");
  await expect(column("Interview").getByRole("listitem")).toHaveCount(1);
  await expect(column("Interview")).toContainText(rows[1]?.candidateName ?? rows[1]?.fileName ?? "");

  // Wide enough for both columns: nothing scrolls under the pointer.
  await page.setViewportSize({ width: 1920, height: 900 });
  await column("Screened").getByRole("listitem").first().dragTo(column("Rejected"));
  const reason = page.getByLabel(/^Move to Rejected/).getByRole("textbox");
  await expect(reason).toBeFocused();
  expect((await boardRows(recruiter, positionId))[0]?.stage).toBe("screened");
  await reason.fill("No reply");
  await page.keyboard.press("Enter");
  await expect(column("Rejected").getByRole("listitem")).toHaveCount(1);
  expect((await boardRows(recruiter, positionId))[0]?.stage).toBe("rejected");

  await expectNoProblems(page);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test.describe("a hiring manager", () => {
  test.use({ role: "hiring_manager" });
  test("a member decides on their position too", async ({ page, api, organisation }) => {
    const { positionId } = await screenedPosition(api("recruiter"));
    const userIds = [organisation.people.hiring_manager.id];
    await api("recruiter").call("PUT", `/api/v1/positions/${positionId}/members`, { userIds });
    await page.goto(`/positions/${positionId}/board`);
    await page.waitForLoadState("networkidle");
    await page.keyboard.press("2");
    await page.keyboard.type("Ask the team");
    await page.keyboard.press("Enter");
    await expectToast(page, /Recorded for 1 candidate/);
  });
});

test("the board is sorted by one expert's score, narrowed, kept as a view, and opened on another board", async ({
  page,
  api,
}) => {
  const recruiter = api("recruiter");
  await openBoard(page, recruiter);
  const names = () => page.locator("tbody tr td:nth-child(2) button span:first-child").allInnerTexts();
  const ranked = await names();
  await page.getByRole("button", { name: "HR", exact: true }).click();
  await expect(page.getByRole("columnheader", { name: "HR" })).toHaveAttribute("aria-sort", "descending");
  const scores = (await page.locator("tbody tr td:nth-child(5)").allInnerTexts()).map(Number);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  await page.getByRole("searchbox", { name: "Search candidates" }).fill(ranked[1] ?? "");
  await expect(page.locator("tbody tr")).toHaveCount(1);
  // In the board's own order.
  await expect(page.locator("tbody tr td").first()).toHaveText("2");
  await page.getByRole("button", { name: "Save view" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Second");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  const views = page.getByRole("navigation", { name: "Saved views" });
  await views.getByRole("button", { name: "All candidates" }).click();
  await expect(page.locator("tbody tr")).toHaveCount(4);
  expect(await names()).toEqual(ranked);
  await expectNoProblems(page);

  await openBoard(page, recruiter);
  await views.getByRole("button", { name: "Second" }).click();
  await expect(page.locator("tbody tr")).toHaveCount(1);
  await expect(page.getByRole("searchbox", { name: "Search candidates" })).toHaveValue(ranked[1] ?? "");
});
