import { expect, test } from "./fixtures";
import { screenedPosition } from "./support/scenario";
import { expectToast } from "./support/ui";

test("from a recommendation to a decision, its frozen copy, a letter and the figures", async ({ page, api }) => {
  const recruiter = api("recruiter");
  const { positionId, applicationIds } = await screenedPosition(recruiter, { title: "Backend engineer" });
  const [applicationId] = applicationIds;
  await page.goto(`/recommendations/${applicationId}`);
  await page.getByRole("button", { name: "Put everything together" }).first().click();
  const matrix = page.getByRole("region", { name: "Evidence by source" });
  await expect(matrix.getByRole("columnheader", { name: "Resume" })).toBeVisible();
  await expect(matrix.locator("blockquote").first()).toBeVisible();
  await expect(page.getByRole("region", { name: "Report", exact: true })).toContainText("Recommendation:");
  await expect(page.getByRole("region", { name: "What nobody knows yet" })).toContainText("points hang on it");

  const aside = page.getByRole("complementary", { name: "Decision" });
  await aside.getByRole("button", { name: "Reject" }).click();
  await aside.getByLabel("Reason", { exact: true }).fill("asked for much more");
  await aside.getByRole("button", { name: "Record the decision" }).click();
  await expect(aside.getByText("Choose the reason")).toBeVisible();
  await aside.getByLabel("Reason for rejecting").selectOption("salary");
  await aside.getByRole("button", { name: "Record the decision" }).click();
  await expectToast(page, "Recorded; stage: Rejected");

  await aside.getByRole("button", { name: "Draft", exact: true }).click();
  const letter = aside.getByLabel("Text");
  await expect(letter).toHaveValue(/a review by another person/);
  await expect(letter).not.toHaveValue(/asked for much more/);
  await aside.getByRole("link", { name: "What was on the screen" }).click();
  await expect(page.getByText("The snapshot is what was sealed.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "The recommendation, as it stood" })).toBeVisible();

  await page.goto(`/positions/${positionId}/finalists?applications=${applicationIds.slice(0, 2).join(",")}`);
  await expect(page.getByRole("img", { name: /Radar/ })).toBeVisible();
  await page.goto("/figures");
  const funnel = page.getByRole("region", { name: "Funnel" });
  const rejected = funnel.getByRole("row", { name: /Rejected/ });
  await rejected.getByRole("link", { name: "1" }).first().click();
  await expect(page.getByRole("table").getByRole("row")).toHaveCount(2);
});
