import { createCanvas } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { scopedDb, systemDb } from "@/lib/db";
import { drawPage as drawFile } from "@/lib/resume/draw-page";
import { makeRecruiter, makeResume } from "@/lib/testing/factories";
import { readFile } from "@/lib/testing/read-file";
import { nameOf, passwordPdf, resumeLines } from "@/lib/testing/resume-files";
import { drawPage, scanPdf, toPng, toTiff } from "@/lib/testing/scan-files";
import { useWorkspace } from "@/lib/testing/workspace";
import { findResume } from "./find-resume";
import { assembleScan, readScannedPage } from "./ocr-resume";
import { failReading, readResume } from "./read-resume";
import { retryResumes } from "./retry-resumes";
import { importItemSelect, toImportItem } from "./view";

useWorkspace();
const english = resumeLines(4);

test("a scan is read page by page, with its progress, and leaves nothing but its text", async () => {
  const viewer = await makeRecruiter();
  const { organisationId } = viewer;
  const db = scopedDb(organisationId);
  const bytes = await scanPdf([drawPage(english), drawPage(["Certificates", "Azure Fundamentals"])]);
  const { id: resumeId } = await makeResume({ owner: viewer, bytes, fileName: "scan.pdf", isRead: false });
  expect(await readResume({ organisationId, resumeId })).toEqual({ outcome: "scanned", scannedPages: [0, 1] });
  const progress = async () => (await findResume({ resumeId, viewer }))?.ocrProgress;
  expect(await progress()).toEqual({ page: 1, pages: 2 });
  expect(await readScannedPage({ organisationId, resumeId, page: 0 })).toEqual({ outcome: "read" });
  expect(await readScannedPage({ organisationId, resumeId, page: 0 })).toEqual({ outcome: "known" });
  expect(await progress()).toEqual({ page: 2, pages: 2 });
  const [line] = await db.importItem.findMany({ select: importItemSelect });
  expect(line && toImportItem(line)).toMatchObject({ state: "PROCESSING", ocrProgress: { page: 2, pages: 2 } });
  await readScannedPage({ organisationId, resumeId, page: 1 });
  expect(await assembleScan({ organisationId, resumeId })).toEqual({ outcome: "read" });
  expect(await assembleScan({ organisationId, resumeId })).toEqual({ outcome: "gone" });

  const resume = await findResume({ resumeId, viewer });
  expect(resume).toMatchObject({
    state: "COMPLETED",
    candidateName: nameOf(4),
    fileKind: "pdf",
    ocrProgress: null,
  });
  expect(resume?.document?.text).toContain("Azure Fundamentals");
  expect(resume?.document?.pages.map(({ ocr }) => ocr?.outcome)).toEqual(["read", "read"]);
  expect(await db.resumeOcrPage.count()).toBe(0);
});

test("a resume deleted between two pages is gone, and so is what was read of it", async () => {
  const viewer = await makeRecruiter();
  const { organisationId } = viewer;
  const db = scopedDb(organisationId);
  const bytes = toPng(drawPage(resumeLines(5)));
  const { id: resumeId } = await makeResume({ owner: viewer, bytes, fileName: "a.png", isRead: false });
  await readResume({ organisationId, resumeId });
  await readScannedPage({ organisationId, resumeId, page: 0 });
  await db.resume.delete({ where: { id: resumeId } });
  expect(await systemDb().resumeOcrPage.count({ where: { resumeId } })).toBe(0);
  expect(await readScannedPage({ organisationId, resumeId, page: 0 })).toEqual({ outcome: "gone" });
  expect(await assembleScan({ organisationId, resumeId })).toEqual({ outcome: "gone" });
});

test("reading again after a failure starts with the first page", async () => {
  const viewer = await makeRecruiter();
  const { organisationId } = viewer;
  const db = scopedDb(organisationId);
  const bytes = toPng(drawPage(resumeLines(6)));
  const { id: resumeId } = await makeResume({ owner: viewer, bytes, fileName: "a.png", isRead: false });
  await readResume({ organisationId, resumeId });
  await db.resumeOcrPage.create({ data: { organisationId, resumeId, page: 0 } });
  await failReading({ organisationId, resumeId, reason: "internal" });
  await retryResumes({ resumeIds: [resumeId], viewer });
  expect(await readFile({ organisationId, resumeId })).toEqual({ outcome: "read" });
});

test("a page that took too long is said to be unreadable, and the others are read", async () => {
  const viewer = await makeRecruiter();
  const { organisationId } = viewer;
  const bytes = await scanPdf([resumeLines(7), drawPage(["lost"])]);
  const { id: resumeId } = await makeResume({ owner: viewer, bytes, fileName: "mixed.pdf", isRead: false });
  expect(await readResume({ organisationId, resumeId })).toMatchObject({ scannedPages: [1] });
  await scopedDb(organisationId).resumeOcrPage.create({ data: { organisationId, resumeId, page: 1 } });
  expect(await assembleScan({ organisationId, resumeId })).toEqual({ outcome: "read" });
  const resume = await findResume({ resumeId, viewer });
  expect(resume?.candidateName).toBe(nameOf(7));
  expect(resume?.document?.pages.map(({ ocr }) => ocr?.outcome)).toEqual([undefined, "unreadable"]);
});

test("pages of an image are drawn for those who may see it, and no others", async () => {
  const [viewer, stranger] = [await makeRecruiter(), await makeRecruiter()];
  const bytes = toTiff([createCanvas(60, 40), createCanvas(60, 40)]);
  const { id: resumeId } = await makeResume({ owner: viewer, bytes, fileName: "a.tif", isRead: false });
  expect((await drawFile({ resumeId, page: 1, viewer })).bytes.subarray(1, 4)).toEqual(Buffer.from("PNG"));
  await expect(drawFile({ resumeId, page: 2, viewer })).rejects.toMatchObject({ code: "not_found" });
  await expect(drawFile({ resumeId, page: 0, viewer: stranger })).rejects.toMatchObject({ code: "not_found" });
  const { name: fileName, bytes: pdf } = await passwordPdf("secret");
  const other = await makeResume({ owner: viewer, bytes: pdf, fileName, isRead: false });
  await expect(drawFile({ resumeId: other.id, page: 0, viewer })).rejects.toMatchObject({ code: "not_found" });
});
