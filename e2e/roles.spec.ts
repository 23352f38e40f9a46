import { expect, test } from "./fixtures";
import { savePosition, screenedPosition } from "./support/scenario";

test.describe("a hiring manager", () => {
  test.use({ role: "hiring_manager", expectedErrors: [/404/] });

  test("sees and decides on the own positions, and is shown nothing else", async ({ page, api, organisation }) => {
    const recruiter = api("recruiter");
    const own = await screenedPosition(recruiter, { title: "Own position" });
    const { id: otherId } = await recruiter.json<{ id: string }>(
      "POST",
      "/api/v1/positions",
      savePosition("Another position"),
    );
    const userIds = [organisation.people.hiring_manager.id];
    await recruiter.call("PUT", `/api/v1/positions/${own.positionId}/members`, { userIds });

    await page.goto("/positions");
    await expect(page.getByRole("link", { name: "Own position" })).toBeVisible();
    await expect(page.getByText("Another position")).toHaveCount(0);
    await expect(page.getByRole("button", { name: "New position" })).toHaveCount(0);
    await page.getByRole("link", { name: "Own position" }).click();
    await expect(page.getByLabel("Title")).toBeDisabled();
    await page.goto(`/positions/${own.positionId}/board?application=${own.applicationIds[0]}`);
    await expect(page.getByRole("dialog").getByRole("button", { name: "Record the decision" })).toBeVisible();

    await page.goto("/resumes");
    await expect(page.getByText("4 resumes")).toBeVisible();
    await expect(page.getByRole("button", { name: "Choose files" })).toHaveCount(0);
    for (const path of [`/positions/${otherId}`, `/positions/${otherId}/board`, "/settings"]) {
      await page.goto(path);
      await expect(page.getByText("Nothing here"), path).toBeVisible();
    }
  });
});

test.describe("an interviewer", () => {
  test.use({ role: "interviewer", expectedErrors: [/404/] });

  test("sees positions and resumes of the own interviews, but no scores", async ({ page, api, organisation }) => {
    const own = await screenedPosition(api("recruiter"), { title: "Own position" });
    await page.goto("/resumes");
    await expect(page.getByText("The positions you take part in have no candidates yet.")).toBeVisible();
    const userIds = [organisation.people.interviewer.id];
    await api("recruiter").call("PUT", `/api/v1/positions/${own.positionId}/members`, { userIds });
    await page.goto("/resumes");
    await expect(page.getByText("4 resumes")).toBeVisible();
    await expect(page.getByRole("link", { name: "Screening" })).toHaveCount(0);
    for (const path of [`/positions/${own.positionId}/board`, "/screening", "/settings"]) {
      await page.goto(path);
      await expect(page.getByText("Nothing here"), path).toBeVisible();
    }
  });
});
