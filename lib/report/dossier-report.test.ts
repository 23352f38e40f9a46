import JSZip from "jszip";
import mammoth from "mammoth";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, expect, test } from "vitest";
import { scopedDb } from "@/lib/db";
import { makeRecommendation } from "@/lib/recommendation/make-recommendation";
import { decide } from "@/lib/screening/decide";
import { makePosition, makeRecruiter, makeRequirement, makeResume, screen } from "@/lib/testing/factories";
import { pdfFile } from "@/lib/testing/resume-files";
import { useWorkspace } from "@/lib/testing/workspace";
import { getDossier } from "./dossier-report";
import { makeReport } from "./make-report";
import { closeReportPool } from "./pdf/report-pool";
import { getReportFile, requestReport } from "./request-report";

useWorkspace();
afterAll(closeReportPool);

async function candidate() {
  const viewer = await makeRecruiter();
  const requirements = [
    makeRequirement({ text: "Docker" }),
    makeRequirement({ kind: "other", text: "finance department" }),
  ];
  const { id: positionId } = await makePosition({ owner: viewer, requirements });
  const { name: fileName, bytes } = pdfFile(3, { pages: 2 });
  const { id: resumeId } = await makeResume({ owner: viewer, bytes, fileName });
  await screen({ positionId, resumeIds: [resumeId], viewer });
  const application = await scopedDb(viewer.organisationId).application.findFirstOrThrow({ where: { positionId } });
  return { viewer, applicationId: application.id, runId: application.currentRunId };
}

test("a dossier is there once there is a recommendation, with its evidence by page, in every format and both languages", async () => {
  const { viewer, applicationId, runId } = await candidate();
  const { organisationId } = viewer;
  const early = requestReport({ kind: "dossier", subjectId: applicationId, locale: "zh", viewer });
  await expect(early).rejects.toMatchObject({ code: "conflict", message: "no_recommendation" });
  const { result } = await makeRecommendation({ applicationId, viewer });
  const reason = "先电话沟通";
  await decide({ applicationId, runId, outcome: "hold", reason, viewer });

  for (const locale of ["zh", "en"] as const) {
    const { id: reportId } = await requestReport({ kind: "dossier", subjectId: applicationId, locale, viewer });
    expect(await makeReport({ organisationId, reportId, locale })).toEqual({ outcome: "made" });
    const { bytes } = await getReportFile({ reportId, viewer });
    const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
    expect(document.numPages).toBeGreaterThan(2);
    const texts = [];
    for (let page = 1; page <= document.numPages; page += 1) {
      const { items } = await (await document.getPage(page)).getTextContent();
      texts.push(items.map((item) => ("str" in item ? item.str : "")).join(""));
    }
    expect(texts[0]).toContain(viewer.name);
    const all = texts.join("").replace(/\s/g, "");
    expect(all).toContain(`${result.score?.value}`);
    expect(all).toContain(reason);
    expect(all).toContain(locale === "zh" ? "（按简历）" : "astheresumetellsit");
    expect(all).toMatch(locale === "zh" ? /第2页/ : /page2/);
  }
  const dossier = { applicationId, viewer, locale: "zh" } as const;
  const { body: word } = await getDossier({ ...dossier, format: "docx" });
  const { value: html } = await mammoth.convertToHtml({ buffer: word as Buffer });
  expect(html).toContain("各维度");
  expect(html.match(/<img /g)?.length).toBeGreaterThanOrEqual(3);
  const media = Object.keys((await JSZip.loadAsync(word)).files).filter((name) => name.endsWith(".png"));
  expect(media.length).toBeGreaterThanOrEqual(3);
  const csv = String((await getDossier({ ...dossier, format: "csv" })).body);
  expect(csv.charCodeAt(0)).toBe(0xfeff);
  expect(csv).toContain("Docker");
  const markdown = String((await getDossier({ ...dossier, format: "md" })).body);
  expect(markdown).toContain(reason);
  expect(markdown).not.toMatch(/undefined|NaN|MISSING/);
});

test("a dossier is for who sees the candidate's screening", async () => {
  const { viewer, applicationId } = await candidate();
  await makeRecommendation({ applicationId, viewer });
  const theirs = getDossier({ applicationId, viewer: await makeRecruiter(), locale: "en", format: "md" });
  await expect(theirs).rejects.toMatchObject({ code: "not_found" });
});
