import { expect, test } from "./fixtures";
import { screenedPosition } from "./support/scenario";

const resume = `欧阳志远
男 | 31岁 | 邮箱：ouyangzhiyuan@example.com | 电话：13911112222
工作经历
2017.07 - 至今  杭州云杉科技有限公司  Java开发工程师
欧阳志远负责订单系统的 Java 与 Spring Boot 开发
专业技能
Java, Spring Boot
`;

test("a position is made blind, and one of its candidates is opened", async ({ page, api, pool, organisation }) => {
  const files = [{ name: "欧阳志远.txt", bytes: Buffer.from(resume) }];
  const { positionId, resumeIds } = await screenedPosition(api("recruiter"), { files });
  await page.goto(`/positions/${positionId}`);
  const saved = page.waitForResponse((response) => response.url().endsWith("/blind") && response.ok());
  await page.getByLabel("Blind review").selectOption("person");
  await saved;

  const pages = [`/positions/${positionId}/board`, "/resumes", `/positions/${positionId}`, `/resumes/${resumeIds[0]}`];
  for (const path of pages) {
    const answer = await page.goto(path);
    await expect(page.getByText(/#\d+/).first(), path).toBeVisible();
    expect(await answer?.text(), path).not.toMatch(/欧阳志远|ouyangzhiyuan|13911112222/);
    expect(await page.content(), path).not.toMatch(/欧阳志远|ouyangzhiyuan|13911112222/);
  }
  await expect(page.getByRole("link", { name: "Download" })).toHaveCount(0);

  await page.goto(`/positions/${positionId}/board`);
  await page
    .getByRole("row")
    .getByText(/^#\d+$/)
    .click();
  const drawer = page.getByRole("dialog").first();
  await expect(drawer.getByRole("heading", { name: /^Candidate #\d+$/ })).toBeVisible();
  await expect(drawer.getByText("Blind review: who this is")).toBeVisible();
  await drawer.getByRole("button", { name: "Show me who it is" }).click();
  const confirm = page.getByRole("dialog", { name: "Open this candidate?" });
  await confirm.getByRole("button", { name: "Show me who it is" }).click();
  await expect(page.getByRole("heading", { name: "欧阳志远" })).toBeVisible();
  await page.goto(`/resumes/${resumeIds[0]}?tab=activity`);
  await expect(page.getByText("Identity shown")).toBeVisible();
  const { rows } = await pool.query(
    "select count(*)::int as count from audit_event where organisation_id = $1 and action = 'resume.identity_opened'",
    [organisation.id],
  );
  expect(rows).toEqual([{ count: 1 }]);
});
