import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { toCalendar } from "@/lib/interview/calendar";
import { findInterview } from "@/lib/interview/find-interview";

type FindAppointment = {
  interviewId: string;
  method: "PUBLISH" | "REQUEST";
  /** Who else is asked to come. */
  guest?: { name: string; address: string };
  /** For the candidate: nothing of how the interview is prepared. */
  isForCandidate?: boolean;
  viewer: Viewer;
};

/** An interview as an appointment. @throws conflict for one without a time */
export async function findAppointment({ interviewId, method, guest, isForCandidate, viewer }: FindAppointment) {
  const interview = await findInterview({ interviewId, viewer });
  if (!interview) throw new AppError("not_found", "interview_not_found");
  if (!interview.scheduledAt) throw new AppError("conflict", "interview_without_time");
  const db = scopedDb(viewer.organisationId);
  const [row, users] = await Promise.all([
    db.interview.findFirstOrThrow({ where: { id: interviewId }, select: { updatedAt: true, createdAt: true } }),
    db.user.findMany({
      where: { id: { in: interview.participants.map(({ userId }) => userId) }, disabledAt: null },
      select: { name: true, email: true },
    }),
  ]);
  const panel = users.map(({ name, email: address }) => ({ name, address }));
  const name = interview.candidateName ?? "";
  const text = toCalendar({
    ...{ id: interviewId, method, start: new Date(interview.scheduledAt), minutes: interview.minutes },
    sequence: Math.floor((row.updatedAt.getTime() - row.createdAt.getTime()) / 1000),
    summary: isForCandidate ? interview.positionTitle : `${interview.positionTitle} – ${name}`,
    description: interview.participants.map((one) => one.name).join(", "),
    organizer: { name: viewer.name, address: viewer.email },
    attendees: guest
      ? isForCandidate
        ? [guest]
        : [guest, ...panel.filter(({ address }) => address !== guest.address)]
      : panel,
    stamp: row.updatedAt,
  });
  return { text, fileName: `${interview.positionTitle} ${interview.scheduledAt.slice(0, 10)}.ics` };
}
