import type { Page } from "@playwright/test";
import { mixedFiles, txtFile } from "../lib/testing/resume-files";
import { drawPage, toPng } from "../lib/testing/scan-files";
import { expect, test } from "./fixtures";
import { findAxeProblems } from "./support/page-checks";
import { expectToast } from "./support/ui";

const isClean = async (page: Page) => expect(await findAxeProblems(page)).toEqual([]);

/** As an older reader left them. */
const makeOutdated = `
  update resume set parser_version = '1', current_title = 'Older title'
  where organisation_id = $1`;

test("a resume is read again from its page, keeps its correction, and says so", async ({
  page,
  api,
  pool,
  organisation,
}) => {
  const [id] = await api("recruiter").importAll([txtFile(3)]);
  await api("recruiter").json("PUT", `/api/v1/resumes/${id}/corrections`, { path: "name", value: "陈远" });
  await pool.query(makeOutdated, [organisation.id]);
  await page.goto(`/resumes/${id}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("陈远");
  await isClean(page);
  await page.getByRole("button", { name: "Read the file again" }).click();
  type Detail = { currentTitle: string; state: string; rereading: object | null };
  const read = () => api("recruiter").json<Detail>("GET", `/api/v1/resumes/${id}`);
  await expect.poll(read).toMatchObject({ state: "COMPLETED", currentTitle: "高级后端工程师", rereading: null });
  await expect(page.getByText("Being read again")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("陈远");
  await page.getByRole("tab", { name: "Activity" }).click();
  await expect(page.getByRole("tabpanel")).toContainText(/Reading again requested\s*Rita Recruiter/);
});

test("a file that is gone leaves the reading as it was, with the reason beside it", async ({ page, api, pool }) => {
  const [id] = await api("recruiter").importAll([txtFile(4)]);
  await pool.query("update resume set storage_key = 'resumes/nowhere' where id = $1", [id]);
  await page.goto(`/resumes/${id}`);
  await page.getByRole("button", { name: "Read the file again" }).click();
  const fields = page.getByRole("region", { name: "What was read" });
  await expect(fields.getByText(/could not be read again, and what was read before stands/)).toBeVisible();
  await expect(fields.getByRole("button", { name: "杭州云图网络科技有限公司" })).toBeVisible();
  await isClean(page);
});

test("chosen resumes are read again from the library", async ({ page, api, pool, organisation }) => {
  await api("recruiter").importAll(mixedFiles(3, 4100));
  await pool.query(makeOutdated, [organisation.id]);
  await page.goto("/resumes");
  const boxes = page.getByRole("checkbox", { name: /^Select / });
  // The first one selects all.
  await boxes.nth(1).check();
  await boxes.nth(2).check();
  await page.getByRole("button", { name: "Read 2 again" }).click();
  await expectToast(page, "Reading 2 again");
  const left = async () => {
    const where = "organisation_id = $1 and current_title = 'Older title'";
    return (await pool.query(`select count(*)::int as left from resume where ${where}`, [organisation.id])).rows;
  };
  await expect.poll(left).toEqual([{ left: 1 }]);
});

test("a scan is read again page by page, and shows its old reading meanwhile", async ({ api, pool }) => {
  const bytes = toPng(drawPage(["# Jane Miller", "jane@example.com", "Skills", "Java and Docker"]));
  const [id] = await api("recruiter").importAll([{ name: "scan.png", bytes }]);
  type Detail = { state: string; candidateName: string; rereading: object | null; document: { text: string } };
  const read = () => api("recruiter").json<Detail>("GET", `/api/v1/resumes/${id}`);
  const before = await read();
  await pool.query("update resume set candidate_name = 'Older name' where id = $1", [id]);
  await api("recruiter").json("POST", "/api/v1/resumes/retry", { resumeIds: [id] });
  expect(await read()).toMatchObject({ state: "COMPLETED", document: before.document });
  await expect.poll(read, { timeout: 30_000 }).toMatchObject({ candidateName: "Jane Miller", rereading: null });
  expect((await read()).document).toEqual(before.document);
});

test.describe("an admin", () => {
  test.use({ role: "admin" });

  test("has all that an older reader read be read again, and sees how far it is", async ({
    page,
    api,
    pool,
    organisation,
  }) => {
    await api("recruiter").importAll(mixedFiles(6, 4200));
    await pool.query(makeOutdated, [organisation.id]);
    await page.goto("/settings/system");
    const panel = page.getByRole("region", { name: "Reading" });
    await expect(panel.getByText("6 resumes were read by an older reader.")).toBeVisible();
    await expect(panel).toContainText("0 / 6");
    await isClean(page);
    await panel.getByRole("button", { name: "Read 6 resumes again" }).click();
    await expect(panel.getByText("All 6 resumes were read by the present reader.")).toBeVisible();
    await isClean(page);
  });
});
