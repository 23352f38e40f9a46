import "server-only";
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { scopedDb } from "@/lib/db";
import { type ScorecardInput, scorecardInput } from "@/lib/interview/page-schema";
import { interviewReport } from "@/lib/interview/schema";
import type { RecommendationSources } from "@/lib/recommendation/engine/recommend";
import { type SourceKind, sourceKinds } from "@/lib/recommendation/kinds";
import type { ApplicationDetail } from "@/lib/screening/schema";
import { transcript } from "@/lib/video/schema";

type LoadSources = { application: ApplicationDetail; organisationId: string };
export type LoadedSources = RecommendationSources & { digests: Record<SourceKind, string> };

/** Everything known of a candidate for a position, and a hash of each kind of it. */
export async function loadSources({ application, organisationId }: LoadSources): Promise<LoadedSources> {
  const db = scopedDb(organisationId);
  const { id: applicationId, resumeId, run, requirements, isBlind } = application;
  const [interviews, video] = await Promise.all([
    db.interview.findMany({
      where: { applicationId, isPractice: false, state: "completed" },
      orderBy: { number: "desc" },
      select: {
        ...{ id: true, round: true, finishedAt: true, report: true },
        participants: {
          where: { submittedAt: { not: null } },
          orderBy: { submittedAt: "asc" },
          select: { userId: true, scorecard: true },
        },
      },
    }),
    db.video.findFirst({ where: { resumeId }, select: { transcript: true } }),
  ]);
  const submitted = interviews.flatMap(({ participants }) => participants);
  const users = await db.user.findMany({
    where: { id: { in: submitted.map(({ userId }) => userId) } },
    select: { id: true, name: true },
  });
  const names = new Map(users.map(({ id, name }) => [id, name]));
  const scorecards = submitted.map(({ userId, scorecard }): ScorecardInput & { by: string } => ({
    ...{ ...scorecardInput.parse(scorecard), by: names.get(userId) ?? "" },
  }));
  const reports = interviews.flatMap(({ id, round, finishedAt, report }) =>
    report === null
      ? []
      : [{ id, round, heldAt: finishedAt?.toISOString() ?? null, report: interviewReport.parse(report) }],
  );
  const overrideIds = run?.result.verdicts.flatMap(({ override }) => override?.id ?? []).toSorted();
  const digests: Record<SourceKind, string> = {
    requirements: digestOf(requirements),
    screening: digestOf(run && [run.id, run.finishedAt, overrideIds]),
    interviews: digestOf(interviews.map(({ id, report }) => [id, report])),
    scorecards: digestOf(submitted.map(({ userId, scorecard }) => [userId, scorecard])),
    video: digestOf(video?.transcript ?? null),
  };
  return {
    ...{ requirements, scorecards, digests, interviews: reports },
    screening: run && { ...run.result, finishedAt: run.finishedAt },
    // Who may not see the person hears no recording of them.
    video: isBlind ? null : (transcript.nullable().parse(video?.transcript ?? null)?.lines ?? null),
  };
}

/** Which kinds of sources are not what they were. */
export function changedSince(then: Partial<Record<SourceKind, string>>, now: Record<SourceKind, string>): SourceKind[] {
  return sourceKinds.filter((kind) => then[kind] !== now[kind]);
}

function digestOf(value: unknown): string {
  return createHash("sha256")
    .update(canonicalize(value ?? null) ?? "")
    .digest("hex")
    .slice(0, 32);
}
