import { startModelServer, streams } from "../lib/testing/openai-server";
import { expect, test } from "./fixtures";
import { findAxeProblems } from "./support/page-checks";
import { modelSettings } from "./support/routes";
import { heldInterview, screenedPosition } from "./support/scenario";
import { expectToast } from "./support/ui";

const live = (page: import("@playwright/test").Page) => page.getByRole("region", { name: "Current question" });

test("an interview is planned, held by keyboard alone, finished, and rated", async ({ page, api }) => {
  const { positionId, applicationIds } = await screenedPosition(api("recruiter"));
  await page.goto(`/positions/${positionId}/board?application=${applicationIds[0]}`);
  await page.getByRole("button", { name: "Interview", exact: true }).click();
  await page.getByLabel("Language of the interview").selectOption("en");
  await page.getByLabel("Minutes").fill("30");
  await page.getByRole("button", { name: "Make the plan" }).click();
  await expect(page).toHaveURL(/\/interviews\//);

  const question = page.getByRole("textbox", { name: "Question", exact: true }).first();
  await question.fill("How old are you, and are you married?");
  await expect(page.getByRole("alert").first()).toContainText("Ask instead");
  await question.fill("Which part of the order system did you build yourself?");
  await expect(page.getByRole("alert").filter({ hasText: "Ask instead" })).toHaveCount(0);
  await page.getByRole("button", { name: "Save plan" }).click();
  await expectToast(page, "Plan saved");
  expect(await findAxeProblems(page)).toEqual([]);

  await page.getByRole("button", { name: "Start", exact: true }).click();
  await page.getByLabel("was not asked or did not agree: type only").check();
  await page.getByRole("button", { name: "Start now" }).click();
  await expect(page).toHaveURL(/\/live$/);
  await expect(page.getByRole("button", { name: "Listen by microphone" })).toHaveCount(0);
  const suggestion = page.getByRole("region", { name: "Next question" });
  await expect(live(page)).toContainText("Ask the first question.");
  const first = await suggestion.getByRole("paragraph").first().textContent();
  await page.keyboard.press("ArrowDown");
  await expect(suggestion.getByRole("paragraph").first()).not.toHaveText(first ?? "");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(live(page)).toContainText(first ?? "");
  await expect(suggestion.getByRole("paragraph").first()).not.toHaveText(first ?? "");
  await page.keyboard.press("t");
  await page.keyboard.type("I built the order system with Java and Spring Boot.");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Before it took 800 ms, after it 120 ms.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/^2 \/ \d+$/)).toBeVisible();
  await page.keyboard.press("a");
  await page.keyboard.type("Do you have children?");
  await expect(page.getByRole("alert").first()).toContainText("Ask instead");
  await page.keyboard.press("Escape");
  await page.keyboard.press("n");
  await page.keyboard.type("Calm and concrete");
  await page.keyboard.press("Escape");
  expect(await findAxeProblems(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole("button", { name: "Finish" }).click();

  await expect(page.getByRole("region", { name: "What was said" })).toContainText("Before it took 800 ms");
  await expect(page.getByRole("region", { name: "Report", exact: true })).toBeVisible();
  expect(await findAxeProblems(page)).toEqual([]);
  const card = page.getByRole("region", { name: "My scorecard" });
  await card
    .getByLabel(/^Rating: /)
    .first()
    .selectOption("3");
  await card.getByLabel("Recommends").selectOption("yes");
  await card.getByRole("button", { name: "Submit" }).click();
  await expect(card).toContainText("Submitted; it stands as it is.");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download the report as Markdown" }).click();
  expect((await download).suggestedFilename()).toMatch(/\.md$/);
});

test.describe("without a connection", () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/] });
  test("a killed tab and a minute without a connection cost no word, and nothing arrives twice", async ({
    page,
    context,
    api,
  }) => {
    const recruiter = api("recruiter");
    const scenario = await screenedPosition(recruiter);
    const id = await heldInterview(recruiter, scenario, "live");
    await page.goto(`/interviews/${id}/live`);
    await page.keyboard.press("Enter");
    await expect(page.getByText(/^2 \/ \d+$/)).toBeVisible();
    await context.setOffline(true);
    await page.keyboard.press("t");
    await page.keyboard.type("Said while nothing could be sent.");
    await page.keyboard.press("Enter");
    await page.keyboard.type("And more of it.");
    await page.keyboard.press("Control+Enter");
    await expect(page.getByText(/^3 \/ \d+$/)).toBeVisible();
    await expect(page.getByText(/No connection\. \d+ changes are kept here/)).toBeVisible();
    // The tab dies with all of it unsent.
    const again = await context.newPage();
    await page.close();
    await context.setOffline(false);
    await again.goto(`/interviews/${id}/live`);
    await expect(again.getByText(/^3 \/ \d+$/)).toBeVisible();
    type Live = { turns: { question: { text: string }; segments: { text: string }[] }[] };
    const said = async () =>
      (await recruiter.json<Live>("GET", `/api/v1/interviews/${id}/live`)).turns.map(({ segments }) =>
        segments.map(({ text }) => text),
      );
    await expect
      .poll(said)
      .toEqual([
        [expect.stringContaining("I split the order system")],
        ["Said while nothing could be sent.", "And more of it."],
        [],
      ]);
    await again.reload();
    await expect(again.getByText(/^3 \/ \d+$/)).toBeVisible();
    expect((await said()).flat()).toHaveLength(3);
    // It dies once more, and a colleague ends the interview meanwhile.
    await context.setOffline(true);
    await again.keyboard.press("t");
    await again.keyboard.type("Said at the very end.");
    await expect(again.getByText(/No connection\./)).toBeVisible();
    const after = await context.newPage();
    await again.close();
    await recruiter.call("POST", `/api/v1/interviews/${id}/finish`);
    await context.setOffline(false);
    await after.goto(`/interviews/${id}`);
    await expect(after.getByRole("region", { name: "What was said" })).toContainText("Said at the very end.");
  });
});

