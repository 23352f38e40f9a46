import { randomUUID } from "node:crypto";
import type * as fixture from "../../lib/interview/engine/fixtures/long-interview.ts";
import { makeSpeechWav } from "../../lib/testing/transcription-server.ts";
import { importSource } from "./import-source.ts";
import type { BenchServer } from "./server.ts";
import { spread } from "./spread.ts";

const pieces = 40;
const pieceSeconds = 2;

/**
 * An interview of forty turns over HTTP: from an answer that was said to coverage and suggestions, all forty turns read
 * anew; and from a piece of speech to its text, with an endpoint that takes no time itself.
 */
export async function measureInterview(server: BenchServer, positionId: string) {
  const { longInterview } = await importSource<typeof fixture>("lib/interview/engine/fixtures/long-interview.ts");
  const board = await server.call<{ rows: { applicationId: string }[] }>(
    "GET",
    `/api/v1/positions/${positionId}/board`,
  );
  const wanted = { applicationId: board.rows[0]?.applicationId, language: "zh", minutes: 60 };
  const { id } = await server.call<{ id: string }>("POST", "/api/v1/interviews", wanted);
  const address = `/api/v1/interviews/${id}`;
  await server.call("POST", `${address}/start`, { consent: "spoken" });
  const times: number[] = [];
  for (const { question, startSeconds, segments } of longInterview()) {
    const turnId = randomUUID();
    const asked = { ...question, planKey: null, requirementKey: null };
    await server.call("POST", `${address}/changes`, { turns: [{ id: turnId, question: asked, startSeconds }] });
    const said = segments.map((segment) => ({ ...segment, id: randomUUID(), turnId, edit: 1 }));
    const startedAt = performance.now();
    await server.call("POST", `${address}/changes`, { segments: said });
    times.push(performance.now() - startedAt);
  }
  const wav = new Uint8Array(makeSpeechWav([{ silence: 0, speech: pieceSeconds }], 16_000));
  const heard: number[] = [];
  for (let piece = 0; piece < pieces; piece += 1) {
    const startedAt = performance.now();
    await server.send(`${address}/audio`, wav, "audio/wav");
    heard.push(performance.now() - startedAt);
  }
  const [first = 0] = times;
  return { id, first, suggestions: spread(times), speech: spread(heard.slice(1)), pieceSeconds };
}
