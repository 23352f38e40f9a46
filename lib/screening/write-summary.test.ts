import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { inngest } from "@/inngest/client";
import { startEmbeddedJobs } from "@/inngest/embedded/start";
import { functions } from "@/inngest/index";
import { listUsage, monthOf } from "@/lib/ai/ledger";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb, systemDb } from "@/lib/db";
import { env, resetEnv } from "@/lib/env";
import { makePosition, makeRecruiter, makeRequirement, makeResume, screen } from "@/lib/testing/factories";
import { until } from "@/lib/testing/jobs-harness";
import {
  fails,
  type ModelRequest,
  type ModelServer,
  says,
  saysOn,
  startModelServer,
} from "@/lib/testing/openai-server";
import { useWorkspace } from "@/lib/testing/workspace";
import { findApplication } from "./find-application";
import { listPendingRuns, runScreenings } from "./run-screenings";
import { startScreening } from "./start-screening";
import { failSummary, writeSummary } from "./write-summary";

useWorkspace();

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
});
afterAll(() => server.close());
afterEach(() => setModel(null));

function setModel(name: string | null) {
  for (const key of ["OPENAI_BASE_URL", "OPENAI_MODEL_SUMMARY"]) delete process.env[key];
  if (name) Object.assign(process.env, { OPENAI_BASE_URL: server.baseUrl, OPENAI_MODEL_SUMMARY: name });
  resetEnv();
}

/** Prose as a model would write it from what it is shown: the first fact that has a quote, and that quote. */
function prose({ messages }: ModelRequest) {
  const shown = messages[1]?.content ?? "";
  const [, id = "F1", quote = ""] = /(F\d+): [^\n]*\n {2}quote: ([^\n]+)/.exec(shown) ?? [];
  return { sentences: [{ facts: [id], zh: `简历写明：“${quote}”。`, en: `The resume says “${quote}”.` }] };
}

const resume = `Jane Miller
jane.miller@example.com

Skills
Java, Kafka

Work Experience
Contoso Ltd  Backend Engineer  Jan 2018 - Dec 2023
As Jane Miller (jane@contoso.example.com) I rewrote the Scala billing service
`;

async function candidate(owner: Viewer) {
  const requirements = ["Java", "Rust", "Scala"].map((text) => makeRequirement({ text }));
  const { id: positionId } = await makePosition({ owner, requirements });
  const { id: resumeId } = await makeResume({ owner, bytes: Buffer.from(resume) });
  return { positionId, resumeId };
}

/** Screened as the jobs would, up to the point where the prose is due. */
async function screened(owner: Viewer) {
  const { positionId, resumeId } = await candidate(owner);
  await screen({ positionId, resumeIds: [resumeId], viewer: owner });
  const { id: runId, applicationId } = await scopedDb(owner.organisationId).screeningRun.findFirstOrThrow();
  const run = async () => (await findApplication({ applicationId, viewer: owner }))?.run;
  return { organisationId: owner.organisationId, runId, run };
}

test("prose is written once, with the model's name, and its quotes stand in the resume", async () => {
  setModel("writer");
  server.script(saysOn(prose));
  const { run, ...ids } = await screened(await makeRecruiter());
  expect(await run()).toMatchObject({ summary: null, isSummaryPending: true });
  expect(await writeSummary(ids)).toEqual({ outcome: "written" });
  expect(await writeSummary(ids)).toEqual({ outcome: "gone" });
  expect(server.requests).toHaveLength(1);
  const found = await run();
  expect(found).toMatchObject({ isSummaryPending: false, summary: { engine: "model", model: "writer" } });
  const [sentence] = found?.summary?.sentences ?? [];
  const { text } = await scopedDb(ids.organisationId).resumeContent.findFirstOrThrow();
  expect(sentence?.quotes.length).toBeGreaterThan(0);
  for (const quote of sentence?.quotes ?? []) expect(text.slice(quote.start, quote.end)).toBe(quote.text);
});

test("the model is shown neither name nor contact", async () => {
  setModel("writer");
  server.script(saysOn(prose));
  const { run: _, ...ids } = await screened(await makeRecruiter());
  await writeSummary(ids);
  expect(JSON.stringify(server.requests)).toMatch(/Rust.*Scala/);
  expect(JSON.stringify(server.requests)).not.toMatch(/Jane|Miller|example\.com/);
});

