import { makeDocx, paragraph } from "../lib/resume/parsing/fixtures/make-zip";
import { docxFile, nameOf, passwordPdf, pdfFile, resumeLines, txtFile } from "../lib/testing/resume-files";
import { expect, test } from "./fixtures";
import { findAxeProblems } from "./support/page-checks";
import { screenedPosition } from "./support/scenario";
import { expectToast } from "./support/ui";

test("tags and comments are written on the page, and the activity tells of them", async ({ page, api, openPage }) => {
  const { resumeIds } = await screenedPosition(api("recruiter"), { files: [txtFile(1), txtFile(2)] });
  await api("recruiter").call("POST", "/api/v1/resumes/tags", { resumeIds: [resumeIds[1]], add: ["campus 2026"] });
  await page.goto(`/resumes/${resumeIds[0]}`);
  await page.getByRole("button", { name: "Add a tag" }).click();
  await expect(page.locator("datalist option")).toHaveAttribute("value", "campus 2026");
  await page.getByRole("combobox", { name: "Add a tag" }).fill("backend");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Remove the tag “backend”" })).toBeVisible();

  // By keyboard from the first tab to the comments.
  await page.getByRole("tab", { name: "Fields" }).focus();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tab", { name: "Comments" })).toBeFocused();
  await page.getByLabel("Comment", { exact: true }).fill("Prefers mornings");
  await page.getByRole("button", { name: "Add comment" }).click();
  const comments = page.getByRole("tabpanel").getByRole("listitem");
  await expect(comments).toContainText("Rita Recruiter");
  await expect(comments).toContainText("Prefers mornings");

  const colleague = await openPage("admin");
  await colleague.goto(`/resumes/${resumeIds[0]}?tab=comments`);
  await expect(colleague.getByText("Prefers mornings")).toBeVisible();
  await expect(colleague.getByRole("tabpanel").getByRole("button", { name: "Edit" })).toHaveCount(0);

  await page.getByRole("tab", { name: "Activity" }).click();
  const done = page.getByRole("tabpanel").getByRole("listitem");
  await expect(done).toHaveText([
    /Comment added.*Rita/,
    /Tags changed.*1 added/,
    /Screened for Backend engineer/,
    /Read/,
    /received/,
  ]);
  await page.getByRole("tab", { name: "Screenings" }).click();
  await page.getByRole("tabpanel").getByRole("link", { name: "Backend engineer" }).click();
  await expect(page).toHaveURL(/\/board\?application=/);
});

test("a Word file is shown as it was written, and a field points at its place in the text", async ({ page, api }) => {
  const table =
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Kafka</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>5 years</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
  const bytes = makeDocx(resumeLines(3).map(paragraph).join("") + table);
  const [id] = await api("recruiter").importAll([{ name: "word.docx", bytes }]);
  await page.goto(`/resumes/${id}?q=kafka`);
  const original = page.getByRole("region", { name: "Original" });
  await expect(original.getByRole("cell", { name: "Kafka" })).toBeVisible();
  await expect(original.locator("mark")).toHaveText(["Kafka"]);
  await page.getByRole("button", { name: nameOf(3), exact: true }).click();
  await expect(original.getByRole("button", { name: "As text" })).toHaveAttribute("aria-pressed", "true");
  await expect(original.locator("mark[data-mark]")).toHaveText(nameOf(3));
  await original.getByRole("button", { name: "As document" }).click();
  await expect(original.getByRole("cell", { name: "Kafka" })).toBeVisible();
  expect(await findAxeProblems(page)).toEqual([]);
});

test("a search marks its words in text and PDF, and goes from one to the next", async ({ page, api }) => {
  const [textId, pdfId] = await api("recruiter").importAll([txtFile(4), pdfFile(5)]);
  await page.goto(`/resumes/${textId}?q=订单系统`);
  await expect(page.getByText("1 hit for “订单系统”")).toBeVisible();
  await expect(page.locator("mark")).toHaveText("订单系统");
  await page.getByRole("button", { name: "Stop marking" }).click();
  await expect(page.locator("mark")).toHaveCount(0);

  // The value of a filter in the search box, and a beginning: the hit is what stands there.
  await page.goto(`/resumes/${textId}?q=${encodeURIComponent("技能:mysql kub")}`);
  await expect(page.locator("mark")).not.toHaveCount(0);
  for (const mark of await page.locator("mark").allTextContents()) expect(mark).toMatch(/^(mysql|kub)$/i);

  await page.goto(`/resumes/${pdfId}?q=Spring%20Boot`);
  await expect(page.locator("canvas").first()).toBeVisible();
  await expect(page.locator("[data-hit]").first()).toBeVisible();
  await page.getByRole("button", { name: "Next hit" }).click();
  await page.getByRole("button", { name: "Next hit" }).click();
  await expect(page.getByText(/“Spring Boot”: 2 of \d/)).toBeVisible();
  await expect(page.locator("[data-mark]")).toHaveCount(1);
});

