import "server-only";
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { z } from "zod";
import { wakeJobs } from "@/inngest/outbox";
import { askTranscriber, findTranscriber, TranscriptionError } from "@/lib/ai/transcription/ask-transcriber";
import { scopedDb } from "@/lib/db";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { storage } from "@/lib/storage/storage";
import type { OfRevision } from "@/lib/video/analyse-video";
import { extractMedia, withMedia } from "@/lib/video/container/media-pool";
import { heardLines, heardPiece, joinHeard } from "@/lib/video/heard";
import { type ReadingFailure, readingFailures } from "@/lib/video/kinds";
import { requestAnalysis, restart } from "@/lib/video/request-analysis";
import { transcript } from "@/lib/video/schema";

/** Long pieces are where recognisers lose their way. */
const mostSeconds = 20 * 60;

const piece = z.object({ number: z.int(), ending: z.string(), startSeconds: z.number(), endSeconds: z.number() });
export type Piece = z.infer<typeof piece>;
type Cut = { outcome: "cut"; pieces: Piece[] } | { outcome: "gone" | "failed" };

/** Takes the sound out as it is encoded, in pieces that the server takes. */
export async function cutAudio({ organisationId, videoId, revision }: OfRevision): Promise<Cut> {
  const video = await begin({ organisationId, videoId, revision }, "audio");
  if (!video) return { outcome: "gone" };
  const of = { organisationId, videoId, revision };
  if (!findTranscriber()) return fail(of, "transcription_off");
  return withMedia(video, async (path, folder) => {
    const mostBytes = Math.floor(env().TRANSCRIPTION_MAX_MB * 1e6);
    const found = await extractMedia({ path, folder, mostBytes, mostSeconds });
    if (!found.ok) {
      const known = readingFailures.find((failure) => failure === found.reason);
      if (known) return fail(of, known);
      throw new Error(found.reason);
    }
    const pieces = found.result.map(({ path: file, startSeconds, endSeconds }, number) => ({
      ...{ number, startSeconds, endSeconds, ending: basename(file).split(".").at(-1) ?? "bin" },
    }));
    const keys = pieces.flatMap(({ number }) => [audioKey(of, number), saidKey(of, number)]);
    // Named before they are there: a deletion in between finds them.
    await scopedDb(organisationId).video.updateMany({ where: { id: videoId, revision }, data: { audioKeys: keys } });
    for (const [number, { path: file }] of found.result.entries())
      await storage().putStream(audioKey(of, number), createReadStream(file), "application/octet-stream");
    return { outcome: "cut" as const, pieces };
  });
}

/**
 * Has one piece turned into text and keeps what came of it until the last is there.
 *
 * @throws for what may pass by waiting
 */
export async function transcribePiece({
  number,
  ending,
  total,
  ...of
}: OfRevision & Pick<Piece, "number" | "ending"> & { total: number }): Promise<{
  outcome: "heard" | "gone" | "failed";
}> {
  if (!(await begin(of, `transcribe:${number + 1}:${total}`))) return { outcome: "gone" };
  const transcriber = findTranscriber();
  if (!transcriber) return fail(of, "transcription_off");
  const bytes = await storage().get(audioKey(of, number));
  if (!bytes) throw new Error("A piece of sound is gone");
  const file = { audio: new Blob([Uint8Array.from(bytes)]), fileName: `sound.${ending}` };
  const timeoutMs = env().TRANSCRIPTION_TIMEOUT_SECONDS * 1000;
  const startedAt = performance.now();
  try {
    const answered = await askTranscriber({ transcriber, ...file, fields: detailed, timeoutMs }).catch(
      (error: unknown) => {
        // Some servers know plain answers only.
        if (error instanceof TranscriptionError && error.reason === "unsupported")
          return askTranscriber({ transcriber, ...file, fields: plain, timeoutMs });
        throw error;
      },
    );
    const heard = heardPiece.safeParse(answered);
    if (!heard.success) throw new TranscriptionError("unusable", { cause: heard.error });
    await storage().put(saidKey(of, number), Buffer.from(JSON.stringify(heard.data)), "application/json");
    return { outcome: "heard" };
  } catch (error) {
    if (!(error instanceof TranscriptionError)) throw error;
    const durationMs = Math.round(performance.now() - startedAt);
    log.warn({ durationMs, reason: error.reason, piece: number }, "a piece of a recording was not transcribed");
    if (error.isPassing) throw new Error(`transcription_${error.reason}`);
    return fail(of, `transcription_${error.reason}` as ReadingFailure);
  }
}

