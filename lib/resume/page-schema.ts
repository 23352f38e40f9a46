import { z } from "zod";
import { activityKinds, longestTag, longestTyped, mostTags, personMarkKinds } from "@/lib/resume/page-kinds";

/** No comma: it parts values in the library's address. */
const tag = z
  .string()
  .transform((text) =>
    text
      .normalize("NFC")
      .replace(/[\p{Cc}\s]+/gu, " ")
      .trim(),
  )
  .pipe(
    z
      .string()
      .min(1)
      .max(longestTag)
      .regex(/^[^,，]+$/),
  );
const tags = z.array(tag).max(mostTags).default([]);
export const tagInput = z.object({ resumeIds: z.array(z.uuid()).min(1).max(1000), add: tags, remove: tags });
export const changedCount = z.object({ changed: z.int() });

export const activity = z.object({
  id: z.string(),
  kind: z.enum(activityKinds),
  at: z.iso.datetime(),
  actor: z.string().nullable(),
  position: z.object({ id: z.uuid(), title: z.string(), applicationId: z.uuid() }).nullable(),
  /** What the sentence needs beyond that: a reason, an outcome, counts. */
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Activity = z.infer<typeof activity>;
export const activityPage = z.object({ activities: z.array(activity), nextCursor: z.string().nullable() });
export type ActivityPage = z.infer<typeof activityPage>;

const otherResume = z.object({
  id: z.uuid(),
  fileName: z.string(),
  candidateName: z.string().nullable(),
  currentTitle: z.string().nullable(),
  receivedAt: z.iso.datetime(),
});
export type OtherResume = z.infer<typeof otherResume>;

/** What else the library has of this file, this text and this person. */
export const relatedResumes = z.object({
  /** Imports of the very same bytes, this one's own first arrival left out. */
  sameFile: z.array(z.object({ fileName: z.string(), receivedAt: z.iso.datetime() })),
  sameText: z.array(otherResume),
  /** Other texts of the same candidate. Where a person joined the two, the resume to split off again while that can be. */
  versions: z.array(
    otherResume.extend({
      isJoined: z.boolean(),
      splitId: z.uuid().nullable(),
      splitUntil: z.iso.datetime().nullable(),
    }),
  ),
  samePerson: z.array(
    otherResume.extend({ marks: z.array(z.enum(personMarkKinds)), similarity: z.number().nullable() }),
  ),
  nearDuplicates: z.array(otherResume.extend({ similarity: z.number() })),
});
export type RelatedResumes = z.infer<typeof relatedResumes>;

export const joinInput = z.object({ otherResumeId: z.uuid() });
export const joined = z.object({
  /** The resume to split off to take it back; null when they were one candidate already. */
  splitId: z.uuid().nullable(),
  movedResumes: z.int(),
  movedApplications: z.int(),
  /** Left as they are: the person has two for one position. */
  keptApplications: z.int(),
});
export type Joined = z.infer<typeof joined>;

/** Null for a file that has no pages to show but its text. */
export const documentHtml = z.object({ html: z.string().nullable() });

/** `forTeam`: for the hiring managers and interviewers of their blind positions as well. */
export const openCandidateInput = z.object({ forTeam: z.boolean().default(false) });
/** How many people see them now who did not before. */
export const openedCandidate = z.object({ people: z.int() });

export const passwordInput = z.object({ password: z.string().min(1).max(200) });
export const typedInput = z.object({ text: z.string().trim().min(1).max(longestTyped) });
export const readingOutcome = z.object({ isRead: z.boolean() });
