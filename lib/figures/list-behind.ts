import "server-only";
import { visibleInterviews } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { type Journey, loadJourneys, sinceOf } from "@/lib/figures/load-journeys";
import { firstDecision, hasReached, way } from "@/lib/figures/read-figures";
import type { FigureListQuery, FigureRow } from "@/lib/figures/schema";
import { blindName, findBlindings } from "@/lib/resume/blind/blindings";
import { applicationStages } from "@/lib/screening/kinds";

type ListBehind = FigureListQuery & { viewer: Viewer; now?: Date };

/** The candidates or interviews that one number of a figure counts: as many rows as it says. */
export async function listBehind({ viewer, now = new Date(), ...asked }: ListBehind): Promise<FigureRow[]> {
  if (asked.figure === "load") return listInterviews({ ...asked, viewer, now });
  const journeys = await loadJourneys({ ...asked, viewer }, now);
  const found = journeys.flatMap((journey) => pick(journey, asked));
  return withNames(
    viewer,
    found.map(({ journey, days, at }) => ({
      ...{ key: `${journey.id} ${at.getTime()}`, applicationId: journey.id, interviewId: null, stage: journey.stage },
      ...{ positionId: journey.positionId, positionTitle: journey.positionTitle, resumeId: journey.resumeId },
      ...{ candidateName: journey.candidateName, at: at.toISOString(), days },
    })),
  );
}

type Picked = { journey: Journey; days: number | null; at: Date };

function pick(journey: Journey, { figure, of, part }: Pick<FigureListQuery, "figure" | "of" | "part">): Picked[] {
  const whole: Picked = { journey, days: null, at: journey.createdAt };
  if (figure === "sources") {
    if (journey.source !== of) return [];
    if (part === "interviewed" && !hasReached(journey, "interview")) return [];
    return part === "hired" && !hasReached(journey, "hired") ? [] : [whole];
  }
  if (figure === "agreement") {
    const decided = firstDecision(journey);
    if (!decided) return [];
    const isMeant =
      of === "agreed" || of === "differed"
        ? decided.agrees === (of === "agreed") && (part === "" || part === decided.month)
        : decided.advice === of && decided.kind === part;
    return isMeant ? [whole] : [];
  }
  const stage = applicationStages.find((key) => key === of);
  if (!stage) throw new AppError("not_found", "not_found");
  if (figure === "funnel") {
    const isMeant = part === "now" ? journey.stage === stage : hasReached(journey, stage);
    return isMeant ? [whole] : [];
  }
  if (!way.includes(stage)) return [];
  return journey.stays
    .filter((stay) => stay.stage === stage)
    .map(({ days, from }) => ({ journey, days: Math.round(days * 10) / 10, at: from }));
}

async function listInterviews({ viewer, positionId, months, of, part, now }: ListBehind & { now: Date }) {
  const rows = await scopedDb(viewer.organisationId).interview.findMany({
    where: {
      AND: [visibleInterviews(viewer), positionId ? { application: { positionId } } : {}],
      ...{ isPractice: false, createdAt: { gte: sinceOf(months, now) } },
      state: part === "planned" ? "planned" : "completed",
      participants: { some: { userId: of, ...(part === "owed" && { submittedAt: null }) } },
    },
    orderBy: { number: "desc" },
    select: {
      ...{ id: true, resumeId: true, scheduledAt: true, finishedAt: true, createdAt: true },
      application: {
        select: {
          ...{ id: true, stage: true, positionId: true, position: { select: { title: true } } },
          resume: { select: { candidateName: true } },
        },
      },
    },
  });
  return withNames(
    viewer,
    rows.map(({ id, resumeId, application, ...row }) => ({
      ...{ key: id, interviewId: id, resumeId, applicationId: application.id, stage: application.stage },
      ...{ positionId: application.positionId, positionTitle: application.position.title, days: null },
      candidateName: application.resume.candidateName,
      at: (row.finishedAt ?? row.scheduledAt ?? row.createdAt).toISOString(),
    })),
  );
}

async function withNames(viewer: Viewer, rows: (FigureRow & { resumeId: string })[]): Promise<FigureRow[]> {
  const blindings = await findBlindings(viewer, [...new Set(rows.map(({ resumeId }) => resumeId))]);
  return rows.map(({ resumeId, ...row }) => {
    const blinding = blindings.get(resumeId);
    return blinding ? { ...row, candidateName: blindName(blinding) } : row;
  });
}
