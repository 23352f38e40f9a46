import { eventType } from "inngest";
import { z } from "zod";
import { archiveInput } from "@/lib/report/schema";

/*
 * Every event, with its payload. Payloads carry ids only: Inngest stores and shows them.
 * `enqueue(tx, resumeReceived.create({ … }, { id }))` sends one, `triggers: [resumeReceived]` starts on it.
 */

export const resumeReceived = eventType("resume/received", {
  schema: z.object({ organisationId: z.uuid(), resumeId: z.uuid() }),
});

/** Rows have gone, and their files are to go: keys, which hold ids only. */
export const filesAbandoned = eventType("files/abandoned", {
  schema: z.object({ organisationId: z.uuid(), keys: z.array(z.string()).max(1000) }),
});

/** A group or position whose candidates are to be put side by side; which, stands in the report's row. */
export const evaluationRequested = eventType("evaluation/requested", {
  schema: z.object({ organisationId: z.uuid(), reportId: z.uuid() }),
});

/** A screening, interview, scorecard or video that a recommendation rests on has changed. */
export const recommendationSourcesChanged = eventType("recommendation/sources.changed", {
  schema: z.object({ organisationId: z.uuid(), applicationId: z.uuid() }),
});

/** A recommendation was made while a model was set up, which writes its report. */
export const recommendationProseRequested = eventType("recommendation/prose.requested", {
  schema: z.object({ organisationId: z.uuid(), recommendationId: z.uuid() }),
});

/** A person sends a letter; its text stands in the database. */
export const messageSending = eventType("message/sending", {
  schema: z.object({ organisationId: z.uuid(), messageId: z.uuid() }),
});

/** Somebody's server is to be told of something. */
export const webhookQueued = eventType("webhook/queued", {
  schema: z.object({ organisationId: z.uuid(), deliveryId: z.uuid() }),
});

export const videoReceived = eventType("video/received", {
  schema: z.object({ organisationId: z.uuid(), videoId: z.uuid() }),
});

/** The sound of a recording is to be turned into text. */
export const videoTranscriptionRequested = eventType("video/transcription.requested", {
  schema: z.object({ organisationId: z.uuid(), videoId: z.uuid(), revision: z.int() }),
});

/** What was said in a recording is there, or was changed. */
export const videoTranscribed = eventType("video/transcribed", {
  schema: z.object({ organisationId: z.uuid(), videoId: z.uuid(), revision: z.int() }),
});

/** Pages without text of their own, from 0. */
export const resumeScanned = eventType("resume/scanned", {
  schema: z.object({ organisationId: z.uuid(), resumeId: z.uuid(), pages: z.array(z.int().nonnegative()) }),
});

/** A file that was read draws pictures: one may be the person's. */
export const resumePhotoRequested = eventType("resume/photo.requested", {
  schema: z.object({ organisationId: z.uuid(), resumeId: z.uuid() }),
});

/** Reading left fields uncertain, and a model may look for them. */
export const resumeFieldsRequested = eventType("resume/fields.requested", {
  schema: z.object({ organisationId: z.uuid(), resumeId: z.uuid() }),
});

/** A review of a resume that was read was asked for. */
export const resumeReviewRequested = eventType("resume/review.requested", {
  schema: z.object({ organisationId: z.uuid(), reviewId: z.uuid() }),
});

/** Resumes that were read are to be read again; which, stands in the database. */
export const rereadingRequested = eventType("resumes/rereading.requested", {
  schema: z.object({ organisationId: z.uuid() }),
});

/** The rows of a person have gone; the files follow. Their keys stand on the erasure. */
export const personErased = eventType("person/erased", {
  schema: z.object({ organisationId: z.uuid(), erasureId: z.uuid() }),
});

export const archiveReceived = eventType("archive/received", {
  schema: z.object({ organisationId: z.uuid(), importItemId: z.uuid() }),
});

export const screeningRequested = eventType("screening/requested", {
  schema: z.object({ organisationId: z.uuid(), batchId: z.uuid(), round: z.int().optional() }),
});

export const screeningRunsRequested = eventType("screening/runs.requested", {
  schema: z.object({ organisationId: z.uuid(), runIds: z.array(z.uuid()) }),
});

/** A built-in result is there, and experts by a model may refine it. */
export const screeningExpertsRequested = eventType("screening/experts.requested", {
  schema: z.object({ organisationId: z.uuid(), runId: z.uuid() }),
});

export const screeningSummaryRequested = eventType("screening/summary.requested", {
  schema: z.object({ organisationId: z.uuid(), runId: z.uuid() }),
});

export const spreadRequested = eventType("screening/spread.requested", {
  schema: z.object({ organisationId: z.uuid(), measurementId: z.uuid() }),
});

export const sampleDataRequested = eventType("sample-data/requested", {
  schema: z.object({ organisationId: z.uuid(), batchId: z.uuid() }),
});

export const resumesDeleted = eventType("resumes/deleted", {
  schema: z.object({ organisationId: z.uuid(), deleteAt: z.iso.datetime() }),
});

/** There are resumes without `words`; a migration asks for them. */
export const wordsMissing = eventType("resumes/words.missing", {
  schema: z.object({ organisationId: z.uuid() }),
});

export const reportRequested = eventType("report/requested", {
  schema: z.object({
    organisationId: z.uuid(),
    reportId: z.uuid(),
    locale: z.enum(["zh", "en"]),
    archive: archiveInput.optional(),
    /** Of a schedule: it stays. */
    isKept: z.boolean().optional(),
  }),
});
