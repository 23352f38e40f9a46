import { afterAll, expect, test } from "vitest";
import { scopedDb } from "@/lib/db";
import { makeRecommendation } from "@/lib/recommendation/make-recommendation";
import { makeReport } from "@/lib/report/make-report";
import { closeReportPool } from "@/lib/report/pdf/report-pool";
import { getPositionReport } from "@/lib/report/position-report";
import { getReportFile } from "@/lib/report/request-report";
import { makeApplication, makeRecruiter } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { nextTime } from "./next-time";
import { addSchedule, listSchedules, removeSchedule, startDueReports } from "./schedules";

useWorkspace();
afterAll(closeReportPool);

const weekly = { cadence: "weekly", hour: 9, timeZone: "Asia/Shanghai" } as const;

test.each([
  [weekly, "2026-11-21T00:00:00Z", "2026-11-23T01:00:00.000Z"],
  [weekly, "2026-11-23T01:00:00Z", "2026-11-30T01:00:00.000Z"],
  [{ ...weekly, cadence: "daily" as const }, "2026-11-21T00:59:59Z", "2026-11-21T01:00:00.000Z"],
  [{ ...weekly, cadence: "monthly" as const }, "2026-11-21T00:00:00Z", "2026-12-01T01:00:00.000Z"],
  [
    { cadence: "daily" as const, hour: 8, timeZone: "America/New_York" },
    "2026-11-01T00:00:00Z",
    "2026-11-01T13:00:00.000Z",
  ],
])("the time after %o at %s is %s", (schedule, after, expected) => {
  expect(nextTime(schedule, new Date(after)).toISOString()).toBe(expected);
});

test("a report that is due is made once, kept, and listed for who asked", async () => {
  const viewer = await makeRecruiter();
  const { organisationId } = viewer;
  const { id: applicationId, positionId } = await makeApplication({ owner: viewer });
  await makeRecommendation({ applicationId, viewer });
  const { id: scheduleId } = await addSchedule({ positionId, viewer, input: weekly, locale: "zh" });
  expect(await startDueReports()).toEqual({ started: 0 });
  const later = new Date(Date.now() + 8 * 86_400_000);
  const started = await Promise.all([startDueReports(later), startDueReports(later)]);
  expect(started.reduce((sum, one) => sum + one.started, 0)).toBe(1);

  const report = await scopedDb(organisationId).report.findFirstOrThrow({ where: { scheduleId } });
  expect(await makeReport({ organisationId, reportId: report.id, locale: "zh" })).toEqual({ outcome: "made" });
  const [schedule] = await listSchedules({ positionId, viewer });
  expect(schedule).toMatchObject({ id: scheduleId, reports: [{ id: report.id, state: "completed" }] });
  expect(Date.parse(schedule?.nextAt ?? "")).toBeGreaterThan(later.getTime());
  const { bytes } = await getReportFile({ reportId: report.id, viewer });
  expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe("%PDF-");

  const colleague = await makeRecruiter({ colleague: viewer });
  expect(await listSchedules({ positionId, viewer: colleague })).toEqual([]);
  const theirs = removeSchedule({ positionId, scheduleId, viewer: colleague });
  await expect(theirs).rejects.toMatchObject({ code: "not_found" });
  await expect(listSchedules({ positionId, viewer: await makeRecruiter() })).rejects.toMatchObject({
    code: "not_found",
  });
  await removeSchedule({ positionId, scheduleId, viewer });
  expect(await scopedDb(organisationId).report.count({ where: { scheduleId } })).toBe(0);
});

test("a position's report tells its numbers, finalists and ranking, in both languages", async () => {
  const viewer = await makeRecruiter();
  const { id: applicationId, positionId } = await makeApplication({ owner: viewer });
  const { result } = await makeRecommendation({ applicationId, viewer });
  for (const locale of ["zh", "en"] as const) {
    const { body } = await getPositionReport({ positionId, viewer, locale, format: "md" });
    expect(String(body)).toContain(`${result.score?.value} (${result.score?.low}–${result.score?.high})`);
    expect(String(body)).toContain(locale === "zh" ? "领先的候选人" : "Finalists");
    expect(String(body)).not.toMatch(/undefined|NaN|MISSING/);
  }
  const theirs = getPositionReport({ positionId, viewer: await makeRecruiter(), locale: "en", format: "md" });
  await expect(theirs).rejects.toMatchObject({ code: "not_found" });
});
