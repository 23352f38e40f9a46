import "server-only";
import { z } from "zod";
import { reportRequested } from "@/inngest/events";
import { enqueue, wakeJobs } from "@/inngest/outbox";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb, systemDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { type Locale, locales } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
import { findPosition } from "@/lib/position/find-position";
import { cadences } from "@/lib/report/kinds";
import { removeReport } from "@/lib/report/make-report";
import { reportViewSelect } from "@/lib/report/request-report";
import { nextTime } from "./next-time";
import type { ScheduleInput, ScheduleView } from "./schema";

type OfPosition = { positionId: string; viewer: Viewer };
const mostSchedules = 5;
const mostListed = 50;
const mostAtOnce = 100;

/** A report on a position that is made by itself from now on, with the eyes of who asks for it. */
export async function addSchedule(asked: OfPosition & { input: ScheduleInput; locale: Locale; now?: Date }) {
  const { positionId, viewer, input, locale, now = new Date() } = asked;
  await assertSees({ positionId, viewer });
  const { organisationId, userId: createdById } = viewer;
  return scopedDb(organisationId).$transaction(async (tx) => {
    const count = await tx.reportSchedule.count({ where: { positionId, createdById } });
    if (count >= mostSchedules) throw new AppError("conflict", "too_many_schedules");
    const { id } = await tx.reportSchedule.create({
      data: { ...input, organisationId, positionId, createdById, locale, nextAt: nextTime(input, now) },
    });
    await recordAudit(tx, { viewer, action: "report.scheduled", subjectType: "position", subjectId: positionId });
    return { id };
  });
}

/** The viewer's own, with what they made: a report says what that person may see. */
export async function listSchedules({ positionId, viewer }: OfPosition): Promise<ScheduleView[]> {
  await assertSees({ positionId, viewer });
  const db = scopedDb(viewer.organisationId);
  const rows = await db.reportSchedule.findMany({
    where: { positionId, createdById: viewer.userId },
    orderBy: { createdAt: "asc" },
  });
  const reports = await db.report.findMany({
    where: { scheduleId: { in: rows.map(({ id }) => id) } },
    orderBy: { createdAt: "desc" },
    take: mostListed,
    select: { ...reportViewSelect, scheduleId: true, createdAt: true },
  });
  return rows.map(({ id, cadence, hour, timeZone, nextAt, lastAt }) => ({
    ...{ id, hour, timeZone, cadence: z.enum(cadences).parse(cadence) },
    ...{ nextAt: nextAt.toISOString(), lastAt: lastAt?.toISOString() ?? null },
    reports: reports
      .filter(({ scheduleId }) => scheduleId === id)
      .map(({ scheduleId: _, createdAt, ...report }) => ({ ...report, createdAt: createdAt.toISOString() })),
  }));
}

/** Ends a schedule and takes what it made away. */
export async function removeSchedule({ positionId, scheduleId, viewer }: OfPosition & { scheduleId: string }) {
  assertCan(viewer, "screening:read");
  const { organisationId, userId: createdById } = viewer;
  const db = scopedDb(organisationId);
  const { count } = await db.reportSchedule.deleteMany({ where: { id: scheduleId, positionId, createdById } });
  if (count === 0) throw new AppError("not_found", "not_found");
  const reports = await db.report.findMany({ where: { scheduleId }, select: { id: true } });
  for (const { id: reportId } of reports) await removeReport({ organisationId, reportId });
}

/**
 * Asks for the reports of every schedule that is due, whoever's it is. A time that was missed while nothing ran is made
 * up for once. Safe to repeat: whoever moves the next time on asks for the report, in the same transaction.
 */
export async function startDueReports(now = new Date()): Promise<{ started: number }> {
  const due = await systemDb().reportSchedule.findMany({
    where: { nextAt: { lte: now }, position: { archivedAt: null } },
    take: mostAtOnce,
    include: { position: { select: { title: true } } },
  });
  let started = 0;
  for (const { position, ...schedule } of due) {
    const { id: scheduleId, organisationId, positionId, createdById, hour, timeZone } = schedule;
    const locale = z.enum(locales).parse(schedule.locale);
    const cadence = z.enum(cadences).parse(schedule.cadence);
    const isOurs = await scopedDb(organisationId).$transaction(async (tx) => {
      const { count } = await tx.reportSchedule.updateMany({
        where: { id: scheduleId, nextAt: schedule.nextAt },
        data: { nextAt: nextTime({ cadence, hour, timeZone }, now), lastAt: now },
      });
      if (count === 0) return false;
      const title = `${position.title} - ${translator(locale)("position_report.title")} ${now.toISOString().slice(0, 10)}`;
      const report = await tx.report.create({
        data: {
          ...{ organisationId, scheduleId, createdById, kind: "position", subjectType: "position" },
          ...{ subjectId: positionId, fileName: `${title.slice(0, 250)}.pdf`, mediaType: "application/pdf" },
        },
      });
      const payload = { organisationId, reportId: report.id, locale, isKept: true };
      await enqueue(tx, reportRequested.create(payload, { id: `report-${report.id}` }));
      return true;
    });
    if (isOurs) started += 1;
  }
  if (started > 0) wakeJobs();
  return { started };
}

async function assertSees({ positionId, viewer }: OfPosition) {
  assertCan(viewer, "screening:read");
  if (!(await findPosition({ positionId, viewer }))) throw new AppError("not_found", "position_not_found");
}
