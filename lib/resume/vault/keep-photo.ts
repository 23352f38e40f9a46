import "server-only";
import { scopedDb } from "@/lib/db";
import { ocrPool } from "@/lib/resume/ocr-pool";
import { parsePool } from "@/lib/resume/parse-pool";
import { keepUnlessGone, type ReadResume } from "@/lib/resume/read-resume";
import { sealPhoto } from "@/lib/resume/vault/seal-sensitive";
import { storage } from "@/lib/storage/storage";

/**
 * Finds the person's photo in a resume's file and keeps a small copy, sealed. Safe to repeat. Pictures are decoded by
 * the processes that read scans, and what is kept is drawn anew: it holds neither place nor camera.
 */
export async function keepPhoto({ organisationId, resumeId, password }: ReadResume & { password?: string }) {
  const db = scopedDb(organisationId);
  const resume = await db.resume.findFirst({
    where: { id: resumeId, state: "COMPLETED" },
    select: { storageKey: true, fileName: true },
  });
  const bytes = resume && (await storage().get(resume.storageKey));
  if (!bytes) return { outcome: "gone" };
  const found = await parsePool().findPhoto({ bytes, fileName: resume.fileName, password }, { isPatient: !password });
  if (!found.ok) return { outcome: found.reason };
  if (!found.photo) {
    await db.resumePhoto.deleteMany({ where: { resumeId } });
    return { outcome: "none" };
  }
  const fileName = found.photo.mediaType === "image/png" ? "photo.png" : "photo.jpg";
  const small = await ocrPool().shrink({ bytes: found.photo.bytes, fileName, page: 0 });
  if (!small.ok) return { outcome: small.reason };
  const sealed = sealPhoto(small.jpeg, { organisationId, resumeId });
  return keepUnlessGone(async () => {
    const create = { resumeId, organisationId, sealed };
    await db.resumePhoto.upsert({ where: { resumeId }, create, update: { sealed } });
    return { outcome: "kept" };
  });
}
