import "server-only";
import { scopedDb } from "@/lib/db";
import { deleteResumes } from "@/lib/resume/delete-resumes";
import { retryResumes } from "@/lib/resume/retry-resumes";
import { requestReview } from "@/lib/resume/review/request-review";
import { storage } from "@/lib/storage/storage";
import { codes, GuideError } from "./answer";
import * as answers from "./answers";
import { checkText } from "./check-file";
import { findByNumber, reviewedResumes } from "./find-resume";
import { countInterviews, listInterviews } from "./interviews";
import { limitAnalyses } from "./limits";
import { operation } from "./operation";
import { storageOf } from "./stored-file";
import { localTime, plainText, readReview, shownSummary, toError, toScores, toStatus, toSuggestion } from "./wire";

export const getDetail = operation(
  { permission: "screening:read", data: answers.detail },
  async ({ viewer, request, number }) => {
    const resume = await findByNumber(number, viewer);
    const [newest] = resume.reviews;
    const analyses = resume.reviews.flatMap(({ number: id, state, result, finishedAt }) => {
      if (state !== "completed") return [];
      const read = readReview(result);
      const { overall: overallScore, strengths } = read;
      const summary = shownSummary(read);
      const analyzedAt = localTime(finishedAt ?? resume.receivedAt);
      const suggestions = read.suggestions.map(toSuggestion);
      return [{ id, overallScore, ...toScores(read), summary, analyzedAt, strengths, suggestions }];
    });
    const data = {
      ...{ id: resume.number, filename: resume.fileName, fileSize: resume.fileSize, contentType: resume.declaredType },
      storageUrl: storageOf(resume, { request, isHidden: resume.isHidden }).fileUrl,
      ...{ uploadedAt: localTime(resume.receivedAt), accessCount: resume.accessCount },
      resumeText: plainText(resume.content?.text ?? ""),
      analyzeStatus: toStatus(newest?.state ?? "pending"),
      analyzeError: newest ? toError(newest) : null,
      ...{ analyses, interviews: await listInterviews(resume.id, viewer) },
    };
    return { data };
  },
);

/** Asks for another analysis. A file that could not be read is read again. */
export const reanalyze = operation({ permission: "resume:write" }, async ({ viewer, request, number }) => {
  await limitAnalyses({ viewer, request });
  const { id: resumeId, state, fileName, storageKey } = await findByNumber(number, viewer);
  if (state === "FAILED") {
    const bytes = await storage().get(storageKey);
    if (!bytes) throw new GuideError(codes.fileGone, "原文件已不存在，请重新上传");
    await checkText({ bytes, fileName });
    await retryResumes({ resumeIds: [resumeId], viewer });
  }
  await requestReview({ resumeId, viewer });
  return { data: null };
});

/** Gone at once for every client; within ten minutes it can be brought back on the pages. */
export const removeResume = operation({ permission: "resume:delete" }, async ({ viewer, number }) => {
  const { id } = await findByNumber(number, viewer);
  await deleteResumes({ resumeIds: [id], viewer });
  return { data: null };
});

export const getStatistics = operation(
  { permission: "screening:read", data: answers.statistics },
  async ({ viewer }) => {
    const db = scopedDb(viewer.organisationId);
    const where = reviewedResumes(viewer);
    const { _count, _sum } = await db.resume.aggregate({ where, _count: true, _sum: { accessCount: true } });
    const interviews = await countInterviews(viewer);
    const totalInterviewCount = [...interviews.values()].reduce((sum, count) => sum + count, 0);
    return { data: { totalCount: _count, totalInterviewCount, totalAccessCount: _sum.accessCount ?? 0 } };
  },
);