test("same file, same person and near duplicates are three notices; joining can be undone", async ({ page, api }) => {
  const lines = resumeLines(0);
  const text = (content: string[]) => Buffer.from(content.join("\n"));
  const recruiter = api("recruiter");
  const [id] = await recruiter.importAll([
    { name: "jane.txt", bytes: text(lines) },
    { name: "jane-again.txt", bytes: text(lines) },
    {
      name: "new.txt",
      bytes: text(["Jane Miller", lines[2] ?? "", "", "Skills", "Baking, pottery, long walks by the sea"]),
    },
    { name: "karla.txt", bytes: text(["Karla Weber", "Email: karla@example.org", ...lines.slice(3)]) },
  ]);
  await page.goto(`/resumes/${id}`);
  await expect(page.getByRole("region", { name: "Received before" })).toContainText("jane-again.txt");
  await expect(page.getByRole("region", { name: "Nearly the same text" })).toContainText(/Karla Weber.*\d\d% the same/);
  const person = page.getByRole("region", { name: "Possibly the same person" });
  await expect(person).toContainText("same phone number");
  await person.getByRole("button", { name: "Compare and join" }).click();
  const dialog = page.getByRole("dialog", { name: "Is this one person?" });
  await expect(dialog.getByRole("row").filter({ hasText: "Skills" })).toContainText(/Java.*Baking/);
  expect(await findAxeProblems(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Join as one person" }).click();
  await expectToast(page, "Joined as one candidate.");
  await expect(person).toHaveCount(0);
  await page.getByRole("tab", { name: "Versions" }).click();
  await expect(page.getByRole("tabpanel")).toContainText(/can be split until/);
  await page.getByRole("tabpanel").getByRole("button", { name: "What differs" }).click();
  await expect(page.getByRole("rowheader", { name: "Skills" })).toBeVisible();
  await expect(page.getByRole("rowheader", { name: "Name" })).toHaveCount(0);
  await page.getByRole("tabpanel").getByRole("button", { name: "Split off" }).click();
  await expect(page.getByText("This is the only one")).toBeVisible();
  await page.getByRole("tab", { name: "Fields" }).click();
  await person.getByRole("button", { name: "Compare and join" }).click();
  await dialog.getByRole("button", { name: "Join as one person" }).click();
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(person).toBeVisible();
});

test.describe("what could not be read", () => {
  test.use({ expectedErrors: [/400/] });

  test("a PDF opens with its password, which a wrong one does not", async ({ page, api }) => {
    const { item } = await api("recruiter").upload("locked.pdf", (await passwordPdf("open sesame")).bytes);
    await api("recruiter").importDone(item.batchId);
    await page.goto(`/resumes/${item.resumeId}`);
    await page.getByLabel("Password of the file").fill("guess");
    await page.getByRole("button", { name: "Open and read" }).click();
    await expect(page.getByText("The password is wrong")).toBeVisible();
    await page.getByLabel("Password of the file").fill("open sesame");
    await page.getByRole("button", { name: "Open and read" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(nameOf(7));
    await expect(page.getByText("This PDF has a password")).toBeVisible();
    await expect(page.getByRole("region", { name: "Original" })).toContainText("Northwind Systems 7");
  });

  test("the text of a scan is typed in, and the scan stays beside it", async ({ page, api }) => {
    const { makePdf } = await import("../lib/resume/parsing/fixtures/make-pdf");
    const { item } = await api("recruiter").upload("scan.pdf", makePdf([[]]));
    await api("recruiter").importDone(item.batchId);
    await page.goto(`/resumes/${item.resumeId}`);
    await expect(page.getByText("There is no text in it")).toBeVisible();
    expect(await findAxeProblems(page)).toEqual([]);
    await page.getByRole("button", { name: "Type its text in" }).click();
    await page.getByLabel("Text of the resume").fill(resumeLines(8).join("\n"));
    await page.getByRole("button", { name: "Read from this text" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(nameOf(8));
    await expect(page.locator("canvas")).toBeVisible();
    await page.getByRole("button", { name: nameOf(8), exact: true }).click();
    await expect(page.locator("mark[data-mark]")).toHaveText(nameOf(8));
  });
});

test("with everything on it the page fits a phone", async ({ page, api }) => {
  const lines = resumeLines(0);
  const [id] = await api("recruiter").importAll([
    docxFile(0),
    { name: "new.txt", bytes: Buffer.from(["Jane Miller", lines[2], "", "Skills", "Baking"].join("\n")) },
  ]);
  await page.setViewportSize({ width: 390, height: 844 });
  for (const tab of ["fields", "timeline", "runs", "versions", "notes", "activity"]) {
    await page.goto(`/resumes/${id}?tab=${tab}&q=java`);
    await expect(page.getByRole("tabpanel")).toBeVisible();
    await page.waitForLoadState("networkidle");
    expect(await page.evaluate(() => document.documentElement.scrollWidth), tab).toBeLessThanOrEqual(390);
    expect(await findAxeProblems(page), tab).toEqual([]);
  }
});
