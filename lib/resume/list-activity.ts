import "server-only";
import { assertCan, visibleApplications, visibleResumes } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { type ScopedDb, scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { findUserNames } from "@/lib/resume/find-user-names";
import { activityKinds } from "@/lib/resume/page-kinds";
import type { Activity, ActivityPage } from "@/lib/resume/page-schema";

type ListActivity = { resumeId: string; before?: string; viewer: Viewer };
type Entry = Omit<Activity, "actor" | "at"> & { actorId: string | null; at: Date };
type Source = { db: ScopedDb; resumeId: string; viewer: Viewer; until: Date };

const pageSize = 30;

/** What happened with a resume, newest first: its own rows, and the audit for what leaves none. */
export async function listActivity({ resumeId, before, viewer }: ListActivity): Promise<ActivityPage> {
  assertCan(viewer, "resume:read");
  const db = scopedDb(viewer.organisationId);
  const from = readCursor(before);
  const source = { db, resumeId, viewer, until: from?.at ?? new Date(Date.now() + 60_000) };
  const found = await Promise.all([
    ofResume(source),
    ofApplications(source),
    ofRuns(source),
    ofComments(source),
    ofAudit(source),
  ]);
  const entries = found
    .flat()
    .filter((entry) => !from || newestFirst(entry, from) > 0)
    .toSorted(newestFirst);
  const shown = entries.slice(0, pageSize);
  const last = entries.length > pageSize ? shown.at(-1) : undefined;
  const names = await findUserNames(
    viewer.organisationId,
    shown.map(({ actorId }) => actorId),
  );
  return {
    activities: shown.map(({ actorId, at, ...entry }) => ({
      ...entry,
      at: at.toISOString(),
      actor: actorId && (names.get(actorId) ?? null),
    })),
    nextCursor: last ? `${last.at.getTime()}_${last.id}` : null,
  };
}

type Place = Pick<Entry, "at" | "id">;

function newestFirst(a: Place, b: Place) {
  return b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);
}

function readCursor(cursor: string | undefined): Place | null {
  const [, time, id] = /^(\d{1,15})_(.{1,60})$/.exec(cursor ?? "") ?? [];
  return time && id ? { at: new Date(Number(time)), id } : null;
}

async function ofResume({ db, resumeId, viewer, until }: Source): Promise<Entry[]> {
  const resume = await db.resume.findFirst({
    where: { id: resumeId, removedAt: null, ...visibleResumes(viewer) },
    select: { receivedAt: true, parsedAt: true, failedAt: true, failureReason: true, uploadedById: true },
  });
  if (!resume) throw new AppError("not_found", "resume_not_found");
  const { receivedAt, parsedAt, failedAt, failureReason, uploadedById } = resume;
  const entries: (Entry | null)[] = [
    { ...nobody, id: "0-received", kind: "received", at: receivedAt, actorId: uploadedById },
    parsedAt && { ...nobody, id: "1-read", kind: "read", at: parsedAt },
    failedAt && { ...nobody, id: "1-failed", kind: "failed", at: failedAt, values: { reason: failureReason ?? "" } },
  ];
  return entries.filter((entry) => entry !== null).filter(({ at }) => at <= until);
}

async function ofApplications({ db, resumeId, viewer, until }: Source): Promise<Entry[]> {
  const rows = await db.application.findMany({
    where: { resumeId, assignedAt: { not: null, lte: until }, ...visibleApplications(viewer) },
    orderBy: { assignedAt: "desc" },
    take: pageSize + 1,
    select: { id: true, assignedAt: true, ...positionSelect },
  });
  return rows.flatMap(({ id, assignedAt, position }) =>
    assignedAt
      ? [{ ...nobody, id, kind: "assigned" as const, at: assignedAt, position: toPosition(position, id) }]
      : [],
  );
}

async function ofRuns({ db, resumeId, viewer, until }: Source): Promise<Entry[]> {
  const application = visibleApplications(viewer);
  const page = { orderBy: { createdAt: "desc" }, take: pageSize + 1 } as const;
  const [runs, decisions] = await Promise.all([
    db.screeningRun.findMany({
      where: { resumeId, application, state: "completed", createdAt: { lte: until } },
      ...page,
      select: { id: true, createdAt: true, comprehensiveScore: true, application: { select: applicationSelect } },
    }),
    db.decision.findMany({
      where: { application: { resumeId, ...application }, revokedAt: null, createdAt: { lte: until } },
      ...page,
      select: {
        id: true,
        createdAt: true,
        outcome: true,
        decidedById: true,
        application: { select: applicationSelect },
      },
    }),
  ]);
  return [
    ...runs.map(({ id, createdAt: at, comprehensiveScore: score, application: { position, id: applicationId } }) => ({
      ...{ ...nobody, id, kind: "screened" as const, at, position: toPosition(position, applicationId) },
      values: score === null ? nobody.values : { score },
    })),
    ...decisions.map(
      ({ id, createdAt: at, outcome, decidedById: actorId, application: { position, id: applicationId } }) => ({
        ...{
          id,
          kind: "decided" as const,
          at,
          actorId,
          position: toPosition(position, applicationId),
          values: { outcome },
        },
      }),
    ),
  ];
}

async function ofComments({ db, resumeId, viewer, until }: Source): Promise<Entry[]> {
  const rows = await db.comment.findMany({
    where: {
      ...{ resumeId, createdAt: { lte: until } },
      OR: [{ applicationId: null }, { application: visibleApplications(viewer) }],
    },
    orderBy: { createdAt: "desc" },
    take: pageSize + 1,
    select: { id: true, createdAt: true, authorId: true, application: { select: applicationSelect } },
  });
  return rows.map(({ id, createdAt: at, authorId: actorId, application }) => ({
    ...{ ...nobody, id, kind: "commented", at, actorId },
    position: application && toPosition(application.position, application.id),
  }));
}

async function ofAudit({ db, resumeId, until }: Source): Promise<Entry[]> {
  const rows = await db.auditEvent.findMany({
    where: { subjectType: "resume", subjectId: resumeId, createdAt: { lte: until } },
    orderBy: { createdAt: "desc" },
    take: pageSize + 1,
    select: { id: true, action: true, createdAt: true, actorId: true, details: true },
  });
  return rows.flatMap(({ id, action, createdAt: at, actorId, details }) => {
    const kind = activityKinds.find((known) => `resume.${known}` === (renamed[action] ?? action));
    return kind ? [{ ...nobody, id, kind, at, actorId, values: numbersOf(details) }] : [];
  });
}

/** As older rows of the audit say it. */
const renamed: Record<string, string> = { "resume.note_deleted": "resume.comment_deleted" };

function numbersOf(details: unknown): Record<string, number> {
  return Object.fromEntries(Object.entries(Object(details)).filter(([, value]) => typeof value === "number")) as Record<
    string,
    number
  >;
}

const nobody = { actorId: null, position: null, values: {} };
const positionSelect = { position: { select: { id: true, title: true } } } as const;
const applicationSelect = { id: true, ...positionSelect } as const;

function toPosition(position: { id: string; title: string }, applicationId: string) {
  return { ...position, applicationId };
}