test("a failing model leaves the screening as it is, with the reason", async () => {
  setModel("writer");
  server.script(fails(401));
  const { run, ...ids } = await screened(await makeRecruiter());
  const before = await run();
  expect(await writeSummary(ids)).toEqual({ outcome: "unauthorised" });
  const after = await run();
  expect(after?.summary).toEqual({ engine: "built-in", model: "writer", sentences: [], failureReason: "unauthorised" });
  expect(after?.result).toEqual(before?.result);
});

test("a model that was taken away meanwhile, or a job that failed, is a reason too", async () => {
  setModel("writer");
  const { run, ...ids } = await screened(await makeRecruiter());
  setModel(null);
  expect(await writeSummary(ids)).toEqual({ outcome: "not_configured" });
  await failSummary({ ...ids, reason: "internal" });
  expect((await run())?.summary?.failureReason).toBe("not_configured");

  setModel("writer");
  const other = await screened(await makeRecruiter());
  await failSummary({ ...other, reason: "internal" });
  expect(await other.run()).toMatchObject({ isSummaryPending: false, summary: { failureReason: "internal" } });
});

test("another organisation's run has no summary to write", async () => {
  setModel("writer");
  server.script(saysOn(prose));
  const { runId } = await screened(await makeRecruiter());
  const { organisationId } = await makeRecruiter();
  expect(await writeSummary({ organisationId, runId })).toEqual({ outcome: "gone" });
  expect(server.requests).toHaveLength(0);
});

test("a run that ended before its job heard of it still asks for its prose", async () => {
  setModel("writer");
  const viewer = await makeRecruiter();
  const { organisationId } = viewer;
  const { positionId, resumeId } = await candidate(viewer);
  const { batchId } = await startScreening({ positionId, resumeIds: [resumeId], viewer });
  const [runId = ""] = await listPendingRuns({ organisationId, batchId });
  const run = () => runScreenings({ organisationId, runIds: [runId] });
  expect(await run()).toEqual({ screened: 1, failed: 0, wantExperts: [], wantSummary: [runId] });
  expect(await run()).toEqual({ screened: 0, failed: 0, wantExperts: [], wantSummary: [runId] });
});

test("through the jobs: with a model every run gets its prose, without one none is asked for", async () => {
  const jobs = await startEmbeddedJobs({
    connectionString: env().DATABASE_URL,
    client: inngest,
    functions,
    pollMs: 50,
  });
  try {
    const viewer = await makeRecruiter();
    const { organisationId } = viewer;
    const db = scopedDb(organisationId);
    const { positionId, resumeId } = await candidate(viewer);
    const start = () => startScreening({ positionId, resumeIds: [resumeId], viewer });
    const ended = ({ batchId }: { batchId: string }, functionId: string) =>
      until(async () => {
        const run = await db.screeningRun.findFirst({ where: { batchId } });
        const rows = await systemDb().jobRun.findMany({ where: { functionId: { contains: functionId } } });
        return (
          rows.some(({ event, status }) => status !== "active" && JSON.stringify(event).includes(`${run?.id}`)) && run
        );
      });

    const plain = await ended(await start(), "screen-candidates");
    expect(plain).toMatchObject({ wantsSummary: false, summary: null, state: "completed" });
    expect(await systemDb().jobRun.count({ where: { functionId: { contains: "write-summary" } } })).toBe(0);
    const screening = await systemDb().jobRun.findFirstOrThrow({
      where: { functionId: { contains: "screen-candidates" } },
    });
    expect(await systemDb().jobStep.count({ where: { runId: screening.id } }), "one step, as before").toBe(1);

    setModel("writer");
    server.script(fails(500), saysOn(prose));
    expect(await ended(await start(), "write-summary")).toMatchObject({
      summary: { engine: "model", model: "writer" },
    });
    expect(await listUsage({ organisationId, month: monthOf() })).toMatchObject([{ task: "summary", calls: 1 }]);
    server.script(says("No."));
    expect(await ended(await start(), "write-summary")).toMatchObject({ summary: { failureReason: "not_understood" } });
    const runs = await systemDb().jobRun.findMany({ select: { event: true, result: true } });
    const stored = JSON.stringify([runs, await systemDb().jobStep.findMany({ select: { memo: true } })]);
    expect(stored).toContain("not_understood");
    expect(stored).not.toMatch(/Jane|Kafka|sentences/);
  } finally {
    await jobs.stop({ timeoutMs: 2000 });
  }
});
