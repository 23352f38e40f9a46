import { expect, test } from "vitest";
import { scopedDb } from "@/lib/db";
import { makePosition, makeRecruiter, makeRequirement, makeResume, screen } from "@/lib/testing/factories";
import { pdfFile, txtFile } from "@/lib/testing/resume-files";
import { useWorkspace } from "@/lib/testing/workspace";
import { getCandidateReport } from "./candidate-report";

useWorkspace();

async function reportsOn({ name, bytes }: { name: string; bytes: Buffer }) {
  const viewer = await makeRecruiter();
  const requirements = [
    makeRequirement({ text: "Docker" }),
    makeRequirement({ kind: "other", text: "finance department" }),
  ];
  const { id: positionId } = await makePosition({ owner: viewer, requirements });
  const { id: resumeId } = await makeResume({ owner: viewer, bytes, fileName: name });
  await screen({ positionId, resumeIds: [resumeId], viewer });
  const { id: applicationId } = await scopedDb(viewer.organisationId).application.findFirstOrThrow({
    where: { positionId },
  });
  const report = { applicationId, viewer, locale: "en" } as const;
  const { body } = await getCandidateReport({ ...report, format: "json" });
  const pages = JSON.parse(String(body)).sentences.verdicts.map((verdict: { pages: unknown }) => verdict.pages);
  return { pages, markdown: String((await getCandidateReport({ ...report, format: "md" })).body) };
}

test("a quote is told with its page where a file has several", async () => {
  const { markdown, pages } = await reportsOn(pdfFile(3, { pages: 2 }));
  expect(markdown).toMatch(/^> .*Docker.* \(page 1\)$/m);
  expect(markdown).toMatch(/^> .*finance department.* \(page 2\)$/m);
  expect(pages).toEqual([expect.arrayContaining([1]), expect.arrayContaining([2])]);
});

test("where there is one page or none, no page is told", async () => {
  for (const file of [pdfFile(3), txtFile(3)]) {
    const { markdown, pages } = await reportsOn(file);
    expect(markdown).toMatch(/^> .*Docker/m);
    expect(markdown).not.toContain("(page");
    expect(new Set(pages.flat())).toEqual(new Set([null]));
  }
});
