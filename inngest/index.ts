import type { InngestFunction } from "inngest";
import { addSampleDataFunction } from "./functions/add-sample-data.ts";
import { analyseVideoFunction } from "./functions/analyse-video.ts";
import { applyRetentionFunction } from "./functions/apply-retention.ts";
import { askExpertsFunction } from "./functions/ask-experts.ts";
import { deliverWebhookFunction } from "./functions/deliver-webhook.ts";
import { evaluateGroupFunction } from "./functions/evaluate-group.ts";
import { fillFieldsFunction } from "./functions/fill-fields.ts";
import { fillWordsFunction } from "./functions/fill-words.ts";
import { forgetOldWindowsFunction } from "./functions/forget-old-windows.ts";
import { keepPhotoFunction } from "./functions/keep-photo.ts";
import { makeReportFunction } from "./functions/make-report.ts";
import { makeScheduledReportsFunction } from "./functions/make-scheduled-reports.ts";
import { measureSpreadFunction } from "./functions/measure-spread.ts";
import { ocrResumeFunction } from "./functions/ocr-resume.ts";
import { purgeResumesFunction } from "./functions/purge-resumes.ts";
import { purgeVideosFunction } from "./functions/purge-videos.ts";
import { readResumeFunction } from "./functions/read-resume.ts";
import { readVideoFunction } from "./functions/read-video.ts";
import { remakeRecommendationFunction } from "./functions/remake-recommendation.ts";
import { removeAbandonedFilesFunction } from "./functions/remove-abandoned-files.ts";
import { removeErasedFilesFunction } from "./functions/remove-erased-files.ts";
import { removeOldRecordsFunction } from "./functions/remove-old-records.ts";
import { removeOrphanFilesFunction } from "./functions/remove-orphan-files.ts";
import { removeUnfinishedUploadsFunction } from "./functions/remove-unfinished-uploads.ts";
import { rereadResumesFunction } from "./functions/reread-resumes.ts";
import { reviewResumeFunction } from "./functions/review-resume.ts";
import { screenBatchFunction } from "./functions/screen-batch.ts";
import { screenCandidatesFunction } from "./functions/screen-candidates.ts";
import { sendMessageFunction } from "./functions/send-message.ts";
import { transcribeVideoFunction } from "./functions/transcribe-video.ts";
import { unpackArchiveFunction } from "./functions/unpack-archive.ts";
import { writeRecommendationFunction } from "./functions/write-recommendation.ts";
import { writeSummaryFunction } from "./functions/write-summary.ts";

/** Every function there is: what Inngest is told of, and what the embedded jobs run. */
export const functions: InngestFunction.Any[] = [
  addSampleDataFunction,
  readResumeFunction,
  readVideoFunction,
  transcribeVideoFunction,
  analyseVideoFunction,
  purgeVideosFunction,
  ocrResumeFunction,
  rereadResumesFunction,
  reviewResumeFunction,
  fillFieldsFunction,
  fillWordsFunction,
  keepPhotoFunction,
  makeReportFunction,
  makeScheduledReportsFunction,
  evaluateGroupFunction,
  remakeRecommendationFunction,
  writeRecommendationFunction,
  purgeResumesFunction,
  removeErasedFilesFunction,
  removeAbandonedFilesFunction,
  removeOrphanFilesFunction,
  applyRetentionFunction,
  removeOldRecordsFunction,
  removeUnfinishedUploadsFunction,
  forgetOldWindowsFunction,
  unpackArchiveFunction,
  screenBatchFunction,
  screenCandidatesFunction,
  askExpertsFunction,
  measureSpreadFunction,
  writeSummaryFunction,
  sendMessageFunction,
  deliverWebhookFunction,
];
