import { expect, type Page } from "@playwright/test";
import { hostileFiles } from "../../lib/testing/hostile-files";
import { docxFile, pdfFile, txtFile } from "../../lib/testing/resume-files";
import type { Api } from "./api";
import { type Scenario, screenedPosition } from "./scenario";

/** Every page of the workspace, with what shows that it is there. */
export function pages({ positionId, resumeIds, applicationIds, batchId }: Scenario): [string, string][] {
  return [
    ["/", "h1"],
    ["/resumes", "tbody tr"],
    ["/resumes?q=java", "tbody tr"],
    ["/resumes?q=nothing-like-it", "main p"],
    [`/resumes/${resumeIds[0]}`, "canvas"],
    [`/resumes/${resumeIds[2]}`, "section"],
    ["/positions", "tbody tr"],
    ["/positions/new", "form"],
    [`/positions/${positionId}`, "form"],
    [`/positions/${positionId}/board`, "tbody tr"],
    [`/positions/${positionId}/board?application=${applicationIds[0]}`, "[role=dialog] textarea"],
    ["/screening", "tbody tr"],
    [`/screening/${batchId}`, "tbody tr"],
    ["/settings", "#users"],
  ];
}

/** What the pages need to have something on them. */
export async function makeContent(api: Api) {
  const scenario = await screenedPosition(api, { files: [pdfFile(1), docxFile(2), txtFile(3)] });
  const bad = hostileFiles().find(({ name }) => name === "broken.pdf");
  if (bad) await api.upload(bad.name, bad.bytes);
  return scenario;
}

export async function open(page: Page, path: string, sign: string) {
  await page.goto(path);
  await expect(page.locator(sign).first(), path).toBeVisible();
  await page.waitForLoadState("networkidle");
}
