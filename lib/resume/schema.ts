import { z } from "zod";
import { shownCorrection } from "@/lib/resume/corrections/schema";
import { resumeDocument, unreadableReason } from "@/lib/resume/document";
import { resumeProfile } from "@/lib/resume/profile";

/** 10 MB, as bytes. */
export const largestFileBytes = 10 * 1024 * 1024;

export const importOutcomes = ["accepted", "duplicate_file", "refused", "archive", "unpacked"] as const;

export const resumeState = z.enum(["PENDING", "PROCESSING", "COMPLETED", "FAILED"]);
export type ResumeState = z.infer<typeof resumeState>;

/** A scan that is being read: the page under way, from 1, and how many there are. */
const ocrProgress = z.object({ page: z.int(), pages: z.int() }).nullable();

export const resumeListItem = z.object({
  id: z.uuid(),
  fileName: z.string(),
  fileSize: z.int(),
  state: resumeState,
  failureReason: unreadableReason.nullable(),
  ocrProgress,
  candidateName: z.string().nullable(),
  currentTitle: z.string().nullable(),
  currentCompany: z.string().nullable(),
  highestDegree: z.string().nullable(),
  school: z.string().nullable(),
  yearsOfWork: z.number().nullable(),
  city: z.string().nullable(),
  skills: z.array(z.string()),
  tags: z.array(z.string()),
  source: z.string(),
  schoolTier: z.string().nullable(),
  receivedAt: z.iso.datetime(),
  /** Made up, from the demo. */
  isSample: z.boolean(),
});

/** A row of the library. */
export const resumeRow = resumeListItem.extend({
  positions: z.array(z.object({ positionId: z.uuid(), title: z.string(), stage: z.string() })),
  /** The text around the first place where a word of the query stands. */
  snippet: z.string().nullable(),
});
export type ResumeListItem = z.infer<typeof resumeRow>;

export const resumePage = z.object({
  resumes: z.array(resumeRow),
  total: z.int(),
  /** Whether there are more than `total`: not all were counted. */
  isCapped: z.boolean(),
  nextCursor: z.string().nullable(),
});
export type ResumePage = z.infer<typeof resumePage>;

export const resumeDetail = resumeListItem.extend({
  /** Set while its person is hidden from who looks. */
  blind: z.object({ canOpen: z.boolean(), hidesSchools: z.boolean() }).nullable(),
  fileKind: z.string().nullable(),
  /** Read from a text that somebody typed; the file says it otherwise or not at all. */
  isRetyped: z.boolean(),
  /** To be read again, or why that did not work; until it did, what was read before stands. */
  rereading: z.object({ failure: unreadableReason.nullable() }).nullable(),
  document: resumeDocument.nullable(),
  /** With what people corrected. */
  profile: resumeProfile.nullable(),
  corrections: z.array(shownCorrection),
  /** Their field is no longer read; they stay until somebody drops them. */
  unplacedCorrections: z.array(shownCorrection),
  duplicateOfId: z.uuid().nullable(),
  /** Other files with the same text. */
  duplicates: z.array(z.object({ id: z.uuid(), fileName: z.string() })),
  applications: z.array(
    z.object({
      id: z.uuid(),
      positionId: z.uuid(),
      positionTitle: z.string(),
      stage: z.string(),
      score: z.number().nullable(),
    }),
  ),
});
export type ResumeDetail = z.infer<typeof resumeDetail>;

/** One file of an import, as its line in the tray shows it. */
export const importItem = z.object({
  id: z.uuid(),
  batchId: z.uuid(),
  fileName: z.string(),
  fileSize: z.int(),
  /** archive: a ZIP whose files are being taken out; unpacked: they have lines of their own. */
  outcome: z.enum(importOutcomes),
  /** The sender's own id of the file. */
  clientFileId: z.uuid(),
  reason: unreadableReason.nullable(),
  resumeId: z.uuid().nullable(),
  /** Where the reading of an accepted file stands. */
  state: resumeState.nullable(),
  ocrProgress,
  candidateName: z.string().nullable(),
  /** The resume with the same bytes or text that was here before. */
  duplicateOf: z.object({ id: z.uuid(), fileName: z.string(), candidateName: z.string().nullable() }).nullable(),
});
export type ImportItem = z.infer<typeof importItem>;

export const deletedCount = z.object({ deleted: z.int() });
export const retriedCount = z.object({ retried: z.int() });
export const restoredCount = z.object({ restored: z.int() });
