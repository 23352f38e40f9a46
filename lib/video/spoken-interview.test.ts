import { afterAll, beforeAll, expect, test } from "vitest";
import { scopedDb } from "@/lib/db";
import { resetEnv } from "@/lib/env";
import { makeRecruiter, makeResume } from "@/lib/testing/factories";
import { listenerOf, recordAnswers } from "@/lib/testing/spoken-script";
import { startTranscriptionServer } from "@/lib/testing/transcription-server";
import { useWorkspace } from "@/lib/testing/workspace";
import { runAnalysisStep } from "./analyse-video";
import { analysisSteps } from "./kinds";
import { findVideo } from "./list-videos";
import { readVideo } from "./read-video";
import { scoresOf } from "./scores";
import { startTranscription } from "./start-transcription";
import { addVideo, receiveVideo } from "./store-video";
import { cutAudio, joinPieces, transcribePiece } from "./transcribe-video";

useWorkspace();

const resume = `Jane Miller
jane@example.com

Education
2012 - 2016  University of Munich  Computer Science  Bachelor

Work Experience
Northwind Systems  Senior backend engineer  Mar 2019 - Present
- Built the order service in Java and Spring Boot
- Cut the response time of the order service from 800 ms to 120 ms
Contoso Ltd  Engineer  Jul 2016 - Feb 2019
- Java for the stock of the warehouse
`;
const said = [
  "I joined Northwind Systems in 2012 and I am a senior backend engineer there.",
  "I used Java and Spring Boot to build the order service.",
  "I cut the response time of the order service from 800 ms to 120 ms.",
  "Before that I worked at Contoso as an engineer on the stock of the warehouse.",
  "I used Java there too because the older programs were written in it.",
  "I graduated in 2016 with a bachelor degree.",
];
const sentences = [...said];
const spoken = recordAnswers(() => sentences.shift() ?? "And that is all of it.", {
  ...{ seconds: 60, answerSeconds: 16, endsWhole: true },
});

let server: Awaited<ReturnType<typeof startTranscriptionServer>>;
beforeAll(async () => {
  const hear = listenerOf([spoken]);
  server = await startTranscriptionServer(({ samples }) => {
    const words = hear(samples);
    return { text: "", answer: { text: words.map(({ word }) => word).join(" "), words } };
  });
  Object.assign(process.env, { TRANSCRIPTION_BASE_URL: server.baseUrl, TRANSCRIPTION_MAX_MB: "0.7" });
  resetEnv();
});
afterAll(async () => {
  await server.close();
  for (const name of ["TRANSCRIPTION_BASE_URL", "TRANSCRIPTION_MAX_MB"]) delete process.env[name];
  resetEnv();
});

test("a synthesised voice is cut, heard in pieces, put together and held against the resume, down to the score", async () => {
  const viewer = await makeRecruiter();
  const { organisationId } = viewer;
  const { id: resumeId } = await makeResume({ owner: viewer, bytes: Buffer.from(resume), fileName: "jane.txt" });
  const chunks = (async function* () {
    yield spoken.wav;
  })();
  const received = await receiveVideo(viewer, chunks);
  const names = { fileName: "a.wav", declaredType: "", candidateName: "Jane Miller", positionApplied: "Engineer" };
  const { id: videoId } = await addVideo({ viewer, received, ...names, resumeId });
  await readVideo({ organisationId, videoId });
  await startTranscription({ videoId, viewer });
  const db = scopedDb(organisationId);
  const revisionOf = async () => (await db.video.findUniqueOrThrow({ where: { id: videoId } })).revision;
  const of = { organisationId, videoId, revision: await revisionOf() };
  const cut = await cutAudio(of);
  if (cut.outcome !== "cut") throw new Error(cut.outcome);
  expect(cut.pieces.length).toBeGreaterThanOrEqual(3);
  for (const piece of cut.pieces) await transcribePiece({ ...of, ...piece, total: cut.pieces.length });
  expect(await joinPieces({ ...of, pieces: cut.pieces })).toEqual({ outcome: "transcribed" });
  const revision = await revisionOf();
  for (const step of analysisSteps)
    expect(await runAnalysisStep({ organisationId, videoId, revision, step })).toEqual({ outcome: "done" });

  const video = await findVideo({ videoId, viewer });
  const lines = video?.transcript?.lines ?? [];
  const heard = lines.map(({ text }) => text).join(" ");
  for (const sentence of said) expect(heard).toContain(sentence);
  const { consistency, delivery } = video?.analysis ?? {};
  expect(consistency?.conflicts.map(({ kind }) => kind)).toEqual(["joined"]);
  const start = spoken.words.find(({ word }) => word === "joined")?.start ?? 0;
  expect(Math.abs((consistency?.conflicts[0]?.said.seconds ?? 0) - start)).toBeLessThan(0.6);
  expect(consistency?.agreements.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["employer", "skill", "figure", "graduation", "title"]),
  );
  const scores = video?.analysis ? scoresOf(video.analysis) : null;
  expect(scores?.fraud_score).toBeGreaterThan(0);
  expect(scores?.fraud_score).toBeLessThan(0.4);
  expect(scores?.confidence_score).toBeGreaterThan(0.4);
  expect(delivery).toMatchObject({ by: "words" });
  // Between two answers are six seconds without a word.
  expect(delivery?.pauses.some(({ durationSeconds }) => durationSeconds > 5)).toBe(true);
});
