import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { saveModelSettings } from "@/lib/ai/settings/save-model-settings";
import type { Viewer } from "@/lib/auth/viewer";
import { whileSignedIn } from "@/lib/auth/watch-session";
import { systemDb } from "@/lib/db";
import { applyChanges } from "@/lib/interview/apply-changes";
import { addModelQuestions, suggestByModel } from "@/lib/interview/ask-model";
import { createInterview } from "@/lib/interview/create-interview";
import { findInterview } from "@/lib/interview/find-interview";
import { startInterview } from "@/lib/interview/hold-interview";
import { practise } from "@/lib/interview/practise";
import { makeApplication, makeRecruiter, makeViewer } from "@/lib/testing/factories";
import { namedModels } from "@/lib/testing/model-settings";
import { fails, hangs, type ModelServer, says, startModelServer, streams } from "@/lib/testing/openai-server";
import { useWorkspace } from "@/lib/testing/workspace";

useWorkspace();

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
});
afterAll(() => server.close());

async function makeInterview({ withModel = true, isPractice = false } = {}) {
  const viewer = await makeRecruiter();
  if (withModel) await useModel(viewer);
  const { id: applicationId } = await makeApplication({ owner: viewer });
  const wanted = { language: "en", level: "senior", minutes: 30, isPractice, scheduledAt: null } as const;
  const { id: interviewId } = await createInterview({ ...wanted, applicationId, participantIds: [], viewer });
  return { viewer, interviewId };
}

async function useModel(viewer: Viewer) {
  const admin = await makeViewer("admin", { colleague: viewer });
  const names = namedModels({ interview: "asks-well" });
  const limits = { prices: [], currency: "CNY" as const, monthlyTokenCap: null, monthlyCostCap: null };
  const model = { baseUrl: server.baseUrl, apiKey: "sk-test", modelNames: names };
  await saveModelSettings({ ...model, fillsFields: false, asksExperts: false, ...limits, viewer: admin });
}

const drafted = (change: object = {}) => ({
  ...{ text: "Which part of the Java services was yours?", requirement: 1, quote: null },
  ...{ listenFor: ["own part"], difficulty: 6, ...change },
});

test("of a model's questions those stay that are tied to a requirement or to words of the resume, and may be asked", async () => {
  const { viewer, interviewId } = await makeInterview();
  const before = await findInterview({ interviewId, viewer });
  const known = before?.plan.sections[0]?.questions[0]?.text ?? "";
  const [work] = before?.plan.sections.flatMap(({ questions }) => questions.flatMap(({ quote }) => quote ?? [])) ?? [];
  server.script(
    says({
      questions: [
        drafted(),
        drafted({ text: "What did you mean by this?", requirement: null, quote: work?.text }),
        drafted({ text: "How did that go?", requirement: null, quote: "I ran the whole company" }),
        drafted({ text: "What is your favourite colour of all?", requirement: null }),
        drafted({ text: "Are you married, and do you want children?" }),
        drafted({ text: known.toUpperCase() }),
        drafted(),
      ],
    }),
  );
  await addModelQuestions({ interviewId, viewer });
  const after = await findInterview({ interviewId, viewer });
  const added = after?.plan.sections.flatMap(({ questions }) => questions).filter(({ source }) => source === "model");
  expect(added).toMatchObject([
    { text: drafted().text, requirementKey: after?.requirements[0]?.key, quote: null },
    { text: "What did you mean by this?", requirementKey: null, quote: { text: work?.text } },
  ]);
  expect(server.requests).toHaveLength(1);
  expect(server.requests[0]?.model).toBe("asks-well");
});

test("a model plays the candidate once for each question, and what it makes up is not said", async () => {
  const { viewer, interviewId } = await makeInterview({ isPractice: true });
  await startInterview({ interviewId, consent: "none", viewer });
  const source = async (text: string, ...answers: Parameters<ModelServer["script"]>) => {
    server.script(...answers);
    const id = randomUUID();
    const question = { text, planKey: null, requirementKey: null, skills: [], difficulty: 5, source: "own" as const };
    await applyChanges({ interviewId, turns: [{ id, question, startSeconds: 1 }], segments: [], viewer });
    const [first, second] = await Promise.all([0, 1].map(() => practise({ interviewId, turnId: id, viewer })));
    const said = second?.turns.at(-1)?.segments ?? first?.turns.at(-1)?.segments ?? [];
    expect(said).toHaveLength(1);
    return said[0];
  };
  const answer = says({ answer: "I mostly worked on the Java side of it." });
  expect(await source("What did you do with Java?", answer, answer)).toMatchObject({
    ...{ source: "model", text: "I mostly worked on the Java side of it.", speaker: "candidate" },
  });
  const madeUp = says({ answer: "I led 48 people and brought in Haskell." });
  expect(await source("And in the team?", madeUp, madeUp, madeUp, madeUp)).toMatchObject({ source: "built_in" });
  expect(JSON.stringify(server.requests.at(-1))).toMatch(/says nothing of 48, Haskell/i);
  expect(await source("Anything else?", ...[1, 2, 3, 4, 5, 6, 7, 8].map(() => fails(500)))).toMatchObject({
    source: "built_in",
  });
});

