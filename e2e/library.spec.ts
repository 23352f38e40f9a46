import { readFile } from "node:fs/promises";
import { mixedFiles } from "../lib/testing/resume-files";
import { expect, test } from "./fixtures";
import { expectToast } from "./support/ui";

const person = (name: string, city: string, skills: string) => ({
  name: `${name}.txt`,
  bytes: Buffer.from(`姓名：${name}\n现居城市：${city}\n学历：本科\n专业技能\n${skills}`),
});

test("a search is narrowed by filters with counts, kept as a view, and opened again", async ({ page, api }) => {
  await api("recruiter").importAll([
    person("王小明", "上海", "Java、Kafka"),
    person("李晓雯", "上海", "Python"),
    person("陈志强", "北京", "Java"),
  ]);
  await page.goto("/resumes");
  await expect(page.locator("tbody tr")).toHaveCount(3);
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: "City" }).click();
  const menu = page.getByRole("dialog", { name: "City" });
  await expect(menu.getByRole("listitem").first()).toHaveText("上海2");
  await menu.getByRole("checkbox", { name: "上海" }).check();
  await expect(page.locator("tbody tr")).toHaveCount(2);
  await page.keyboard.press("Escape");
  await expect(menu).toBeHidden();

  await page.getByRole("searchbox").fill("技能:java");
  await expect(page.locator("tbody tr")).toHaveCount(1);
  await expect(page.getByText("1 resume", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Save view" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Java in Shanghai");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  const views = page.getByRole("navigation", { name: "Saved views" });
  await views.getByRole("button", { name: "All resumes" }).click();
  await expect(page.locator("tbody tr")).toHaveCount(3);
  await views.getByRole("button", { name: "Java in Shanghai" }).click();
  await expect(page.locator("tbody tr")).toHaveCount(1);
  await expect(page).toHaveURL(/city=/);

  await page.getByRole("searchbox").fill("wangxm");
  await expect(page.getByText("No resume matches")).toBeVisible();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await page.getByRole("searchbox").fill("wxm");
  await expect(page.locator("tbody tr")).toHaveCount(1);
  await expect(page.getByRole("link", { name: "王小明" })).toBeVisible();
});

test("what was deleted comes back with Undo", async ({ page, api }) => {
  await api("recruiter").importAll(mixedFiles(3, 60));
  await page.goto("/resumes");
  await expect(page.getByText("3 resumes")).toBeVisible();
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("j");
  await page.keyboard.press("Space");
  await page.getByRole("region", { name: "Selected resumes" }).getByRole("button", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete 1" }).click();
  await expect(page.getByText("2 resumes")).toBeVisible();
  await expectToast(page, "Deleted 1");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("3 resumes")).toBeVisible();
});

test("a tag is put on many at once, filters by itself, and is taken back with Undo", async ({ page, api }) => {
  await api("recruiter").importAll(mixedFiles(2, 70));
  await page.goto("/resumes");
  await expect(page.locator("tbody tr")).toHaveCount(2);
  await page.getByRole("checkbox", { name: "Select all loaded" }).check();
  await page.getByRole("region", { name: "Selected resumes" }).getByRole("button", { name: "Add a tag" }).click();
  await page.getByRole("dialog").getByLabel("Tag").fill("shortlist");
  await page.getByRole("dialog").getByRole("button", { name: "Add a tag" }).click();
  await expectToast(page, "Tagged 2 with “shortlist”");
  await page.getByRole("searchbox").fill("tag:shortlist");
  await expect(page.locator("tbody tr")).toHaveCount(2);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("No resume matches")).toBeVisible();
});

test("columns are chosen and remembered, and the list is taken along as a file", async ({ page, api }) => {
  await api("recruiter").importAll([person("王小明", "上海", "Java"), person("李晓雯", "北京", "Python")]);
  await page.goto("/resumes?city=上海");
  await expect(page.locator("tbody tr")).toHaveCount(1);
  await page.waitForLoadState("networkidle");
  const open = () => page.getByRole("button", { name: "Columns and export" }).click();
  await open();
  await page.getByRole("menuitemcheckbox", { name: "Source" }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("columnheader", { name: "Source" })).toBeVisible();
  await open();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Table (CSV)" }).click();
  const csv = await readFile(await (await download).path(), "utf8");
  expect(csv).toContain("王小明");
  expect(csv).not.toContain("李晓雯");
  await page.reload();
  await expect(page.getByRole("columnheader", { name: "Source" })).toBeVisible();
});

test("⌘K goes to a page, a position, a person by pinyin", async ({ page, api }) => {
  const recruiter = api("recruiter");
  const [id] = await recruiter.importAll([person("王小明", "上海", "Java")]);
  await page.goto("/positions");
  await page.waitForLoadState("networkidle");
  await page.keyboard.press("ControlOrMeta+k");
  const palette = page.getByRole("dialog", { name: "Go to anything" });
  await palette.getByRole("combobox").fill("settings");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/settings\/access$/);
  await page.keyboard.press("ControlOrMeta+k");
  await palette.getByRole("combobox").fill("xiaoming");
  await expect(palette.getByRole("option", { name: "王小明" })).toBeVisible();
  await palette.getByRole("option", { name: "王小明" }).click();
  await expect(page).toHaveURL(new RegExp(`/resumes/${id}$`));
});
