import JSZip from "jszip";
import { afterAll, expect, test } from "vitest";
import { scopedDb } from "@/lib/db";
import { findBoard } from "@/lib/screening/find-board";
import { storage } from "@/lib/storage/storage";
import { makeApplication, makePosition, makeRecruiter, makeResume, makeViewer, screen } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { joinParts, listArchived, makePart } from "./make-archive";
import { makeReport, removeReport } from "./make-report";
import { closeReportPool } from "./pdf/report-pool";
import { getReport, getReportFile, requestReport } from "./request-report";

useWorkspace();
afterAll(closeReportPool);

test("a report is made for who asked, fetched by nobody else, and goes with its file", async () => {
  const viewer = await makeRecruiter();
  const { organisationId } = viewer;
  const { id: applicationId, positionId } = await makeApplication({ owner: viewer });
  for (const [kind, subjectId] of [
    ["candidate", applicationId],
    ["shortlist", positionId],
  ] as const) {
    const { id: reportId } = await requestReport({ kind, subjectId, locale: "zh", viewer });
    expect(await getReport({ reportId, viewer })).toMatchObject({ state: "pending", progress: 0 });
    await expect(getReportFile({ reportId, viewer })).rejects.toMatchObject({ code: "not_found" });
    expect(await makeReport({ organisationId, reportId, locale: "zh" })).toEqual({ outcome: "made" });
    expect(await getReport({ reportId, viewer })).toMatchObject({ state: "completed", progress: 100 });
    const { bytes, fileName } = await getReportFile({ reportId, viewer });
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe("%PDF-");
    expect(fileName).toMatch(/\.pdf$/);
    const colleague = await makeRecruiter({ colleague: viewer });
    await expect(getReportFile({ reportId, viewer: colleague })).rejects.toMatchObject({ code: "not_found" });
    expect(await makeReport({ organisationId, reportId, locale: "zh" })).toEqual({ outcome: "gone" });
    await removeReport({ organisationId, reportId });
    await expect(getReport({ reportId, viewer })).rejects.toMatchObject({ code: "not_found" });
  }
});

test("an archive has a report on each candidate that was asked for, the best first, and its parts go with it", async () => {
  const viewer = await makeRecruiter();
  const { organisationId } = viewer;
  const { id: positionId } = await makePosition({ owner: viewer });
  const resumeIds: string[] = [];
  for (const name of ["Jane Miller", "../Peter: Stone", "Vera Hill"]) {
    const bytes = Buffer.from(`${name}\nSkills\n${name.startsWith("Jane") ? "Java" : "Cooking"}`);
    resumeIds.push((await makeResume({ owner: viewer, bytes })).id);
  }
  await screen({ positionId, resumeIds, viewer });
  const rows = (await findBoard({ positionId, viewer }))?.rows ?? [];
  const chosen = rows.slice(0, 2).map(({ applicationId }) => applicationId);

  for (const applicationIds of [undefined, chosen.toReversed()]) {
    const asked = { kind: "archive", subjectId: positionId, format: "md", applicationIds } as const;
    const { id: reportId } = await requestReport({ ...asked, locale: "en", viewer });
    const report = { organisationId, reportId };
    const ids = await listArchived({ ...report, applicationIds });
    expect(ids).toEqual(applicationIds ? chosen : rows.map(({ applicationId }) => applicationId));
    const parts = ids.map((_, from) => from);
    for (const from of parts) {
      const part = { ...report, format: "md", locale: "en", from, total: ids.length } as const;
      await makePart({ ...part, applicationIds: ids.slice(from, from + 1) });
    }
    expect(await getReport({ reportId, viewer })).toMatchObject({ state: "running", progress: 95 });
    expect(await joinParts({ ...report, parts })).toEqual({ outcome: "made" });
    const { bytes, fileName, mediaType } = await getReportFile({ reportId, viewer });
    expect({ ending: fileName.slice(-4), mediaType }).toEqual({ ending: ".zip", mediaType: "application/zip" });
    const zip = await JSZip.loadAsync(bytes);
    const names = Object.keys(zip.files);
    expect(names).toHaveLength(ids.length);
    for (const [index, name] of names.entries()) {
      expect(name).toMatch(new RegExp(`^00${index + 1} [^/\\\\:]+\\.md$`));
      expect(await zip.file(name)?.async("string")).toContain(rows[index]?.candidateName ?? "–");
    }
    await removeReport(report);
    for await (const { key } of storage().list(`reports/${organisationId}/${reportId}/`)) expect(key).toBe("gone");
  }
});

test("what the person may not see any more is not in a report", async () => {
  const owner = await makeRecruiter();
  const { organisationId } = owner;
  const { positionId } = await makeApplication({ owner });
  const stranger = await makeViewer("hiring_manager", { colleague: owner });
  const asked = { kind: "shortlist" as const, subjectId: positionId, locale: "en" as const };
  await expect(requestReport({ ...asked, viewer: stranger })).rejects.toMatchObject({ code: "not_found" });
  const { id: reportId } = await requestReport({ ...asked, viewer: owner });
  await scopedDb(organisationId).user.updateMany({ where: { id: owner.userId }, data: { role: "hiring_manager" } });
  expect(await makeReport({ organisationId, reportId, locale: "en" })).toEqual({ outcome: "failed" });
});
