import { expect, test } from "./fixtures";
import { heldInterview, screenedPosition } from "./support/scenario";
test.use({ role: "admin" });
for (const [lang, width] of [["zh", 1440], ["en", 390], ["zh", 390], ["en", 1440]] as const)
  test(`${lang} ${width}`, async ({ page, context, api }) => {
    await context.addCookies([{ name: "hireglass-locale", value: lang, url: process.env.E2E_URL ?? "" }]);
    await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
    const s = await screenedPosition(api("admin"));
    const planned = await heldInterview(api("admin"), s, "planned");
    const live = await heldInterview(api("admin"), s, "live");
    const over = await heldInterview(api("admin"), s, "over");
    for (const [name, path] of [["list", "/interviews"], ["plan", `/interviews/${planned}`], ["live", `/interviews/${live}/live`], ["over", `/interviews/${over}`], ["resume", `/resumes/${s.resumeIds[0]}?tab=interviews`]] as const) {
      await page.goto(path);
      await page.waitForLoadState("networkidle");
      await page.screenshot({ path: `/tmp/shots/${name}-${lang}-${width}.png`, fullPage: name !== "live" });
    }
    await page.goto("/interviews");
    await page.getByRole("button", { name: /New interview|新建面试/ }).first().click();
    await page.waitForTimeout(500);
    await page.screenshot({ path: `/tmp/shots/new-${lang}-${width}.png` });
    expect(1).toBe(1);
  });
