import "server-only";
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
import { takeBack } from "@/lib/storage/take-back";
import { joinMedia } from "@/lib/video/container/media-pool";
import { mediaTypes } from "@/lib/video/kinds";
import { assertPoster, keepPoster } from "@/lib/video/poster";
import { refuseInfected } from "@/lib/video/refuse-infected";
import { storeVideo } from "@/lib/video/store-video";
import { abandonUpload, beginUpload, nameWhole, readUpload, type Sender } from "@/lib/video/uploads/receive-parts";
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
 * Makes one recording of the answers, in the order of their questions, and closes the link: both or neither. Done twice,
 * as by somebody whose connection was lost before our answer came, it is the same recording.
 *
 * @throws conflict when there are not as many answers as questions, or a part of one is missing
 */
export async function completeAnswers(sent: CompleteAnswersInput & { token: string }) {
  if (await isCompletedWith(sent)) return;
  await joinAnswers(sent).catch(async (error: unknown) => {
    // Sent twice at once: the other was faster.
    if (!(await isCompletedWith(sent))) throw error;
  });
}

async function joinAnswers({ token, uploadIds, events, poster }: CompleteAnswersInput & { token: string }) {
  const sender = await inviteSender(token);
  const invite = await openInvite(token);
  const { organisationId, resumeId, questions, positionApplied, consentText, consentedAt } = invite;
  const [id] = uploadIds;
  if (!id || uploadIds.length !== questions.length) throw new AppError("conflict", "answers_missing");
  const picture = poster === null ? null : Buffer.from(poster, "base64");
  if (picture) assertPoster(picture);
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
    const storageKey = await nameWhole({ sender, uploadId: id });
    const fileSize = await storage().putStream(storageKey, createReadStream(join(folder, "joined")), mediaTypes[kind]);
    await refuseInfected(storageKey, fileSize).catch(async (error: unknown) => {
      await takeBack(storageKey, error);
      throw error;
    });
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
      within: async (tx) => {
        const data = { completedAt: new Date() };
        const { count } = await tx.videoInvite.updateMany({ where: { id: invite.id, completedAt: null }, data });
        if (count === 0) throw new AppError("not_found", "invite_not_found");
      },
    });
    if (picture) await keepPoster({ organisationId, videoId: id, bytes: picture });
    for (const uploadId of uploadIds) await abandonUpload({ sender, uploadId });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Whether the link was closed by just these answers; who knows their ids sent them. */
async function isCompletedWith({ token, uploadIds: [first] }: { token: string; uploadIds: readonly string[] }) {
  const invite = await systemDb().videoInvite.findUnique({
    where: { tokenHash: hashSecretToken(token) },
    select: { organisationId: true, resumeId: true, completedAt: true },
  });
  if (!invite?.completedAt || !first) return false;
  const where = { id: first, resumeId: invite.resumeId, createdById: null };
  return (await scopedDb(invite.organisationId).video.count({ where })) > 0;
}
