import { expect, test } from "./fixtures";
import { screenedPosition } from "./support/scenario";

test.use({ role: "admin" });

test("the first steps are ticked as they are done, and can be put away", async ({ page, api, openPage }) => {
  await page.goto("/");
  const list = page.getByRole("region", { name: "First steps" });
  // The organisation of a test has colleagues from the start.
  await expect(list.getByText("1 of 4 done")).toBeVisible();
  await expect(list.getByRole("link", { name: /Create the first position/ })).toHaveAttribute("href", "/positions/new");
  await list.getByRole("link", { name: /Invite a colleague/ }).click();
  await expect(page.getByRole("heading", { name: "Users" })).toBeVisible();

  const recruiter = await openPage("recruiter");
  await recruiter.goto("/");
  const theirs = recruiter.getByRole("region", { name: "First steps" });
  await expect(theirs.getByText("0 of 3 done")).toBeVisible();
  await recruiter.waitForLoadState("networkidle");
  await theirs.getByRole("button", { name: "Do not show again" }).click();
  await expect(theirs).toBeHidden();
  await recruiter.reload();
  await expect(recruiter.getByRole("heading", { name: "Today", level: 1 })).toBeVisible();
  await expect(theirs).toBeHidden();

  await api("admin").importAll([{ name: "jane.txt", bytes: Buffer.from("Jane Miller\nJava developer") }]);
  await page.goto("/");
  await expect(list.getByText("2 of 4 done")).toBeVisible();
  await screenedPosition(api("admin"));
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Today", level: 1 })).toBeVisible();
  await expect(list).toBeHidden();
});