test("no model is told who the candidate is", async () => {
  const { viewer, interviewId } = await makeInterview();
  const name = (await findInterview({ interviewId, viewer }))?.candidateName ?? "";
  expect(name.length).toBeGreaterThan(2);
  server.script(says({ questions: [drafted()] }));
  await addModelQuestions({ interviewId, viewer });
  expect(JSON.stringify(server.requests)).not.toContain(name);
  expect(JSON.stringify(server.requests)).not.toMatch(/@example/);
});

test("when nothing usable comes or the model fails, the plan stays as it was", async () => {
  const { viewer, interviewId } = await makeInterview();
  const plan = async () => (await findInterview({ interviewId, viewer }))?.plan;
  const before = await plan();
  for (const answer of [says({ questions: [drafted({ requirement: 99 })] }), fails(500), says("no JSON")]) {
    server.script(answer);
    await expect(addModelQuestions({ interviewId, viewer })).rejects.toMatchObject({ code: "unavailable" });
  }
  expect(await plan()).toEqual(before);
  const without = await makeInterview({ withModel: false });
  await expect(addModelQuestions(without)).rejects.toMatchObject({ message: "model_not_configured" });
});

test("the next question comes piece by piece, and one that was put or must not be is not used", async () => {
  const { viewer, interviewId } = await makeInterview();
  await startInterview({ interviewId, consent: "none", viewer });
  const id = randomUUID();
  const put = { planKey: null, requirementKey: null, skills: [], difficulty: 5, source: "own" as const };
  const turns = [{ id, question: { ...put, text: "What was hard about it?" }, startSeconds: 0 }];
  await applyChanges({ interviewId, turns, segments: [], viewer });
  const suggest = async (...pieces: string[]) => {
    server.script(streams(pieces));
    const heard: string[] = [];
    const { isUsable } = await suggestByModel({ interviewId, viewer, onText: (piece) => heard.push(piece) });
    return { heard, isUsable };
  };
  const good = ["How many orders ", "came in a second?"];
  expect(await suggest(...good)).toEqual({ heard: good, isUsable: true });
  expect(server.requests[0]?.messages.at(-1)?.content).toContain("What was hard about it?");
  expect((await suggest("What was hard", " about it?!")).isUsable).toBe(false);
  expect((await suggest("How old ", "are you?")).isUsable).toBe(false);
  server.script(fails(401));
  const failing = suggestByModel({ interviewId, viewer, onText: () => undefined });
  await expect(failing).rejects.toMatchObject({ code: "unavailable", message: "model_failed" });
});

test("of a thousand who ask at once four are at the model, the others cost the database nothing, and who leaves is forgotten", async () => {
  const { viewer, interviewId } = await makeInterview();
  await startInterview({ interviewId, consent: "none", viewer });
  server.script(hangs());
  const atModel = 4;
  const outcomes = new Map<string, number>();
  const ask = () => {
    const caller = new AbortController();
    const work = (signal: AbortSignal) => suggestByModel({ interviewId, viewer, signal, onText: () => undefined });
    const count = (outcome: string) => outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    const done = whileSignedIn({ viewer, signal: caller.signal, work }).then(
      () => count("answered"),
      (error: Error) => count(caller.signal.aborted ? "left" : error.message),
    );
    return { done, leave: () => caller.abort() };
  };
  const asked = Array.from({ length: 1000 + atModel }, ask);
  await expect.poll(() => server.requests.length, { timeout: 10_000 }).toBe(atModel);
  await ask().done;
  expect([...outcomes]).toEqual([["server_busy", 1]]);

  const commits = async () => {
    const [row] = await systemDb().$queryRaw<{ count: number }[]>`
      select xact_commit::int as count from pg_stat_database where datname = current_database()`;
    return row?.count ?? 0;
  };
  await sleep(1500);
  const before = await commits();
  await sleep(4000);
  // Once a second who is signed in, and this question itself.
  expect((await commits()) - before).toBeLessThan(50);
  expect(server.requests).toHaveLength(atModel);

  for (const { leave } of asked) leave();
  await Promise.all(asked.map(({ done }) => done));
  expect(Object.fromEntries(outcomes)).toEqual({ server_busy: 1, left: asked.length });
  server.script(streams(["What came of it in the end?"]));
  expect(await suggestByModel({ interviewId, viewer, onText: () => undefined })).toEqual({ isUsable: true });
}, 60_000);
