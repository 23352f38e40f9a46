import "server-only";
import { personErased } from "@/inngest/events";
import { enqueue, wakeJobs } from "@/inngest/outbox";
import { type RecordAudit, recordAudit } from "@/lib/audit/record-audit";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { Prisma, scopedDb, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { countPerson, findPerson, type Person } from "@/lib/privacy/find-person";

type Erase = { candidateId: string; confirmation: string; viewer: Viewer };

/**
 * Erases a person: every row in one transaction, the files right after it by a job. What stays is an audit trail under
 * ids that lead nowhere.
 *
 * @throws bad_request when the candidate's number was not typed, conflict while a legal hold stands
 */
export async function erasePerson({ candidateId, confirmation, viewer }: Erase): Promise<{ id: string }> {
  assertCan(viewer, "person:erase");
  const db = scopedDb(viewer.organisationId);
  const candidate = await db.candidate.findFirst({ where: { id: candidateId }, select: { number: true } });
  if (!candidate) throw new AppError("not_found", "candidate_not_found");
  if (confirmation.trim() !== String(candidate.number)) throw new AppError("bad_request", "erasure_not_confirmed");
  const id = await db.$transaction((tx) => eraseRows(tx, { candidateId, cause: "request", viewer }), {
    timeout: 60_000,
  });
  wakeJobs();
  return { id };
}

type EraseRows = { candidateId: string } & (
  | { cause: "request"; viewer: Viewer; organisationId?: undefined }
  | { cause: "retention"; viewer?: undefined; organisationId: string }
);

/** All rows of a person, in the caller's transaction, with the job that removes the files. */
export async function eraseRows(tx: Transaction, { candidateId, cause, ...by }: EraseRows): Promise<string> {
  const organisationId = by.viewer?.organisationId ?? by.organisationId ?? "";
  await tx.$executeRaw`
    select id from candidate where organisation_id = ${organisationId}::uuid
    and (id = ${candidateId}::uuid or merged_into_id = ${candidateId}::uuid) order by id for update`;
  const person = await findPerson(tx, candidateId);
  const rows = await tx.candidate.findMany({
    where: { id: { in: person.candidateIds } },
    select: { legalHold: true, name: true },
  });
  if (rows.length === 0) throw new AppError("not_found", "candidate_not_found");
  if (rows.some(({ legalHold }) => legalHold !== null)) throw new AppError("conflict", "legal_hold");
  const counts = await countPerson(tx, person);
  const resumes = { where: { id: { in: person.resumeIds } }, select: { candidateName: true } };
  const names = [
    ...rows.map(({ name }) => name),
    ...(await tx.resume.findMany(resumes)).map((row) => row.candidateName),
  ];

  const { id } = await tx.erasure.create({
    data: {
      ...{ organisationId, candidateId, cause, counts, requestedById: by.viewer?.userId ?? null },
      files: [...person.files, ...person.folders],
    },
    select: { id: true },
  });
  const actor = by.viewer ? { viewer: by.viewer } : { by: { organisationId, kind: "job" as const } };
  const event = { ...actor, action: "person.erased", subjectType: "candidate", subjectId: candidateId, candidateId };
  await recordAudit(tx, { ...event, details: { cause, ...counts } } satisfies RecordAudit);
  await removeTraces(tx, { organisationId, person, names });
  await removeRows(tx, person);
  await enqueue(tx, personErased.create({ organisationId, erasureId: id }, { id: `person-erased-${id}` }));
  return id;
}

/** What names the person in rows that stay, and what tells of work on their rows. */
async function removeTraces(
  tx: Transaction,
  { organisationId, person, names }: { organisationId: string; person: Person; names: (string | null)[] },
) {
  await tx.importItem.updateMany({
    where: {
      OR: [{ resumeId: { in: person.resumeIds } }, { resumeId: null, fileName: { in: person.fileNames } }],
    },
    data: { fileName: "-", resumeId: null },
  });
  const written = names.flatMap((name) => (name && name.trim().length > 1 ? [name.trim().toLowerCase()] : []));
  const views = await tx.savedView.findMany({ select: { id: true, name: true, query: true } });
  const naming = views.filter(({ name, query }) => {
    const said = `${name}\n${plain(query)}`.toLowerCase();
    return written.some((one) => said.includes(one));
  });
  await tx.savedView.deleteMany({ where: { id: { in: naming.map(({ id }) => id) } } });
  await tx.spreadMeasurement.deleteMany({ where: { applicationIds: { hasSome: person.applicationIds } } });

  const ids = [
    ...[...person.candidateIds, ...person.resumeIds, ...person.applicationIds, ...person.interviewIds],
    ...[...person.videoIds, ...person.inviteIds, ...person.reportIds],
  ];
  const pattern = `(${ids.join("|")})`;
  const own = Prisma.sql`organisation_id = ${organisationId}::uuid`;
  // What is under way finds its rows gone and ends; its history goes with the job that removes the files.
  await tx.$executeRaw`delete from job_run where ${own} and status <> 'active' and event::text ~ ${pattern}`;
  await tx.$executeRaw`delete from job_event where ${own} and dispatched_at is not null and payload::text ~ ${pattern}`;
  await tx.$executeRaw`delete from webhook_delivery where ${own} and payload::text ~ ${pattern}`;
}

/** The rows themselves; what hangs on resume and application goes with them. */
async function removeRows(tx: Transaction, person: Person) {
  await tx.report.deleteMany({ where: { id: { in: person.reportIds } } });
  await tx.videoUpload.deleteMany({ where: { id: { in: person.uploadIds } } });
  await tx.interview.deleteMany({ where: { id: { in: person.interviewIds } } });
  await tx.application.deleteMany({ where: { id: { in: person.applicationIds } } });
  await tx.resume.deleteMany({ where: { id: { in: person.resumeIds } } });
  await tx.candidate.deleteMany({ where: { id: { in: person.candidateIds } } });
}

function plain(query: string): string {
  return [...new URLSearchParams(query).values()].join("\n");
}
