import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { visibleResumes } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { acceptResume } from "@/lib/resume/accept-resume";
import { requestReview } from "@/lib/resume/review/request-review";
import { storage } from "@/lib/storage/storage";
import { codes, GuideError } from "./answer";
import * as answers from "./answers";
import { checkKind, checkText } from "./check-file";
import { type FoundResume, findById } from "./find-resume";
import { limitUploads } from "./limits";
import { type Call, operation } from "./operation";
import { readFilePart } from "./read-file-part";
import { storageOf } from "./stored-file";
import { plainText, readReview, shownSummary, toScores, toStatus, toSuggestion } from "./wire";

const source = "interview-guide";
const duplicateMessage = "检测到相同简历，已返回历史分析结果";

/** The checks in the reference's order: the first that fails answers, and nothing is stored. */
export const upload = operation(
  { permission: "resume:import", fileField: "file", data: answers.sent },
  async ({ viewer, request }) => {
    await limitUploads({ viewer, request });
    const file = await readFilePart(request);
    checkKind(file);
    const known = await findByHash(file.bytes, viewer);
    if (known) return answerDuplicate(known, { viewer, request });
    await checkText(file);
    const startedAt = new Date();
    const item = await acceptResume({ ...file, viewer, batchId: randomUUID(), source }).catch(blameStorage);
    const { resumeId } = item;
    if (!resumeId) throw new GuideError(codes.badRequest, "文件没有保存：内容无法识别");
    if (item.outcome === "duplicate_file") return answerDuplicate(resumeId, { viewer, request });
    // A resume that was deleted and comes again starts anew.
    await requestReview({ resumeId, viewer, isFirst: true, forgetBefore: startedAt });
    const comesAgain = { id: resumeId, receivedAt: { lt: startedAt } };
    await scopedDb(viewer.organisationId).resume.updateMany({ where: comesAgain, data: { accessCount: 1 } });
    const resume = await findById(resumeId, viewer);
    const shown = { id: resume.number, filename: resume.fileName, analyzeStatus: "PENDING" as const };
    return { data: { resume: shown, storage: toStorage(resume, request), duplicate: false as const } };
  },
);

/** @throws GuideError 4001 where the store takes no files */
async function blameStorage(cause: unknown): Promise<never> {
  const isUp = await storage()
    .check()
    .then(() => true)
    .catch(() => false);
  throw isUp ? cause : new GuideError(codes.storeRefused, "文件存储失败，请稍后重试", { cause });
}

async function findByHash(bytes: Uint8Array, viewer: Viewer): Promise<string | null> {
  const fileHash = createHash("sha256").update(bytes).digest("hex");
  const where = { fileHash, removedAt: null, ...visibleResumes(viewer) };
  const found = await scopedDb(viewer.organisationId).resume.findFirst({ where, select: { id: true } });
  return found?.id ?? null;
}

/** What is known of the file by now. One that came into the library another way is reviewed now. */
async function answerDuplicate(resumeId: string, { viewer, request }: Pick<Call, "viewer" | "request">) {
  await requestReview({ resumeId, viewer, isFirst: true });
  const data = { accessCount: { increment: 1 } };
  await scopedDb(viewer.organisationId).resume.updateMany({ where: { id: resumeId }, data });
  const resume = await findById(resumeId, viewer);
  const storage = toStorage(resume, request);
  const [newest] = resume.reviews;
  const finished = resume.reviews.find(({ state }) => state === "completed");
  if (finished) {
    const result = readReview(finished.result);
    const analysis = {
      ...{ overallScore: result.overall, scoreDetail: toScores(result), summary: shownSummary(result) },
      ...{ strengths: result.strengths, suggestions: result.suggestions.map(toSuggestion) },
      originalText: plainText(resume.content?.text ?? ""),
    };
    return { message: duplicateMessage, data: { analysis, storage, duplicate: true as const } };
  }
  const analyzeStatus = toStatus(newest?.state ?? "pending");
  const shown = { id: resume.number, filename: resume.fileName, analyzeStatus };
  return { message: duplicateMessage, data: { resume: shown, storage, duplicate: true as const } };
}

function toStorage(resume: FoundResume, request: Request) {
  return { ...storageOf(resume, { request, isHidden: resume.isHidden }), resumeId: resume.number };
}
