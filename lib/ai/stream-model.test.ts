import { afterAll, beforeAll, expect, test } from "vitest";
import { makeModel, makeRecruiter } from "@/lib/testing/factories";
import { fails, hangs, type ModelServer, startModelServer, streams } from "@/lib/testing/openai-server";
import { useWorkspace } from "@/lib/testing/workspace";
import { listUsage, monthOf } from "./ledger";
import type { ModelConfig } from "./models";
import { streamModel } from "./stream-model";

useWorkspace();

let server: ModelServer;
let model: ModelConfig;
beforeAll(async () => {
  server = await startModelServer();
  model = makeModel({ viewer: await makeRecruiter(), baseUrl: server.baseUrl });
});
afterAll(() => server.close());

function stream(options: { signal?: AbortSignal; timeoutMs?: number; onText?: (piece: string) => void } = {}) {
  const messages = [{ role: "user" as const, content: "Hello" }];
  return streamModel({ model, instructions: "Be brief.", messages, onText: () => undefined, ...options });
}

test("text comes piece by piece, and is counted when it has ended", async () => {
  server.script(streams(["Good", " ", "day"]));
  const pieces: string[] = [];
  expect(await stream({ onText: (piece) => pieces.push(piece) })).toBe("Good day");
  expect(pieces).toEqual(["Good", " ", "day"]);
  expect(server.requests[0]?.isStream).toBe(true);
  const { organisationId } = model;
  expect(await listUsage({ organisationId, month: monthOf() })).toMatchObject([
    { calls: 1, failedCalls: 0, inputTokens: 100, outputTokens: 20 },
  ]);
});

test("a failing server is tried again before the first piece, and not after it", async () => {
  server.script(fails(500), streams(["Good day"]));
  expect(await stream()).toBe("Good day");
  server.script(streams(["Good"], { breaksOff: true }), streams(["Good day"]));
  const pieces: string[] = [];
  await expect(stream({ onText: (piece) => pieces.push(piece) })).rejects.toMatchObject({ name: "ModelError" });
  expect(pieces).toEqual(["Good"]);
  expect(server.requests).toHaveLength(1);
});

test("an answer cut at the length limit is no whole answer", async () => {
  server.script(streams(["Good"], { finishReason: "length" }));
  await expect(stream()).rejects.toMatchObject({ reason: "cut_off" });
});

test("a stream ends when its reader goes or its time is up", async () => {
  server.script(hangs());
  await expect(stream({ timeoutMs: 150 })).rejects.toMatchObject({ reason: "timeout" });
  server.script(streams(Array.from({ length: 1000 }, () => "word ")));
  const controller = new AbortController();
  let count = 0;
  const reading = stream({
    signal: controller.signal,
    onText: () => {
      count += 1;
      if (count === 3) controller.abort();
    },
  });
  await expect(reading).rejects.toMatchObject({ reason: "cancelled" });
  expect(count).toBeLessThan(100);
});
