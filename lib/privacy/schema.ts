import { z } from "zod";
import { consentKinds, privacyRecordKinds, privacyRecordWays } from "@/lib/privacy/kinds";

export const candidatePath = z.object({ candidateId: z.uuid() });

export const recordPrivacyInput = z.object({
  kind: z.enum(privacyRecordKinds),
  way: z.enum(privacyRecordWays),
  note: z.string().trim().max(1000).default(""),
  /** The day it happened. */
  at: z.iso.date(),
});
export type RecordPrivacyInput = z.infer<typeof recordPrivacyInput>;

export const legalHoldInput = z.object({ reason: z.string().trim().min(1).max(500).nullable() });

/** What somebody typed to say that they mean it: the number the page shows. */
export const eraseInput = z.object({ confirmation: z.string().max(200) });

const privacyRecordView = z.object({
  id: z.uuid(),
  kind: z.enum(privacyRecordKinds),
  way: z.enum(privacyRecordWays),
  note: z.string(),
  at: z.iso.datetime(),
  recordedBy: z.string().nullable(),
});

/** What the candidate agreed to elsewhere: before an interview, with a link, for a recording. */
const consentView = z.object({
  kind: z.enum(consentKinds),
  subjectId: z.uuid(),
  /** As it was asked: none says that they did not agree to being recorded. */
  way: z.string(),
  keepsAudio: z.boolean(),
  text: z.string().nullable(),
  at: z.iso.datetime(),
});

/** How much there is of a person, by kind. */
export const personCounts = z.object({
  resumes: z.int(),
  applications: z.int(),
  interviews: z.int(),
  videos: z.int(),
  decisions: z.int(),
  letters: z.int(),
  reports: z.int(),
  files: z.int(),
});
export type PersonCounts = z.infer<typeof personCounts>;

export const privacyView = z.object({
  candidateId: z.uuid(),
  number: z.int(),
  records: privacyRecordView.array(),
  consents: consentView.array(),
  legalHold: z.object({ reason: z.string(), at: z.iso.datetime(), by: z.string().nullable() }).nullable(),
  counts: personCounts,
  may: z.object({ write: z.boolean(), export: z.boolean(), erase: z.boolean(), audit: z.boolean() }),
});
export type PrivacyView = z.infer<typeof privacyView>;

export const erasureView = z.object({
  id: z.uuid(),
  candidateId: z.uuid(),
  cause: z.enum(["request", "retention"]),
  state: z.enum(["pending", "running", "completed", "failed", "cancelled"]),
  counts: z.record(z.string(), z.int()),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
});
export type ErasureView = z.infer<typeof erasureView>;

/** Who a rule would erase now. */
export const retentionPreview = z.object({
  /** All of them; `candidates` are the first, the oldest first. */
  count: z.int(),
  held: z.int(),
  candidates: z
    .object({
      candidateId: z.uuid(),
      number: z.int(),
      resumeId: z.uuid().nullable(),
      rule: z.enum(["rejected", "unassigned"]),
      since: z.iso.datetime(),
    })
    .array(),
});
export type RetentionPreview = z.infer<typeof retentionPreview>;

/** The number that was shown: when it is another by now, nothing happens. */
export const runRetentionInput = z.object({ count: z.int().min(1) });
export const retentionStarted = z.object({ erased: z.int() });

export const recordedPrivacy = z.object({ id: z.uuid() });
export const startedErasure = z.object({ id: z.uuid() });
