import type { Prisma } from "@/generated/prisma/client";
import { unreadableReason } from "@/lib/resume/document";
import type { OtherResume } from "@/lib/resume/page-schema";
import { type ImportItem, importOutcomes } from "@/lib/resume/schema";

export const resumeListSelect = {
  id: true,
  fileName: true,
  fileSize: true,
  state: true,
  failureReason: true,
  ocrPages: true,
  ocrPagesDone: true,
  candidateName: true,
  currentTitle: true,
  currentCompany: true,
  highestDegree: true,
  school: true,
  yearsOfWork: true,
  city: true,
  skills: true,
  tags: true,
  source: true,
  schoolTier: true,
  receivedAt: true,
  isSample: true,
} as const satisfies Prisma.ResumeSelect;

export type ResumeRow = Prisma.ResumeGetPayload<{ select: typeof resumeListSelect }>;

export function toResumeListItem({ ocrPages, ocrPagesDone, ...row }: ResumeRow) {
  return {
    ...row,
    ocrProgress: toOcrProgress({ ocrPages, ocrPagesDone, state: row.state }),
    failureReason: row.failureReason ? unreadableReason.catch("internal").parse(row.failureReason) : null,
    receivedAt: row.receivedAt.toISOString(),
  };
}

/** Which page OCR is at; only while it is. */
function toOcrProgress({ state, ocrPages, ocrPagesDone }: Pick<ResumeRow, "state" | "ocrPages" | "ocrPagesDone">) {
  if (state !== "PROCESSING" || !ocrPages) return null;
  return { page: Math.min(ocrPages, (ocrPagesDone ?? 0) + 1), pages: ocrPages };
}

export const otherResumeSelect = {
  id: true,
  fileName: true,
  candidateName: true,
  currentTitle: true,
  receivedAt: true,
} as const satisfies Prisma.ResumeSelect;

export function toOtherResume({
  receivedAt,
  ...row
}: Prisma.ResumeGetPayload<{ select: typeof otherResumeSelect }>): OtherResume {
  return { ...row, receivedAt: receivedAt.toISOString() };
}

export const importItemSelect = {
  id: true,
  batchId: true,
  fileName: true,
  fileSize: true,
  clientFileId: true,
  outcome: true,
  reason: true,
  resumeId: true,
  resume: {
    select: {
      id: true,
      fileName: true,
      state: true,
      failureReason: true,
      ocrPages: true,
      ocrPagesDone: true,
      candidateName: true,
      duplicateOf: { select: { id: true, fileName: true, candidateName: true } },
    },
  },
} as const satisfies Prisma.ImportItemSelect;

type ImportItemRow = Prisma.ImportItemGetPayload<{ select: typeof importItemSelect }>;

export function toImportItem({ resume, ...stored }: ImportItemRow): ImportItem {
  const { id, batchId, fileName, fileSize, clientFileId, resumeId, ...row } = stored;
  const outcome = importOutcomes.find((known) => known === row.outcome) ?? "refused";
  const reason = row.reason ?? resume?.failureReason;
  const sameBytes = outcome === "duplicate_file" && resume ? resume : null;
  const earlier = sameBytes ?? resume?.duplicateOf ?? null;
  return {
    id,
    batchId,
    fileName,
    fileSize,
    clientFileId,
    resumeId,
    outcome,
    reason: reason ? unreadableReason.catch("internal").parse(reason) : null,
    state: resume?.state ?? null,
    ocrProgress: resume && toOcrProgress(resume),
    candidateName: resume?.candidateName ?? null,
    duplicateOf: earlier && { id: earlier.id, fileName: earlier.fileName, candidateName: earlier.candidateName },
  };
}
