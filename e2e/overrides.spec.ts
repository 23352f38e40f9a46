import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures";
import { readPdf } from "./support/read-pdf";
import { screenedPosition } from "./support/scenario";
import { expectToast } from "./support/ui";

test("a recruiter overrides a verdict with a reason; board, drawer, report and the next result show it, and it can be taken back", async ({
  page,
  api,
}) => {
  const recruiter = api("recruiter");
  const { positionId, resumeIds } = await screenedPosition(recruiter, {
    files: [{ name: "jane.txt", bytes: Buffer.from("Jane Miller\nBachelor of Science\nSkills\nJava, Spring Boot") }],
  });
  await page.goto(`/positions/${positionId}/board`);
  const row = page.locator("tbody tr");
  const mark = page.getByRole("button", { name: /^Jane Miller · Kubernetes: / });
  await expect(mark).toHaveAccessibleName(/: Unknown, to be asked$/);
  await page.getByRole("button", { name: /^Jane Miller · Kubernetes: / }).click();
  const drawer = page.getByRole("dialog");

  // A verdict and a reason are both needed.
  await drawer.getByRole("button", { name: "Change verdict: Kubernetes" }).click();
  await drawer.getByRole("button", { name: "Save the change" }).click();
  await expect(drawer.getByText("Choose a verdict")).toBeVisible();
  await expect(drawer.getByText("Write the reason")).toBeVisible();
  const form = drawer.locator("form").filter({ has: page.getByRole("button", { name: "Save the change" }) });
  await form.getByRole("button", { name: "Met", exact: true }).click();
  await form.getByLabel("Reason").fill("Ran two clusters, told on the phone");
  await form.getByRole("button", { name: "Save the change" }).click();
  await expectToast(page, "Changed; score and advice follow");
  const item = drawer.locator("li[data-key]").filter({ hasText: "Kubernetes" });
  await expect(item).toContainText("Changed by Rita Recruiter");
  await expect(item).toContainText("Ran two clusters, told on the phone");
  await expect(item).toContainText("The engine said: Unknown, to be asked");
  await expect(item.getByRole("img").first()).toHaveAccessibleName("Met, changed by a person");
  await expect(drawer.getByText(/Engine alone: \d+\.\d/)).toBeVisible();

  const downloading = page.waitForEvent("download");
  await drawer.getByRole("link", { name: "Report (Markdown)" }).click();
  expect(await readFile(await (await downloading).path(), "utf8")).toContain("Ran two clusters, told on the phone");
  const downloadingPdf = page.waitForEvent("download", { timeout: 30_000 });
  await drawer.getByRole("button", { name: "Report (PDF)" }).click();
  const pdf = await readPdf(await readFile(await (await downloadingPdf).path()));
  const words = pdf.pages.join(" ").replace(/\s+/g, " ");
  expect(words).toContain("Ran two clusters, told on the phone");
  expect(words).toContain("The engine said: Unknown, to be asked");
  await page.keyboard.press("Escape");
  await expect(drawer).toBeHidden();
  await expect(mark).toHaveAccessibleName(/: Met, changed by a person$/);
  await expect(row).toContainText("1 verdict changed by a person");

  // It holds for the next result.
  const again = await recruiter.json<{ batchId: string }>("POST", `/api/v1/positions/${positionId}/screenings`, {
    resumeIds,
  });
  await expect
    .poll(async () => (await recruiter.json<{ state: string }[]>("GET", `/api/v1/batches?batchId=${again.batchId}`))[0])
    .toMatchObject({ state: "completed" });
  await page.goto(`/positions/${positionId}/board`);
  await expect(mark).toHaveAccessibleName(/: Met, changed by a person$/);

  await page.getByRole("button", { name: /^Jane Miller · Kubernetes: / }).click();
  await item.getByRole("button", { name: "Make it a rule for everybody…" }).click();
  await item.getByLabel("Treat these words as “Kubernetes”: Met").fill("Spring Boot");
  await item.getByRole("button", { name: "Save as a rule" }).click();
  await expectToast(page, "Saved in v2 of the position");
  await item.getByRole("button", { name: "Take back" }).click();
  await expectToast(page, "Taken back");
  await expect(item).not.toContainText("The engine said");
  await item.getByText("1 earlier change").click();
  await expect(item).toContainText("Met – Rita Recruiter");
  await page.keyboard.press("Escape");
  await expect(mark).toHaveAccessibleName(/: Unknown, to be asked$/);

  // The rule counts from the next screening on, and stands in the position, where it can be taken away.
  await page.getByRole("button", { name: "Screen 1 again" }).click();
  await expect(mark).toHaveAccessibleName(/: Met$/, { timeout: 60_000 });
  await mark.click();
  await expect(item).toContainText("By a rule of the position, “Spring Boot” counts as meeting it.");
  await page.goto(`/positions/${positionId}`);
  await expect(page.getByText("Also counts:")).toBeVisible();
  await page.getByRole("button", { name: /“Spring Boot” no longer counts/ }).click();
  await expect(page.getByText("Also counts:")).toBeHidden();
});
