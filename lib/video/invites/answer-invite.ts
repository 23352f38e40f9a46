import "server-only";
import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { hashSecretToken } from "@/lib/auth/secret-token";
import { scopedDb, systemDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { storage } from "@/lib/storage/storage";
import { joinMedia } from "@/lib/video/container/media-pool";
import { storeVideo } from "@/lib/video/store-video";
import { abandonUpload, beginUpload, readUpload, type Sender } from "@/lib/video/uploads/receive-parts";
import { type CompleteAnswersInput, inviteQuestion, type OpenInvite } from "./schema";

/**
 * The invite that a link's secret opens: not yet used, run out or taken back.
 *
 * @throws not_found for any other, without saying which
 */
export async function openInvite(token: string) {
  const row = await systemDb().videoInvite.findUnique({
    where: { tokenHash: hashSecretToken(token) },
    include: { resume: { select: { candidateName: true, fileName: true, deleteAt: true } } },
  });
  const isOpen = row && !row.completedAt && !row.revokedAt && row.expiresAt > new Date() && !row.resume.deleteAt;
  if (!isOpen) throw new AppError("not_found", "invite_not_found");
  return { ...row, questions: z.array(inviteQuestion).parse(row.questions) };
}
type Invite = Awaited<ReturnType<typeof openInvite>>;

export function toOpenInvite({ positionApplied, language, questions, expiresAt, consentedAt }: Invite): OpenInvite {
  return {
    ...{ positionApplied, questions, expiresAt: expiresAt.toISOString(), hasConsented: consentedAt !== null },
    language: language === "en" ? "en" : "zh",
  };
}

/** Puts on record which sentence was agreed to, and when. */
export async function consentToInvite({ token, text }: { token: string; text: string }) {
  const { id, organisationId } = await openInvite(token);
  await scopedDb(organisationId).videoInvite.updateMany({
    where: { id, consentedAt: null },
    data: { consentedAt: new Date(), consentText: text },
  });
}

/** Nothing is taken before the candidate agreed. */
export async function inviteSender(token: string): Promise<Sender> {
  const { id, organisationId, consentedAt } = await openInvite(token);
  if (!consentedAt) throw new AppError("conflict", "no_consent");
  return { organisationId, createdById: null, inviteId: id };
}

/** An answer may be this many times as large as one recorded here is. */
const mostBytesPerSecond = 500_000;

export async function beginAnswer({ token, fileSize }: { token: string; fileSize: number }) {
  const sender = await inviteSender(token);
  const { questions, positionApplied } = await openInvite(token);
  const longest = Math.max(...questions.map(({ seconds }) => seconds));
  if (fileSize > longest * mostBytesPerSecond) throw new AppError("too_large", "video_too_large");
  const described = { fileName: "answer", declaredType: "", candidateName: "-", positionApplied, hasAgreed: true };
  return beginUpload({ sender, description: described, fileSize });
}

/**
 * Makes one recording of the answers, in the order of their questions, and closes the link.
 *
 * @throws conflict when there are not as many answers as questions, or a part of one is missing
 */
export async function completeAnswers({ token, uploadIds, events }: CompleteAnswersInput & { token: string }) {
  const sender = await inviteSender(token);
  const invite = await openInvite(token);
  const { organisationId, resumeId, questions, positionApplied, consentText, consentedAt } = invite;
  if (uploadIds.length !== questions.length) throw new AppError("conflict", "answers_missing");
  const folder = await mkdtemp(join(tmpdir(), "hireglass-answers-"));
  try {
    const paths: string[] = [];
    for (const [index, uploadId] of uploadIds.entries()) {
      const path = join(folder, `answer-${index}`);
      const { chunks } = await readUpload({ sender, uploadId });
      await pipeline(Readable.from(chunks), createWriteStream(path));
      paths.push(path);
    }
    const joined = await joinMedia({ paths, out: join(folder, "joined") });
    if (!joined.ok) throw new AppError("conflict", "answers_unreadable");
    const { kind, starts } = joined.result;
    const id = randomUUID();
    const storageKey = `videos/${organisationId}/${id}`;
    const fileSize = await storage().putStream(storageKey, createReadStream(join(folder, "joined")), "video/webm");
    const { count } = await scopedDb(organisationId).videoInvite.updateMany({
      where: { id: invite.id, completedAt: null },
      data: { completedAt: new Date() },
    });
    if (count === 0) {
      await storage().remove(storageKey);
      throw new AppError("not_found", "invite_not_found");
    }
    const { candidateName, fileName } = invite.resume;
    await storeVideo({
      ...{ organisationId, resumeId, positionApplied, createdById: null },
      ...{ candidateName: candidateName ?? fileName, fileName: `answers.${kind}`, declaredType: "" },
      received: { id, storageKey, kind, fileSize },
      recorded: {
        consent: { way: "ticked", at: (consentedAt ?? new Date()).toISOString(), byId: null, text: consentText },
        questions: questions.map(({ text }, index) => ({ text, startSeconds: starts[index] ?? 0 })),
        events,
      },
    }).catch(async (error: unknown) => {
      const data = { completedAt: null };
      await scopedDb(organisationId).videoInvite.updateMany({ where: { id: invite.id }, data });
      throw error;
    });
    for (const uploadId of uploadIds) await abandonUpload({ sender, uploadId });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
