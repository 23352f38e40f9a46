import { expect, test } from "./fixtures";
import { screenedPosition, screeningDone } from "./support/scenario";

test("a screening is paused, resumed and cancelled, and only what failed is tried again", async ({
  page,
  api,
  pool,
}) => {
  const recruiter = api("recruiter");
  const { batchId, positionId } = await screenedPosition(recruiter, { title: "Data engineer" });
  const { rows } = await pool.query("select id, resume_id from screening_run where batch_id = $1 order by number", [
    batchId,
  ]);
  const [first, second, third] = rows as { id: string; resume_id: string }[];
  /** As the batch stands in the middle of its work, with nobody working on it: these runs still to be made. */
  const reopen = async (...runs: ({ id: string } | undefined)[]) => {
    await pool.query("update screening_batch set state = 'running', finished_at = null where id = $1", [batchId]);
    await pool.query("update screening_run set state = 'pending', finished_at = null where id = any($1)", [
      runs.map((run) => run?.id),
    ]);
  };
  await reopen(first, second);

  await page.goto("/screening");
  await page.getByRole("link", { name: "2 / 4" }).click();
  await expect(page).toHaveURL(new RegExp(`/screening/${batchId}$`));
  await expect(page.getByRole("heading", { name: "Data engineer" })).toBeVisible();
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  await expect(page.getByText("Paused · 2 / 4")).toBeVisible();
  await page.getByRole("tab", { name: /To do/ }).click();
  await expect(page.locator("tbody tr")).toHaveCount(2);
  await expect(page.locator("tbody tr").first()).toContainText("Paused");
  await page.getByRole("button", { name: "Resume", exact: true }).click();
  await expect(page.getByText("Finished · 4 / 4")).toBeVisible();
  await page.getByRole("tab", { name: /Finished/ }).click();
  await expect(page.locator("tbody tr")).toHaveCount(4);

  // One that cannot be screened, until what is wrong with it is put right.
  const { rows: kept } = await pool.query("select profile from resume_content where resume_id = $1", [
    third?.resume_id,
  ]);
  const setProfile = (profile: unknown) =>
    pool.query("update resume_content set profile = $2 where resume_id = $1", [third?.resume_id, profile]);
  await setProfile({ not: "a profile" });
  await reopen(third);
  await recruiter.json("PATCH", `/api/v1/batches/${batchId}`, { action: "pause" });
  await recruiter.json("PATCH", `/api/v1/batches/${batchId}`, { action: "resume" });
  await page.goto(`/screening/${batchId}?state=failed`);
  await expect(page.locator("tbody tr")).toContainText("Something failed while screening");
  await setProfile(kept[0].profile);
  await page.getByRole("button", { name: "Try 1 failed again" }).click();
  await expect(page.getByText("No resume is in this state")).toBeVisible();
  await page.getByRole("tab", { name: /Finished/ }).click();
  await expect(page.locator("tbody tr")).toHaveCount(4);
  await screeningDone(recruiter, batchId);

  // Cancelled from the board: asked first, and what is there stays.
  await reopen(second);
  await page.goto(`/positions/${positionId}/board`);
  await expect(page.getByText("Screening 3 / 4")).toBeVisible();
  await page.getByRole("button", { name: "Cancel screening" }).click();
  await expect(page.getByRole("dialog")).toContainText("The 3 results that are there stay.");
  await page.getByRole("dialog").getByRole("button", { name: "Cancel screening" }).click();
  await expect(page.getByText("Screening 3 / 4")).toBeHidden();
  await page.goto(`/screening/${batchId}?state=cancelled`);
  await expect(page.locator("tbody tr")).toHaveCount(1);
  await expect(page.getByText("Cancelled · 4 / 4")).toBeVisible();
});

test.describe("as a hiring manager", () => {
  test.use({ role: "hiring_manager" });

  test("a screening of the own position can be watched, not steered", async ({ page, api, organisation }) => {
    const { batchId, positionId } = await screenedPosition(api("recruiter"));
    await api("recruiter").call("PUT", `/api/v1/positions/${positionId}/members`, {
      userIds: [organisation.people.hiring_manager.id],
    });
    await page.goto(`/screening/${batchId}`);
    await expect(page.locator("tbody tr")).toHaveCount(4);
    await expect(page.getByRole("button", { name: /Pause|Cancel|again/ })).toHaveCount(0);
  });
});
