import { afterAll, expect, test } from "vitest";
import { scopedDb } from "@/lib/db";
import { makeApplication, makeRecruiter, makeViewer } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
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
