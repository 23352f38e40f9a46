import "server-only";
import type { Transaction } from "@/lib/db";
import type { PersonCounts } from "@/lib/privacy/schema";
import { folderOf } from "@/lib/report/make-report";
import { filesOf } from "@/lib/video/remove-video";

/** The ids of everything there is of one person, and the keys of every stored file. */
export type Person = Awaited<ReturnType<typeof findPerson>>;

/**
 * Gathers what belongs to a candidate: also those who were joined to them, files of the same text, recordings on their
 * way, and reports that name them among others.
 */
export async function findPerson(tx: Transaction, candidateId: string) {
  const joined = await tx.candidate.findMany({ where: { mergedIntoId: candidateId }, select: { id: true } });
  const candidateIds = [candidateId, ...joined.map(({ id }) => id)];
  const own = await tx.resume.findMany({
    where: { candidateId: { in: candidateIds } },
    select: { id: true, storageKey: true, fileName: true },
  });
  const copies = await tx.resume.findMany({
    where: { duplicateOfId: { in: idsOf(own) }, id: { notIn: idsOf(own) } },
    select: { id: true, storageKey: true, fileName: true },
  });
  const resumes = [...own, ...copies];
  const resumeIds = idsOf(resumes);
  const applications = await tx.application.findMany({
    where: { OR: [{ candidateId: { in: candidateIds } }, { resumeId: { in: resumeIds } }] },
    select: { id: true, positionId: true, groupId: true },
  });
  const applicationIds = idsOf(applications);
  const interviews = await tx.interview.findMany({
    where: { OR: [{ applicationId: { in: applicationIds } }, { resumeId: { in: resumeIds } }] },
    select: { id: true },
  });
  const videos = await tx.video.findMany({
    where: { resumeId: { in: resumeIds } },
    select: { id: true, storageKey: true, posterKey: true, audioKeys: true },
  });
  const invites = await tx.videoInvite.findMany({ where: { resumeId: { in: resumeIds } }, select: { id: true } });
  const uploads = await tx.videoUpload.findMany({
    where: {
      OR: [
        { inviteId: { in: idsOf(invites) } },
        ...resumeIds.map((id) => ({ description: { path: ["resumeId"], equals: id } })),
      ],
    },
    select: { id: true, wholeKeys: true },
  });
  const groupIds = applications.flatMap(({ groupId }) => groupId ?? []);
  const reports = await tx.report.findMany({
    where: {
      subjectId: {
        in: [
          ...[...applicationIds, ...applications.map(({ positionId }) => positionId), ...groupIds],
          ...[...idsOf(interviews), ...resumeIds, ...idsOf(videos), ...candidateIds],
        ],
      },
    },
    select: { id: true, organisationId: true, storageKey: true },
  });
  return {
    ...{ candidateIds, resumeIds, applicationIds, interviewIds: idsOf(interviews), videoIds: idsOf(videos) },
    ...{ inviteIds: idsOf(invites), uploadIds: idsOf(uploads), reportIds: idsOf(reports) },
    fileNames: resumes.map(({ fileName }) => fileName),
    files: [
      ...[...resumes, ...reports].flatMap(({ storageKey }) => storageKey ?? []),
      ...videos.flatMap((video) => filesOf(video)),
      ...uploads.flatMap(({ wholeKeys }) => wholeKeys),
    ],
    /** Whatever lies below these goes too. */
    folders: [
      ...idsOf(interviews).map((id) => `interviews/${id}/`),
      ...idsOf(uploads).map((id) => `uploads/${id}/`),
      ...reports.map((report) => `${reportFolder(report)}/`),
    ],
  };
}

export async function countPerson(tx: Transaction, person: Person): Promise<PersonCounts> {
  const applicationId = { in: person.applicationIds };
  const [decisions, letters, audio] = await Promise.all([
    tx.decision.count({ where: { applicationId } }),
    tx.message.count({ where: { applicationId } }),
    tx.interviewAudio.count({ where: { interviewId: { in: person.interviewIds } } }),
  ]);
  return {
    ...{ resumes: person.resumeIds.length, applications: person.applicationIds.length },
    ...{ interviews: person.interviewIds.length, videos: person.videoIds.length, decisions, letters },
    ...{ reports: person.reportIds.length, files: person.files.length + audio },
  };
}

function reportFolder({ organisationId, id }: { organisationId: string; id: string }) {
  return folderOf({ organisationId, reportId: id });
}

function idsOf(rows: { id: string }[]): string[] {
  return rows.map(({ id }) => id);
}
