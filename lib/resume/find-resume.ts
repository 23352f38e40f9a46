import "server-only";
import { z } from "zod";
import { assertCan, can, visibleApplications, visibleResumes } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { findBlindings, showRow } from "@/lib/resume/blind/blindings";
import { loadRedacted } from "@/lib/resume/blind/load-redacted";
import { applyCorrections } from "@/lib/resume/corrections/apply-corrections";
import { loadCorrections, showCorrections } from "@/lib/resume/corrections/load-corrections";
import { fileKind, resumeDocument, unreadableReason } from "@/lib/resume/document";
import { resumeProfile } from "@/lib/resume/profile";
import type { ResumeDetail } from "@/lib/resume/schema";
import { resumeListSelect, toResumeListItem } from "@/lib/resume/view";

const storedLayout = resumeDocument.omit({ text: true });

/** One resume with what was read from it; null when there is none that the viewer may see. */
export async function findResume({
  resumeId,
  viewer,
}: {
  resumeId: string;
  viewer: Viewer;
}): Promise<ResumeDetail | null> {
  assertCan(viewer, "resume:read");
  if (!z.uuid().safeParse(resumeId).success) return null;
  const { organisationId } = viewer;
  const db = scopedDb(organisationId);
  const row = await db.resume.findFirst({
    where: { id: resumeId, removedAt: null, ...visibleResumes(viewer) },
    select: {
      ...resumeListSelect,
      fileKind: true,
      isRetyped: true,
      duplicateOfId: true,
      content: true,
      rereading: { select: { failure: true } },
      duplicates: { select: { id: true, fileName: true } },
      applications: {
        where: visibleApplications(viewer),
        select: {
          id: true,
          positionId: true,
          stage: true,
          position: { select: { title: true } },
          currentRun: { select: { comprehensiveScore: true } },
        },
      },
    },
  });
  if (!row) return null;
  const { content, applications, fileKind: kind, isRetyped, duplicateOfId, duplicates, rereading, ...item } = row;
  const corrections = (await loadCorrections(db, [resumeId])).get(resumeId) ?? [];
  const corrected = content && applyCorrections(resumeProfile.parse(content.profile), corrections);
  const detail: ResumeDetail = {
    ...toResumeListItem(item),
    blind: null,
    fileKind: kind ? fileKind.parse(kind) : null,
    isRetyped,
    duplicateOfId,
    duplicates,
    rereading: rereading && {
      failure: rereading.failure === null ? null : unreadableReason.catch("internal").parse(rereading.failure),
    },
    document: content ? { ...storedLayout.parse(content.layout), text: content.text } : null,
    profile: corrected?.profile ?? null,
    corrections: await showCorrections(organisationId, corrected?.placed ?? []),
    unplacedCorrections: await showCorrections(organisationId, corrected?.unplaced ?? []),
    applications: applications.map(({ position, currentRun, ...application }) => ({
      ...application,
      positionTitle: position.title,
      score: currentRun?.comprehensiveScore ?? null,
    })),
  };
  return hidePerson(detail, viewer);
}

/** Until the viewer opens the candidate of a blind position, the resume is its text without who it is. */
async function hidePerson(detail: ResumeDetail, viewer: Viewer): Promise<ResumeDetail> {
  const blinding = (await findBlindings(viewer, [detail.id])).get(detail.id);
  if (!blinding) return detail;
  const redacted = (await loadRedacted(viewer, [detail.id])).get(detail.id);
  const { document } = detail;
  return {
    ...showRow(detail, blinding),
    blind: { canOpen: can(viewer, "candidate:open"), hidesSchools: blinding.hidesSchools },
    ...{ fileKind: null, duplicates: [] },
    document:
      document && redacted
        ? { kind: "txt", text: redacted.text, pages: [], boxes: [], isTruncated: document.isTruncated }
        : null,
    profile: redacted?.profile ?? null,
    corrections: [],
    unplacedCorrections: [],
  };
}
