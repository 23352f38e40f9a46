import { z } from "zod";
import type { Prisma } from "@/generated/prisma/client";
import { type InterviewListItem, scorecardInput } from "@/lib/interview/page-schema";
import {
  askedQuestion,
  interviewLanguage,
  interviewReport,
  interviewState,
  type Segment,
  segment,
  type Turn,
} from "@/lib/interview/schema";

export const interviewListSelect = {
  ...{ id: true, applicationId: true, resumeId: true, round: true, state: true, isPractice: true, language: true },
  ...{ minutes: true, interviewerName: true, scheduledAt: true, startedAt: true, finishedAt: true, createdAt: true },
  report: true,
  application: { select: { position: { select: { id: true, title: true } } } },
  participants: { orderBy: { joinedAt: "asc" }, select: { userId: true } },
  _count: { select: { turns: true } },
} as const satisfies Prisma.InterviewSelect;
type ListedRow = Prisma.InterviewGetPayload<{ select: typeof interviewListSelect }>;

/** The candidate's name is shown apart: it may be hidden from who looks. */
export function toInterviewListItem(
  row: ListedRow,
  { names, candidateName }: { names: ReadonlyMap<string, string>; candidateName: string | null },
): InterviewListItem {
  const { id, applicationId, resumeId, round, isPractice, minutes } = row;
  const interviewers = row.participants.flatMap(({ userId }) => names.get(userId) ?? []);
  const iso = (time: Date | null) => time?.toISOString() ?? null;
  return {
    ...{ id, applicationId, resumeId, round, isPractice, minutes, candidateName },
    positionId: row.application.position.id,
    positionTitle: row.application.position.title,
    state: interviewState.parse(row.state),
    language: interviewLanguage.parse(row.language),
    questionCount: row._count.turns,
    interviewers: interviewers.length > 0 || !row.interviewerName ? interviewers : [row.interviewerName],
    scheduledAt: iso(row.scheduledAt),
    startedAt: iso(row.startedAt),
    finishedAt: iso(row.finishedAt),
    createdAt: row.createdAt.toISOString(),
    score: row.report === null ? null : (interviewReport.parse(row.report).score?.value ?? null),
  };
}

export const turnSelect = {
  ...{ id: true, round: true, question: true, startSeconds: true },
  segments: {
    where: { text: { not: "" } },
    orderBy: [{ startSeconds: "asc" }, { createdAt: "asc" }],
    select: {
      ...{ id: true, turnId: true, speaker: true, text: true, startSeconds: true, endSeconds: true, source: true },
    },
  },
} as const satisfies Prisma.InterviewTurnSelect;
type TurnRow = Prisma.InterviewTurnGetPayload<{ select: typeof turnSelect }>;

export function toTurn({ question, segments, ...row }: TurnRow): Turn {
  return { ...row, question: askedQuestion.parse(question), segments: segments.map(toSegment) };
}

function toSegment({ speaker, source, ...row }: TurnRow["segments"][number]): Segment {
  return { ...row, speaker: segment.shape.speaker.parse(speaker), source: segment.shape.source.parse(source) };
}

/** What the candidate said to one question. */
export function answerText({ segments }: Pick<Turn, "segments">): string {
  return segments
    .filter(({ speaker }) => speaker !== "interviewer")
    .map(({ text }) => text)
    .join("\n");
}

export const storedScorecard = z.object({ scorecard: scorecardInput });
