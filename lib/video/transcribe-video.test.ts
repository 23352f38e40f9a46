import { afterAll, beforeAll, expect, test } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { resetEnv } from "@/lib/env";
import { storage } from "@/lib/storage/storage";
import { makeRecruiter } from "@/lib/testing/factories";
import { makeMedia } from "@/lib/testing/media-files";
import {
  type HeardSpeech,
  startTranscriptionServer,
  type TranscriptionAnswer,
} from "@/lib/testing/transcription-server";
import { useWorkspace } from "@/lib/testing/workspace";
import { findVideo } from "@/lib/video/list-videos";
import { heardLines, heardPiece, joinHeard } from "./heard";
import { readVideo } from "./read-video";
import { startTranscription } from "./start-transcription";
import { addVideo, receiveVideo } from "./store-video";
import { cutAudio, failTranscription, joinPieces, transcribePiece } from "./transcribe-video";

useWorkspace();

let server: Awaited<ReturnType<typeof startTranscriptionServer>>;
let answer: (heard: HeardSpeech, count: number) => TranscriptionAnswer;
const detailed = {
  ...{ text: "Hello there. I built it.", language: "english" },
  segments: [
    { start: 0.5, end: 1.5, text: " Hello there.", avg_logprob: -0.2, no_speech_prob: 0.01 },
    { start: 2, end: 3.5, text: " I built it.", avg_logprob: -0.4, no_speech_prob: 0.02 },
    { start: 3.6, end: 4, text: " Thanks for watching.", avg_logprob: -1.7, no_speech_prob: 0.9 },
  ],
  words: [
    { word: "Hello", start: 0.5, end: 0.9 },
    { word: "there", start: 1, end: 1.5 },
    { word: "I", start: 2, end: 2.1 },
    { word: "built", start: 2.2, end: 2.8 },
    { word: "it", start: 3, end: 3.5 },
  ],
};

beforeAll(async () => {
  server = await startTranscriptionServer((heard, count) => answer(heard, count));
  Object.assign(process.env, { TRANSCRIPTION_BASE_URL: server.baseUrl, TRANSCRIPTION_MAX_MB: "0.1" });
  process.env.TRANSCRIPTION_TIMEOUT_SECONDS = "1";
  resetEnv();
});
afterAll(async () => {
  await server.close();
  for (const name of ["TRANSCRIPTION_BASE_URL", "TRANSCRIPTION_MAX_MB", "TRANSCRIPTION_TIMEOUT_SECONDS"])
    delete process.env[name];
  resetEnv();
});

async function makeVideo(viewer: Viewer, bytes: Buffer) {
  const received = await receiveVideo(
    viewer,
    (async function* () {
      yield bytes;
    })(),
  );
  const names = { fileName: "a.webm", declaredType: "video/webm", candidateName: "Jane", positionApplied: "Engineer" };
  const { id: videoId } = await addVideo({ viewer, received, ...names });
  await readVideo({ organisationId: viewer.organisationId, videoId });
  return videoId;
}

/** As the job does it, with its last try's failure. */
async function transcribe(viewer: Viewer, videoId: string) {
  const { organisationId } = viewer;
  const { revision } = await scopedDb(organisationId).video.findUniqueOrThrow({ where: { id: videoId } });
  const of = { organisationId, videoId, revision };
  try {
    const cut = await cutAudio(of);
    if (cut.outcome !== "cut") return cut.outcome;
    for (const piece of cut.pieces) {
      const { outcome } = await transcribePiece({ ...of, ...piece, total: cut.pieces.length });
      if (outcome !== "heard") return outcome;
    }
    return (await joinPieces({ ...of, pieces: cut.pieces })).outcome;
  } catch (error) {
    await failTranscription({ ...of, reason: error instanceof Error ? error.message : "" });
    return "failed";
  }
}

async function filesLeft(viewer: Viewer) {
  const keys: string[] = [];
  for await (const { key } of storage().list(`videos/${viewer.organisationId}`)) keys.push(key);
  return keys.filter((key) => /-audio-|-said-/.test(key));
}

test("a recording is heard in pieces, at their places, by a server that gives words; nothing of the pieces stays", async () => {
  const viewer = await makeRecruiter();
  const videoId = await makeVideo(viewer, await makeMedia({ seconds: 30, speech: [[0, 30]], hasPicture: true }));
  const read = await findVideo({ videoId, viewer });
  expect(read).toMatchObject({ state: "completed", needsTranscript: true, canTranscribe: true, hasAgreed: false });
  expect(read?.durationSeconds).toBeCloseTo(30, 0);
  expect(read?.facts?.tracks.map(({ codec }) => codec).sort()).toEqual(["opus", "vp8"]);
  answer = () => ({ text: "", answer: detailed });
  await startTranscription({ videoId, viewer });
  await expect(startTranscription({ videoId, viewer })).rejects.toMatchObject({ message: "video_busy" });
  const before = server.heard.length;
  expect(await transcribe(viewer, videoId)).toBe("transcribed");
  const sent = server.heard.slice(before);
  expect(sent.length).toBeGreaterThanOrEqual(2);
  for (const { bytes, fileName, format } of sent) {
    expect(bytes.length).toBeLessThanOrEqual(100_000);
    expect([fileName, format]).toEqual(["sound.webm", "verbose_json"]);
  }
  const video = await findVideo({ videoId, viewer });
  expect(video).toMatchObject({ hasAgreed: true, transcript: { source: "endpoint", hasTimes: true } });
  const lines = video?.transcript?.lines ?? [];
  expect(lines).toHaveLength(2 * sent.length);
  expect(lines[0]).toMatchObject({
    startSeconds: 0.5,
    text: "Hello there.",
    words: [{ text: "Hello" }, { text: "there" }],
  });
  expect(lines[0]?.confidence).toBeCloseTo(0.82, 2);
  expect(lines[2]?.startSeconds).toBeGreaterThan(10);
  expect(await filesLeft(viewer)).toEqual([]);
  const consents = await scopedDb(viewer.organisationId).auditEvent.count({ where: { action: "video.transcription" } });
  expect(consents).toBe(1);
});

