import "server-only";
import { assertCan, visibleResumes } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { type Prisma, scopedDb } from "@/lib/db";
import { blindName, findBlindings } from "@/lib/resume/blind/blindings";
import { loadRedacted } from "@/lib/resume/blind/load-redacted";
import { hidePerson } from "@/lib/screening/blind-application";
import { resumeNotFound } from "./answer";

/** The resumes of this service: those that a review was asked for. A library may hold many others. */
export function reviewedResumes(viewer: Viewer) {
  return { removedAt: null, ...visibleResumes(viewer), reviews: { some: {} } } satisfies Prisma.ResumeWhereInput;
}

const select = {
  ...{ id: true, number: true, fileName: true, fileSize: true, declaredType: true, receivedAt: true },
  ...{ accessCount: true, state: true, storageKey: true },
  content: { select: { text: true } },
  reviews: {
    orderBy: { number: "desc" },
    select: { number: true, state: true, failureReason: true, result: true, finishedAt: true },
  },
} satisfies Prisma.ResumeSelect;
export type FoundResume = Prisma.ResumeGetPayload<{ select: typeof select }> & {
  /** In a blind position, and not opened by the viewer. */
  isHidden: boolean;
};

const largestNumber = 2_147_483_647;

/**
 * One of them by its number, as the viewer may see it.
 *
 * @throws GuideError 2001
 */
export async function findByNumber(number: number, viewer: Viewer): Promise<FoundResume> {
  assertCan(viewer, "screening:read");
  if (number > largestNumber) throw resumeNotFound();
  return show({ number, ...reviewedResumes(viewer) }, viewer);
}

/** @throws GuideError 2001 */
export async function findById(id: string, viewer: Viewer): Promise<FoundResume> {
  return show({ id, ...reviewedResumes(viewer) }, viewer);
}

async function show(where: Prisma.ResumeWhereInput, viewer: Viewer): Promise<FoundResume> {
  const row = await scopedDb(viewer.organisationId).resume.findFirst({ where, select });
  if (!row) throw resumeNotFound();
  const blinding = (await findBlindings(viewer, [row.id])).get(row.id);
  if (!blinding) return { ...row, isHidden: false };
  const redacted = (await loadRedacted(viewer, [row.id])).get(row.id);
  const reviews = row.reviews.map((one) => ({ ...one, result: redacted ? hidePerson(one.result, redacted) : null }));
  const content = redacted ? { text: redacted.text } : null;
  return { ...row, reviews, content, fileName: blindName(blinding), isHidden: true };
}
