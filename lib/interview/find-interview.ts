import "server-only";
import { z } from "zod";
import { findModel } from "@/lib/ai/settings/find-model";
import { findTranscriber } from "@/lib/ai/transcription/ask-transcriber";
import { assertCan, visibleInterviews } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { showInterviews } from "@/lib/interview/list-interviews";
import { listParticipants, loadTurns } from "@/lib/interview/load-live";
import { consent, type InterviewDetail, type SubmittedScorecard, scorecardInput } from "@/lib/interview/page-schema";
import { candidateLevel, interviewPlan, interviewReport } from "@/lib/interview/schema";
import { interviewListSelect } from "@/lib/interview/view";
import { readOrganisationSettings } from "@/lib/organisation/settings";
import { requirement } from "@/lib/position/requirement";
import { loadRedacted } from "@/lib/resume/blind/load-redacted";
import { hidePerson } from "@/lib/screening/blind-application";

type FindInterview = { interviewId: string; viewer: Viewer };

/** One interview with its plan, what was said, its report and the scorecards that may be seen. */
export async function findInterview({ interviewId, viewer }: FindInterview): Promise<InterviewDetail | null> {
  assertCan(viewer, "interview:read");
  if (!z.uuid().safeParse(interviewId).success) return null;
  const { organisationId, userId } = viewer;
  const db = scopedDb(organisationId);
  const row = await db.interview.findFirst({
    where: { id: interviewId, ...visibleInterviews(viewer) },
    select: {
      ...interviewListSelect,
      ...{ level: true, plan: true, planVersion: true, consent: true, reportNotes: true },
      application: {
        select: {
          position: {
            select: {
              ...{ id: true, title: true },
              versions: { orderBy: { version: "desc" }, take: 1, select: { requirements: true } },
            },
          },
        },
      },
    },
  });
  const [listed] = row ? await showInterviews([row], viewer) : [];
  if (!row || !listed) return null;
  const [participants, turns, cards, audio, settings, model] = await Promise.all([
    listParticipants(interviewId, viewer),
    loadTurns(db, interviewId),
    db.interviewParticipant.findMany({ where: { interviewId } }),
    db.interviewAudio.findMany({ where: { interviewId }, select: { segmentId: true } }),
    readOrganisationSettings(organisationId),
    findModel({ organisationId, task: "interview" }).catch(() => null),
  ]);
  const own = cards.find((card) => card.userId === userId);
  const isSubmitted = own !== undefined && own.submittedAt !== null;
  // Nobody is led by what a colleague wrote before they have written their own.
  const seesOthers = isSubmitted || own === undefined;
  const nameOf = (id: string) => participants.find((one) => one.userId === id)?.name ?? "";
  const scorecards = cards.flatMap((card): SubmittedScorecard[] =>
    card.submittedAt && card.userId !== userId && seesOthers
      ? [
          {
            ...scorecardInput.parse(card.scorecard),
            ...{ userId: card.userId, name: nameOf(card.userId), notes: card.notes },
            submittedAt: card.submittedAt.toISOString(),
          },
        ]
      : [],
  );
  const detail: InterviewDetail = {
    ...listed,
    level: candidateLevel.parse(row.level),
    plan: interviewPlan.parse(row.plan),
    planVersion: row.planVersion,
    requirements: z.array(requirement).parse(row.application.position.versions[0]?.requirements ?? []),
    isBlind: false,
    consent: consent.nullable().parse(row.consent),
    canKeepAudio: settings.keepsInterviewAudio,
    audioSegmentIds: audio.map(({ segmentId }) => segmentId),
    reportNotes: row.reportNotes,
    report: interviewReport.nullable().parse(row.report),
    hasTranscription: findTranscriber() !== null,
    model: model?.name ?? null,
    own: {
      notes: own?.notes ?? "",
      notesEdit: Number(own?.notesEdit ?? 0),
      scorecard: own?.scorecard ? scorecardInput.parse(own.scorecard) : null,
      isSubmitted,
    },
    ...{ participants, scorecards, turns },
  };
  const hidden = (await loadRedacted(viewer, [row.resumeId])).get(row.resumeId);
  if (!hidden) return detail;
  const { plan, report, ...open } = detail;
  return { ...open, isBlind: true, plan: hidePerson(plan, hidden), report: hidePerson(report, hidden) };
}
