import { expect, test } from "./fixtures";
import { findAxeProblems } from "./support/page-checks";
import { screenedPosition } from "./support/scenario";

test.use({
  browser: async ({ playwright, launchOptions }, use) => {
    const fake = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];
    const args = [...(launchOptions.args ?? []), ...fake];
    const browser = await playwright.chromium.launch({ ...launchOptions, args });
    await use(browser);
    await browser.close();
  },
  // The link that was used is tried again.
  expectedErrors: [/404/],
});

test("a candidate answers on a phone by a link, in Chinese, and what was recorded can be watched", async ({
  browser,
  baseURL,
  page,
  api,
}) => {
  const recruiter = api("recruiter");
  const { resumeIds } = await screenedPosition(recruiter);
  const asked = { resumeId: resumeIds[0], positionApplied: "Backend engineer", language: "zh", days: 3 };
  const questions = [
    { text: "你做过什么系统？", seconds: 30 },
    { text: "为什么想换工作？", seconds: 15 },
  ];
  const { path } = await recruiter.json<{ path: string }>("POST", "/api/v1/video-invites", { ...asked, questions });
  const phone = await browser.newContext({ baseURL, locale: "zh-CN", viewport: { width: 390, height: 844 } });
  const candidate = await phone.newPage();
  await candidate.goto(path);
  await expect(candidate.getByText("2 个问题")).toBeVisible();
  expect(await findAxeProblems(candidate)).toEqual([]);
  await candidate.getByRole("checkbox").check();
  await candidate.getByRole("button", { name: "继续" }).click();
  await candidate.getByRole("button", { name: "打开摄像头和麦克风" }).click();
  await candidate.getByRole("button", { name: "开始第一题" }).click();
  for (const { text } of questions) {
    await expect(candidate.getByText(text)).toBeVisible();
    await candidate.getByRole("button", { name: "开始录制" }).click();
    await expect(candidate.getByRole("timer")).toContainText(/还剩 (29|28|14|13) 秒/);
    if (text === questions[0]?.text) {
      await candidate.getByRole("button", { name: "停止" }).click();
      await candidate.getByRole("button", { name: "重新录制" }).click();
      await expect(candidate.getByRole("timer")).toContainText(/还剩 2[89] 秒/);
    }
    await candidate.getByRole("button", { name: "停止" }).click();
    expect(await candidate.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await candidate.getByRole("button", { name: "发送这段回答" }).click();
    if (text !== questions[0]?.text) continue;
    // A phone puts the page away; what was sent is not answered again.
    await expect(candidate.getByText(questions[1]?.text ?? "")).toBeVisible();
    await candidate.reload();
    await candidate.getByRole("button", { name: "打开摄像头和麦克风" }).click();
    await expect(candidate.getByText("已收到 1 段回答")).toBeVisible();
    await candidate.getByRole("button", { name: "继续下一题" }).click();
  }
  await expect(candidate.getByText("完成了，谢谢")).toBeVisible();
  await candidate.goto(path);
  await expect(candidate.getByText("链接无法使用")).toBeVisible();
  await phone.close();

  await page.goto("/videos");
  await expect(page.getByRole("region", { name: "Links sent to candidates" })).toContainText("answered");
  const picture = page.getByRole("table").locator("img").first();
  await expect.poll(() => picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(480);
  await page.getByRole("table").getByRole("link").first().click();
  await expect(page.getByText("Question 1: recorded again")).toBeVisible();
  const player = page.locator("video");
  await expect.poll(() => player.evaluate((video: HTMLVideoElement) => video.videoWidth)).toBeGreaterThan(0);
  await expect.poll(() => player.evaluate((video: HTMLVideoElement) => video.duration)).toBeGreaterThan(1);
});