const detailed: [string, string][] = [
  ["response_format", "verbose_json"],
  ["timestamp_granularities[]", "word"],
  ["timestamp_granularities[]", "segment"],
];
const plain: [string, string][] = [["response_format", "json"]];

/** Puts what was heard together and has it analysed; the sound's pieces go. */
export async function joinPieces({ pieces, ...of }: OfRevision & { pieces: Piece[] }): Promise<{ outcome: string }> {
  const { organisationId, videoId, revision } = of;
  const said = await Promise.all(
    pieces.map(async ({ number, startSeconds, endSeconds }) => {
      const bytes = await storage().get(saidKey(of, number));
      if (!bytes) return null;
      const heard = heardPiece.parse(JSON.parse(Buffer.from(bytes).toString("utf8")));
      return heardLines(heard, { startSeconds, endSeconds });
    }),
  );
  if (said.includes(null)) return { outcome: "gone" };
  const joined = joinHeard(said.flatMap((one) => (one ? [one] : [])));
  const parsed = transcript.safeParse(joined);
  if (!parsed.success || parsed.data.lines.length === 0) {
    await removeAudio(of, pieces);
    return fail(of, "transcription_empty");
  }
  const outcome = await scopedDb(organisationId).$transaction(async (tx) => {
    const [row] = await tx.video.updateManyAndReturn({
      where: { id: videoId, revision },
      data: { transcript: parsed.data, ...restart, audioKeys: [] },
      select: { revision: true },
    });
    if (row) await requestAnalysis(tx, { organisationId, videoId, revision: row.revision });
    return row ? "transcribed" : "gone";
  });
  await removeAudio(of, pieces);
  wakeJobs();
  return { outcome };
}

/** @param reason what the last try ended with */
export async function failTranscription({ reason, ...of }: OfRevision & { reason: string }) {
  await fail(of, readingFailures.find((failure) => failure === reason) ?? "transcription_unreachable");
}

async function begin({ organisationId, videoId, revision }: OfRevision, step: string) {
  const [video] = await scopedDb(organisationId).video.updateManyAndReturn({
    where: { id: videoId, revision, state: { in: ["pending", "running"] } },
    data: { state: "running", analysisStep: step },
    select: { storageKey: true, fileSize: true },
  });
  return video ?? null;
}

/** The recording can still be played and be given a transcript; the sound's pieces are made again when somebody retries. */
async function fail({ organisationId, videoId, revision }: OfRevision, reason: ReadingFailure) {
  const db = scopedDb(organisationId);
  const [row] = await db.video.updateManyAndReturn({
    where: { id: videoId, revision, state: { in: ["pending", "running"] } },
    data: {
      state: reason === "audio_missing" ? "completed" : "failed",
      error: reason,
      analysisStep: null,
      audioKeys: [],
    },
    select: { id: true },
  });
  return { outcome: row ? ("failed" as const) : ("gone" as const) };
}

async function removeAudio(of: OfRevision, pieces: readonly Piece[]) {
  for (const { number } of pieces) {
    await storage().remove(audioKey(of, number));
    await storage().remove(saidKey(of, number));
  }
}

function audioKey({ organisationId, videoId, revision }: OfRevision, number: number) {
  return `videos/${organisationId}/${videoId}-audio-${revision}-${number}`;
}

function saidKey({ organisationId, videoId, revision }: OfRevision, number: number) {
  return `videos/${organisationId}/${videoId}-said-${revision}-${number}`;
}
