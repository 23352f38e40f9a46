import { expect, test } from "./fixtures";
import { findAxeProblems } from "./support/page-checks";
import { screenedPosition } from "./support/scenario";

test("a colleague is called in a comment by keys alone, finds it waiting, and it is edited and deleted", async ({
  page,
  api,
  openPage,
  organisation,
}) => {
  const recruiter = api("recruiter");
  const { positionId, applicationIds } = await screenedPosition(recruiter);
  const manager = organisation.people.hiring_manager;
  await recruiter.call("PUT", `/api/v1/positions/${positionId}/members`, { userIds: [manager.id] });
  await page.goto(`/positions/${positionId}/board?application=${applicationIds[0]}`);
  const drawer = page.getByRole("dialog");
  const comments = drawer.getByRole("region", { name: "Comments" });
  const box = comments.getByLabel("Comment", { exact: true });
  await box.click();
  await page.keyboard.type("@");
  await expect(page.getByRole("listbox", { name: "Colleagues" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await expect(drawer).toBeVisible();
  await page.keyboard.press("Backspace");
  await page.keyboard.type(`@${manager.name.slice(0, 3).toLowerCase()}`);
  await expect(page.getByRole("option")).toHaveText([new RegExp(manager.name)]);
  await page.keyboard.press("Enter");
  await page.keyboard.type("what do you think?");
  await expect(box).toHaveValue(`@${manager.name} what do you think?`);
  expect(await findAxeProblems(page)).toEqual([]);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(comments.getByRole("listitem")).toContainText(`@${manager.name} what do you think?`);

  const theirs = await openPage("hiring_manager");
  await theirs.goto("/");
  await theirs.getByRole("region", { name: "1 comment mentions you" }).getByRole("link").click();
  const item = theirs.getByRole("tabpanel").getByRole("listitem");
  await expect(item).toContainText("mentions you");
  await expect(item.getByRole("link", { name: "Backend engineer" })).toBeVisible();
  await expect(item.getByRole("button")).toHaveCount(0);
  await theirs.waitForLoadState("networkidle");
  await theirs.goto("/");
  await expect(theirs.getByText("Nothing waits for you.").or(theirs.getByText("waiting for a decision"))).toBeVisible();
  await expect(theirs.getByText("comment mentions you")).toHaveCount(0);

  await comments.getByRole("button", { name: "Edit" }).click();
  await comments.getByLabel("Your comment").fill("Settled by phone");
  await comments.getByRole("button", { name: "Save" }).click();
  await expect(comments.getByRole("listitem")).toContainText(/edited.*Settled by phone/s);
  await comments.getByRole("button", { name: "Delete" }).click();
  await expect(comments.getByRole("listitem")).toContainText("This comment was deleted.");
});
