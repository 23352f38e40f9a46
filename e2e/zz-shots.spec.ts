import { test } from "./fixtures";
import { makeContent } from "./support/pages";

test.use({ role: "admin" });
test("shots", async ({ page, api }) => {
  test.setTimeout(240_000);
  const c = await makeContent(api("recruiter"));
  await api("admin").call("PATCH", "/api/v1/organisation-settings", { keepsInterviewAudio: true });
  const list: [string, string][] = [
    [`/recommendations/${c.applicationIds[0]}`, "rec"],
    [`/positions/${c.positionId}/finalists`, "finalists"],
    [`/positions/${c.positionId}/reports`, "reports"],
    ["/letters", "letters"],
    ["/figures", "figures"],
    ["/figures/list?figure=funnel&of=applied", "figlist"],
    ["/videos", "videos"],
    [`/videos/${c.videoId}`, "video"],
    ["/settings", "settings"],
    ["/", "home"],
    [`/interviews/${c.interviews.over}`, "ivover"],
    [`/interviews/${c.interviews.live}/live`, "live"],
    [`/interviews/${c.interviews.planned}`, "ivplan"],
  ];
  for (const [w, h] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width: w, height: h });
    for (const [path, name] of list) {
      await page.goto(path);
      await page.waitForLoadState("networkidle");
      await page.screenshot({ path: `/tmp/shots/${name}-${w}.png`, fullPage: true });
    }
    await page.goto(`/interviews/${c.interviews.planned}`);
    await page.getByRole("button", { name: "Start", exact: true }).click();
    await page.getByLabel("agreed, by word of mouth").check();
    await page.screenshot({ path: `/tmp/shots/consent-${w}.png` });
  }
});
