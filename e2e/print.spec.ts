import { mixedFiles, nameOf, pdfFile } from "../lib/testing/resume-files";
import { expect, test } from "./fixtures";
import { readPdf } from "./support/read-pdf";
import { screenedPosition } from "./support/scenario";

const navigation = /Settings|Skip to content|Rita Recruiter|Choose files/;
const [a4Short, a4Long] = [595, 842];

test("resume, evidence and board print on A4 without navigation, whole and in order", async ({ page, api }) => {
  const files = Array.from({ length: 45 }, (_, index) => pdfFile(index));
  const { positionId, resumeIds, applicationIds } = await screenedPosition(api("recruiter"), { files });
  await page.emulateMedia({ colorScheme: "dark" });
  const print = async (path: string, sign: string) => {
    await page.goto(path);
    await expect(page.locator(sign).first()).toBeVisible();
    await page.waitForLoadState("networkidle");
    const { pages, width, height } = await readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    const text = pages.join(" ");
    expect(text).not.toMatch(navigation);
    expect(
      pages.every((one) => one.trim() !== ""),
      "no empty page",
    ).toBe(true);
    return { text, pages, size: [Math.round(width), Math.round(height)] };
  };

  const resume = await print(`/resumes/${resumeIds[0]}`, "canvas");
  expect(resume.size).toEqual([a4Short, a4Long]);
  for (const part of [nameOf(0), "Northwind Systems 0", "Technical University of Munich", "PostgreSQL"])
    expect(resume.text).toContain(part);
  expect(resume.text).not.toContain("Download");

  const evidence = await print(`/positions/${positionId}/board?application=${applicationIds[0]}`, "[role=dialog] form");
  expect(evidence.size).toEqual([a4Short, a4Long]);
  for (const part of ["Java, Spring Boot", "Why this advice", "Technical view"]) expect(evidence.text).toContain(part);
  expect(evidence.text).not.toMatch(/Record the decision|Search candidates/);

  // More candidates than the screen draws at once: every one is on paper.
  const board = await print(`/positions/${positionId}/board`, "tbody tr");
  expect(board.size).toEqual([a4Long, a4Short]);
  const missing = Array.from({ length: 45 }, (_, index) => nameOf(index)).filter((name) => !board.text.includes(name));
  expect(missing).toEqual([]);
  expect(board.text).not.toContain("Any advice");
});

test("the library prints its rows", async ({ page, api }) => {
  await api("recruiter").importAll(mixedFiles(8));
  await page.goto("/resumes");
  await expect(page.locator("tbody tr")).toHaveCount(8);
  await page.waitForLoadState("networkidle");
  const { pages } = await readPdf(await page.pdf({ preferCSSPageSize: true }));
  expect(pages).toHaveLength(1);
  expect(pages[0]).toContain("Jane Miller");
  expect(pages[0]).not.toMatch(navigation);
});
