import { pdfWith, picture } from "../lib/testing/photo-files";
import { nameOf, pdfFile, resumeLines } from "../lib/testing/resume-files";
import { expect, test } from "./fixtures";
import { findAxeProblems } from "./support/page-checks";
import { savePosition } from "./support/scenario";
import { expectToast } from "./support/ui";

const fullResume = [
  "李晓文",
  "男 | 1994-03 | 汉族 | 未婚",
  "手机：13912345678",
  "微信：lxw_1994",
  "现居住地：杭州",
  "求职状态：在职，考虑机会",
  "目前薪资：25k",
  "期望职位：技术经理",
  "期望薪资：30-40k",
  "期望城市：上海",
  "",
  "工作经历",
  "2021.03 - 至今    杭州云图网络科技有限公司    后端工程师",
  "公司规模：500-999人",
  "汇报对象：技术总监",
  "负责订单系统，使用 Java 与 Spring Boot。",
  "2018.07 - 2019.06    上海微光科技有限公司    测试工程师",
  "离职原因：公司搬迁",
  "编写自动化测试。",
  "2017.07 - 2017.12    上海微光科技有限公司    测试实习生",
  "",
  "教育经历",
  "2014.09 - 2018.06    浙江大学    计算机科学与技术    本科",
  "",
  "专业技能",
  "精通 Java，熟悉 MySQL、Docker",
  "",
].join("\n");
const file = { name: "full.txt", bytes: Buffer.from(fullResume) };
const isClean = async (page: import("@playwright/test").Page) => expect(await findAxeProblems(page)).toEqual([]);

test("a value is corrected in place by keyboard, shows who did it, and goes back to what was read", async ({
  page,
  api,
  openPage,
}) => {
  const [id] = await api("recruiter").importAll([file]);
  await page.goto(`/resumes/${id}`);
  const fields = page.getByRole("region", { name: "What was read" });
  await fields.getByRole("button", { name: "李晓文", exact: true }).focus();
  await page.keyboard.press("Enter");
  const name = fields.getByRole("textbox", { name: "Name" });
  await expect(name).toBeFocused();
  await expect(page.locator("mark[data-mark]")).toHaveText("李晓文");
  await isClean(page);
  await name.fill("somebody else");
  await page.keyboard.press("Escape");
  await expect(fields.getByRole("button", { name: "李晓文", exact: true })).toBeFocused();

  await page.keyboard.press("Enter");
  await name.fill("李晓雯");
  await page.keyboard.press("Enter");
  await expectToast(page, "Name corrected.");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("李晓雯");
  await expect(fields.getByRole("button", { name: "李晓雯", exact: true })).toBeFocused();
  await expect(fields.getByText(/Corrected by Rita Recruiter/)).toBeAttached();

  const colleague = await openPage("admin");
  await colleague.goto("/resumes?q=lixiaowen");
  await expect(colleague.getByRole("link", { name: "李晓雯" })).toBeVisible();

  await page.keyboard.press("Enter");
  await expect(fields.getByText("Read as “李晓文”.")).toBeVisible();
  await fields.getByRole("button", { name: "Go back to it" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("李晓文");

  await fields.getByRole("button", { name: "Add E-mail" }).click();
  await fields.getByRole("textbox", { name: "E-mail" }).fill("no address");
  await page.keyboard.press("Enter");
  await expect(fields.getByRole("alert")).toHaveText("This is no e-mail address.");
  await fields.getByRole("textbox", { name: "E-mail" }).fill("lxw@example.com");
  await page.keyboard.press("Enter");
  await expect(fields.getByRole("button", { name: "lxw@example.com" })).toBeVisible();
  await fields.getByRole("button", { name: "Bachelor", exact: true }).click();
  await fields.getByRole("combobox", { name: "Degree" }).selectOption("master");
  await fields.getByRole("button", { name: "Save" }).click();
  await expect(fields.getByRole("button", { name: "Master", exact: true })).toBeVisible();
  await isClean(page);
  await page.getByRole("tab", { name: "Activity" }).click();
  await expect(page.getByRole("tabpanel")).toContainText("Field corrected");
});

test("sensitive details open for a recruiter, on record, and for no hiring manager", async ({
  page,
  api,
  openPage,
  organisation,
}) => {
  const [id] = await api("recruiter").importAll([file]);
  await page.goto(`/resumes/${id}`);
  const fields = page.getByRole("region", { name: "What was read" });
  await expect(fields).not.toContainText("1994.03");
  const fold = fields.getByRole("button", { name: /Sensitive details.*each look is recorded/ });
  await fold.click();
  await expect(fields).toContainText("1994.03");
  await expect(fields).toContainText("汉族");
  await isClean(page);
  await fields.getByRole("button", { name: "汉族" }).click();
  await expect(page.locator("mark[data-mark]")).toHaveText("汉族");
  await fold.click();
  await expect(fields).not.toContainText("汉族");
  await page.getByRole("tab", { name: "Activity" }).click();
  await expect(page.getByRole("tabpanel")).toContainText(/Sensitive details viewed\s*Rita Recruiter/);

  const { id: positionId } = await api("recruiter").json<{ id: string }>(
    "POST",
    "/api/v1/positions",
    savePosition("Lead"),
  );
  await api("recruiter").json("POST", `/api/v1/positions/${positionId}/applications`, { resumeIds: [id] });
  const userIds = [organisation.people.hiring_manager.id];
  await api("recruiter").call("PUT", `/api/v1/positions/${positionId}/members`, { userIds });
  const manager = await openPage("hiring_manager");
  await manager.goto(`/resumes/${id}`);
  await expect(manager.getByRole("heading", { level: 1 })).toHaveText("李晓文");
  await expect(manager.getByText("Sensitive details")).toHaveCount(0);
});

test("the photo of a resume shows with the sensitive details only, and to no list", async ({ page, api }) => {
  const bytes = await pdfWith(picture(300, 420), [80, 112], resumeLines(77));
  const [id] = await api("recruiter").importAll([{ name: "photo.pdf", bytes }]);
  const photo = async () =>
    (await api("recruiter").json<{ photo: string | null }>("POST", `/api/v1/resumes/${id}/sensitive`)).photo;
  await expect.poll(photo).toMatch(/^data:image\/jpeg/);
  await page.goto(`/resumes/${id}`);
  const fields = page.getByRole("region", { name: "What was read" });
  const picturedPerson = fields.getByRole("img", { name: "Photo from the resume" });
  await expect(picturedPerson).toHaveCount(0);
  const fold = fields.getByRole("button", { name: /Sensitive details/ });
  await fold.click();
  await expect(picturedPerson).toBeVisible();
  expect(await picturedPerson.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight])).toEqual(
    [286, 400],
  );
  await isClean(page);
  await fold.click();
  await expect(picturedPerson).toHaveCount(0);
  const list = await (await api("recruiter").call("GET", "/api/v1/resumes")).text();
  expect(list).not.toContain("data:image");
});