test("two interviewers see the same, and each their own notes only", async ({ page, api, openPage }) => {
  const recruiter = api("recruiter");
  const scenario = await screenedPosition(recruiter);
  const id = await heldInterview(recruiter, scenario, "live");
  const colleague = await openPage("admin");
  await page.goto(`/interviews/${id}/live`);
  await colleague.goto(`/interviews/${id}/live`);
  await page.keyboard.press("n");
  await page.keyboard.type("Mine alone");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
  await expect(live(page)).toContainText("?");
  const put = await live(page).locator("p").nth(1).textContent();
  await expect(live(colleague)).toContainText(put ?? "");
  await colleague.keyboard.press("t");
  await colleague.keyboard.type("Typed by the colleague.");
  await colleague.keyboard.press("Enter");
  await expect(live(page)).toContainText("Typed by the colleague.");
  await expect(page.getByText(/^Here together: /)).toBeVisible();
  await expect(colleague.getByLabel(/My notes/)).toHaveValue("");
  await page.getByRole("button", { name: "Correct" }).last().click();
  await page.getByLabel("Correct what was heard").fill("Typed and corrected.");
  await page.keyboard.press("Enter");
  await expect(live(colleague)).toContainText("Typed and corrected.");
});

test("practice answers from the resume and is marked", async ({ page, api }) => {
  const scenario = await screenedPosition(api("recruiter"));
  const wanted = { applicationId: scenario.applicationIds[0], language: "en", isPractice: true };
  const { id } = await api("recruiter").json<{ id: string }>("POST", "/api/v1/interviews", wanted);
  await page.goto(`/interviews/${id}`);
  await page.getByRole("button", { name: "Start practising" }).click();
  await expect(page.getByText("Practice", { exact: true })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(live(page).getByRole("listitem").first()).toContainText("Candidate");
  await page.goto("/interviews");
  await expect(page.getByText("No interview is planned")).toBeVisible();
  await page.getByRole("button", { name: "My practice" }).click();
  await expect(page.getByRole("row")).toHaveCount(2);
});

test("a model's question is shown as it is written, and asked with one key", async ({ page, api }) => {
  const server = await startModelServer(streams(["How many orders came in a second, ", "and what broke first?"]));
  const modelNames = { default: "", draft: "", summary: "", fields: "", experts: "", interview: "asks-well" };
  const settings = modelSettings({ baseUrl: server.baseUrl, modelNames });
  expect((await api("admin").call("PUT", "/api/v1/model-settings", settings)).status()).toBe(204);
  const scenario = await screenedPosition(api("recruiter"));
  const id = await heldInterview(api("recruiter"), scenario, "live");
  await page.goto(`/interviews/${id}/live`);
  await page.keyboard.press("m");
  const suggestion = page.getByRole("region", { name: "Next question" });
  await expect(suggestion).toContainText("and what broke first?");
  await expect(suggestion).toContainText("by asks-well");
  await page.keyboard.press("Enter");
  await expect(live(page)).toContainText("How many orders came in a second, and what broke first?");
  await expect(suggestion).not.toContainText("by asks-well");
  await server.close();
});