test.each([
  [{ status: 401 }, "transcription_refused"],
  [{ status: 403 }, "transcription_refused"],
  [{ status: 404 }, "transcription_refused"],
  [{ status: 413 }, "transcription_too_large"],
  [{ status: 429 }, "transcription_busy"],
  [{ status: 500 }, "transcription_unreachable"],
  [{ status: 503 }, "transcription_unreachable"],
  [{ breaks: "hangs up" }, "transcription_unreachable"],
  [{ breaks: "silent" }, "transcription_timeout"],
  [{ breaks: "halfway" }, "transcription_timeout"],
  [{ status: 400 }, "transcription_unsupported"],
  [{ status: 415 }, "transcription_unsupported"],
  [{ status: 422 }, "transcription_unsupported"],
  [{ raw: "<html>Bad gateway</html>" }, "transcription_unusable"],
  [{ raw: '{"text": "Hello' }, "transcription_unusable"],
  [{ answer: { text: "Hi.", segments: [{ start: -1, end: "x", text: "Hi." }] } }, "transcription_unusable"],
  [{ answer: { words: "none" } }, "transcription_unusable"],
  [{ text: "  " }, "transcription_empty"],
] satisfies [Partial<TranscriptionAnswer>, string][])(
  "when the server answers %o the recording says %s, and can be tried again",
  async (said, error) => {
    const viewer = await makeRecruiter();
    const videoId = await makeVideo(viewer, await makeMedia({ seconds: 2 }));
    answer = () => ({ text: "", ...said });
    await startTranscription({ videoId, viewer });
    expect(await transcribe(viewer, videoId)).toBe("failed");
    expect(await findVideo({ videoId, viewer })).toMatchObject({ state: "failed", error, needsTranscript: true });
    answer = () => ({ text: "", answer: detailed });
    await startTranscription({ videoId, viewer });
    expect(await transcribe(viewer, videoId)).toBe("transcribed");
    expect(await findVideo({ videoId, viewer })).toMatchObject({ error: null, transcript: { lines: [{}, {}] } });
  },
);

test("a server that knows plain answers only is asked for one; its text has no times", async () => {
  const viewer = await makeRecruiter();
  const videoId = await makeVideo(viewer, await makeMedia({ seconds: 2 }));
  answer = ({ format }) => (format === "json" ? { text: "I built it. It works." } : { status: 400, text: "" });
  await startTranscription({ videoId, viewer });
  expect(await transcribe(viewer, videoId)).toBe("transcribed");
  const video = await findVideo({ videoId, viewer });
  expect(video?.transcript).toMatchObject({ hasTimes: false, lines: [{ text: "I built it." }, { text: "It works." }] });
});

test("a server that is not there, a recording without sound and a damaged one each say so", async () => {
  const viewer = await makeRecruiter();
  const mute = await makeVideo(viewer, await makeMedia({ seconds: 2, hasSound: false, hasPicture: true }));
  expect(await findVideo({ videoId: mute, viewer })).toMatchObject({ state: "completed", error: "audio_missing" });
  const whole = await makeMedia({ seconds: 2 });
  const damaged = await makeVideo(viewer, Buffer.concat([whole.subarray(0, 40), Buffer.alloc(5000, 0x7b)]));
  expect(await findVideo({ videoId: damaged, viewer })).toMatchObject({ state: "failed", error: "media_unreadable" });
  const videoId = await makeVideo(viewer, whole);
  process.env.TRANSCRIPTION_BASE_URL = "http://127.0.0.1:9/v1";
  resetEnv();
  await startTranscription({ videoId, viewer });
  expect(await transcribe(viewer, videoId)).toBe("failed");
  expect(await findVideo({ videoId, viewer })).toMatchObject({ error: "transcription_unreachable" });
  process.env.TRANSCRIPTION_BASE_URL = server.baseUrl;
  resetEnv();
});

test("words without sentences become lines at stops and pauses", () => {
  const words = ["So", "I", "left.", "Then"].map((word, index) => ({ word, start: index, end: index + 0.5 }));
  const heard = heardPiece.parse({
    text: "So I left. Then",
    words: [...words, { word: "nothing", start: 9, end: 9.5 }],
  });
  const { lines } = joinHeard([heardLines(heard, { startSeconds: 60, endSeconds: 70 })]);
  expect(lines.map(({ startSeconds, text }) => [startSeconds, text])).toEqual([
    [60, "So I left."],
    [63, "Then"],
    [69, "nothing"],
  ]);
});