test("a place in the original leads to its field, in a text and in a PDF", async ({ page, api }) => {
  const [textId, pdfId] = await api("recruiter").importAll([file, pdfFile(5)]);
  await page.goto(`/resumes/${textId}?tab=comments`);
  const original = page.getByRole("region", { name: "Original" });
  const line = original.getByText("微光科技有限公司    测试工程师");
  await expect(line).toBeVisible();
  const place = await original.evaluate((region) => {
    const walker = document.createTreeWalker(region, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf("测试工程师") ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at + 1);
      range.setEnd(node, at + 2);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
    return { x: 0, y: 0 };
  });
  await page.mouse.click(place.x, place.y);
  const fields = page.getByRole("region", { name: "What was read" });
  await expect(fields.getByRole("button", { name: "测试工程师", exact: true })).toBeFocused();
  await expect(page.locator("mark[data-mark]")).toHaveText("测试工程师");

  await page.goto(`/resumes/${pdfId}`);
  await fields.getByRole("button", { name: "Contoso Ltd", exact: true }).click();
  await expect(fields.getByRole("textbox", { name: "Company" })).toBeFocused();
  const mark = page.locator("[data-mark]").first();
  await expect(mark).toBeVisible();
  const box = await mark.boundingBox();
  await page.keyboard.press("Escape");
  await page.mouse.click((box?.x ?? 0) + 5, (box?.y ?? 0) + 5);
  await expect(fields.getByRole("button", { name: "Contoso Ltd", exact: true })).toBeFocused();
  await expect(fields.getByRole("button", { name: nameOf(5), exact: true })).toBeVisible();
});

test("the timeline names long gaps, in the picture and in its table", async ({ page, api }) => {
  const [id] = await api("recruiter").importAll([file]);
  await page.goto(`/resumes/${id}`);
  await page.getByRole("tab", { name: "Timeline" }).click();
  const picture = page.getByRole("img", { name: /Timeline from 2014: 4 entries, 1 gap over 6 months/ });
  await expect(picture).toBeVisible();
  await expect(picture.locator("[data-gap]")).toHaveCount(1);
  const row = page.getByRole("table").getByRole("row").filter({ hasText: "Gap" });
  await expect(row).toHaveText(/2019\.07 – 2021\.02\s*Gap\s*1\.7 years/);
  await page
    .getByRole("table")
    .getByRole("button", { name: /后端工程师/ })
    .click();
  await expect(page.locator("mark[data-mark]")).toHaveText("后端工程师");
  await isClean(page);
});
