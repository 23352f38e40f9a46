import { randomUUID } from "node:crypto";
import { expect, test } from "./fixtures";
import { findAxeProblems } from "./support/page-checks";
import { expectToast } from "./support/ui";

test.use({ role: "admin" });

test("an admin sees what failed and what runs, tries again, stops, and finds it in the audit log", async ({
  page,
  organisation,
  pool,
}) => {
  const data = { organisationId: organisation.id, deleteAt: new Date().toISOString() };
  const run = async (name: string, status: string, error: string | null) => {
    const id = randomUUID().replaceAll("-", "");
    await pool.query(
      `insert into job_run (id, function_id, status, event, organisation_id, error)
       values ($1, $2, $3::job_run_status, $4, $5, $6)`,
      [
        id,
        `hireglass-${name}`,
        status,
        JSON.stringify({ id, name: "resumes/deleted", data, ts: Date.now() }),
        organisation.id,
        error,
      ],
    );
    return id;
  };
  const died = JSON.stringify({ name: "WorkerDied", message: "x" });
  const failed = await run("purge-resumes", "failed", died);
  await run("make-report", "failed", JSON.stringify({ name: "TypeError", message: "x" }));
  // Waits for a time that does not come, as a job that sleeps does.
  const waiting = await run("fill-words", "active", null);
  await pool.query(
    `insert into job_task (run_id, step_id, kind, queue, due_at)
     values ($1, 'one', 'sleep', '@timer', now() + interval '1 hour')`,
    [waiting],
  );

  await page.goto("/settings/system");
  const panel = page.getByRole("region", { name: "Background jobs" });
  await expect(panel.getByText("Nothing is running right now.")).toBeVisible();
  await panel.getByRole("tab", { name: /^Failed/ }).click();
  const row = panel.getByRole("row").filter({ hasText: "Delete resumes for good" });
  await expect(row).toContainText("took its process down three times");
  await expect(panel.getByRole("row").filter({ hasText: "Make a report" })).toContainText("Ask for it again");
  expect(await findAxeProblems(page)).toEqual([]);
  await row.getByRole("button", { name: "Try again" }).click();
  await expectToast(page, "It is tried again");
  await expect(row).toHaveCount(0);
  // The server did what was left of it: there was nothing.
  const state = (id: string) => pool.query("select status::text from job_run where id = $1", [id]);
  await expect.poll(async () => (await state(failed)).rows[0].status).toBe("completed");

  await panel.getByRole("tab", { name: /^Waiting/ }).click();
  await panel.getByRole("row").filter({ hasText: "Update words for search" }).getByRole("button").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Stop" }).click();
  await expectToast(page, "It is stopped");
  await expect(panel.getByText("Nothing is waiting.")).toBeVisible();
  expect((await state(waiting)).rows[0].status).toBe("failed");
  await page.goto("/settings/audit");
  for (const said of ["Tried a job again", "Stopped a job"])
    await expect(page.getByText(said).and(page.locator(":not(option)")).first()).toBeVisible();
});

test("files' room, models' spend and health stand beside them", async ({ page }) => {
  await page.goto("/settings/system");
  await expect(page.getByText(/ of .* GB$/).first()).toBeVisible();
  await expect(page.getByRole("region", { name: "Models this month" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Model settings" })).toHaveAttribute("href", "/settings/model");
});
