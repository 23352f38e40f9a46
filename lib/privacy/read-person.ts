import "server-only";
import { type ScopedDb, scopedDb } from "@/lib/db";
import type { Person } from "@/lib/privacy/find-person";
import { listConsents } from "@/lib/privacy/find-privacy";
import { unsealSensitive } from "@/lib/resume/vault/seal-sensitive";

/** Ours, or of colleagues, or nothing a person could read: left out wherever it stands. */
const leftOut =
  /(?:ById|ByName)$|^(?:organisationId|userId|authorId|askedBy|byId|searchTokens|shingleBands|personKeys|tokenHash|storageKey|posterKey|audioKeys|layout|sensitive|digest|revision|edit|notesEdit|interviewerName)$/;

export type PersonData = Awaited<ReturnType<typeof readPerson>>;

/** Everything the database has of one person, as plain values; of colleagues there are no names. */
export async function readPerson({ organisationId, person }: { organisationId: string; person: Person }) {
  const db = scopedDb(organisationId);
  const resumeId = { in: person.resumeIds };
  const applicationId = { in: person.applicationIds };
  const interviewId = { in: person.interviewIds };
  const ids = [...person.candidateIds, ...person.resumeIds, ...person.applicationIds];
  const [candidates, resumes, contents, corrections, comments, reviews, applications, runs] = await Promise.all([
    db.candidate.findMany({ where: { id: { in: person.candidateIds } }, omit: { legalHold: true } }),
    db.resume.findMany({ where: { id: resumeId }, orderBy: { receivedAt: "desc" } }),
    db.resumeContent.findMany({ where: { resumeId } }),
    db.resumeCorrection.findMany({ where: { resumeId } }),
    db.comment.findMany({ where: { resumeId, deletedAt: null } }),
    db.resumeReview.findMany({ where: { resumeId } }),
    db.application.findMany({ where: { id: applicationId }, include: { position: { select: { title: true } } } }),
    db.screeningRun.findMany({ where: { applicationId }, orderBy: { createdAt: "asc" } }),
  ]);
  const [decisions, overrides, recommendations, offers, messages, answers] = await Promise.all([
    db.decision.findMany({ where: { applicationId } }),
    db.verdictOverride.findMany({ where: { applicationId } }),
    db.recommendation.findMany({ where: { applicationId } }),
    db.offer.findMany({ where: { applicationId } }),
    // Those to colleagues speak to somebody else.
    db.message.findMany({ where: { applicationId, toCandidate: true } }),
    db.expertAnswer.findMany({ where: { resumeId } }),
  ]);
  const [interviews, turns, segments, scorecards, videos, analyses, invites, records, consents, audit] =
    await Promise.all([
      db.interview.findMany({ where: { id: interviewId } }),
      db.interviewTurn.findMany({ where: { interviewId }, orderBy: { round: "asc" } }),
      db.interviewSegment.findMany({ where: { interviewId }, orderBy: { startSeconds: "asc" } }),
      db.interviewParticipant.findMany({ where: { interviewId } }),
      db.video.findMany({ where: { id: { in: person.videoIds } } }),
      db.videoOutsideAnalysis.findMany({ where: { videoId: { in: person.videoIds } } }),
      db.videoInvite.findMany({ where: { id: { in: person.inviteIds } } }),
      db.privacyRecord.findMany({ where: { candidateId: { in: person.candidateIds } } }),
      listConsents(db, person),
      db.auditEvent.findMany({
        where: { OR: [{ candidateId: { in: person.candidateIds } }, { subjectId: { in: ids } }] },
        select: { action: true, outcome: true, createdAt: true },
        orderBy: { createdAt: "asc" },
      }),
    ]);
  const of = <T extends { interviewId: string }>(rows: T[], id: string) => rows.filter((row) => row.interviewId === id);
  const sensitive = new Map(
    contents.map((row) => [
      row.resumeId,
      row.sensitive && unsealSensitive(row.sensitive, { organisationId, resumeId: row.resumeId }),
    ]),
  );
  return plain({
    candidates,
    resumes: resumes.map((resume) => {
      const content = contents.find((row) => row.resumeId === resume.id);
      return {
        ...resume,
        ...{ text: content?.text ?? null, profile: content?.profile ?? null },
        sensitiveFields: sensitive.get(resume.id) ?? null,
        corrections: corrections.filter((row) => row.resumeId === resume.id),
        comments: comments
          .filter((row) => row.resumeId === resume.id)
          .map(({ text, createdAt }) => ({ text, createdAt })),
        reviews: reviews.filter((row) => row.resumeId === resume.id),
        answersOfModels: answers.filter((row) => row.resumeId === resume.id),
      };
    }),
    applications: applications.map((application) => {
      const own = <T extends { applicationId: string }>(rows: T[]) =>
        rows.filter((row) => row.applicationId === application.id);
      return {
        ...application,
        ...{ screenings: own(runs), decisions: own(decisions), overrides: own(overrides) },
        ...{ recommendations: own(recommendations), offers: own(offers), letters: own(messages) },
        interviews: own(interviews).map((interview) => ({
          ...interview,
          questions: of(turns, interview.id),
          said: of(segments, interview.id),
          scorecards: of(scorecards, interview.id).map(({ notes, scorecard, submittedAt }) => ({
            notes,
            scorecard,
            submittedAt,
          })),
        })),
      };
    }),
    videos: videos.map((video) => ({ ...video, outsideAnalyses: analyses.filter((row) => row.videoId === video.id) })),
    invitationsToRecord: invites,
    ...{ privacyRecords: records, consents, audit },
  });
}

/** As JSON has it, without what is left out; the keys keep their names. */
function plain<T>(value: T): T {
  const text = JSON.stringify(value, (key, one: unknown) => {
    if (leftOut.test(key)) return undefined;
    return typeof one === "bigint" ? Number(one) : one;
  });
  return JSON.parse(text);
}

export async function listAudio(db: ScopedDb, { interviewIds }: Pick<Person, "interviewIds">) {
  return db.interviewAudio.findMany({
    where: { interviewId: { in: interviewIds } },
    select: { interviewId: true, segmentId: true },
  });
}
