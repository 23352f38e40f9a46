import { pdfFile } from "../lib/testing/resume-files";
import { expect, test } from "./fixtures";

test("a file is tried: its page with marks on the left, the answer's JSON on the right, nothing kept", async ({
  page,
  api,
}) => {
  const { name, bytes } = pdfFile(3);
  await page.goto("/parser");
  const choose = page.locator("input[type=file]");
  await choose.setInputFiles({ name, mimeType: "application/pdf", buffer: bytes });
  const answer = page.getByRole("region", { name: "JSON of the answer" });
  await expect(answer).toContainText('"email": "omar.miller.3@example.com"');
  const original = page.getByRole("region", { name: "Original" });
  await expect(original.locator("canvas").first()).toBeVisible();
  await expect.poll(() => original.locator("[data-hit]").count()).toBeGreaterThan(5);
  expect(await api("recruiter").json("GET", "/api/v1/resumes")).toMatchObject({ total: 0 });

  await choose.setInputFiles({
    name: "empty.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.7\nrubbish"),
  });
  await expect(page.getByRole("alert").filter({ hasText: "damaged" })).toBeVisible();
});
