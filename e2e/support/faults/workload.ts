import { createHash, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { APIResponse } from "@playwright/test";
import { mixedFiles, type ResumeFile } from "../../../lib/testing/resume-files";
import { savePosition } from "../scenario";
import type { Dice } from "./dice";
import type { World } from "./world";

type Sent = { name: string; fileId: string; batchId: string; sha256: string; resumeId: string };
type Said = { interviewId: string; segmentId: string; text: string };

/** What has been asked of the server and answered for, over all seeds. */
export type Ledger = {
  positionId: string;
  /** Resumes that are there, read, and nobody deleted. */
  resumes: Sent[];
  /** Second sendings of a file that was there: another line, no other resume. */
  lines: string[];
  deleted: string[];
  batches: string[];
  interviews: { id: string; applicationId: string; resumeId: string }[];
  said: Said[];
  /** Answers that nobody may get, as they came. */
  wrong: string[];
  /** Deliberate refusals: the server said to come again. */
  refusals: number;
  lost: number;
};

export function makeLedger(): Ledger {
  return {
    ...{ positionId: "", resumes: [], lines: [], deleted: [], batches: [], interviews: [], said: [], wrong: [] },
    ...{ refusals: 0, lost: 0 },
  };
}

/** Resumes, a position, an application with an interview: what the first seed stands on. */
export async function prepare(world: World, ledger: Ledger) {
  const api = world.recruiter();
  const { id } = await api.json<{ id: string }>("POST", "/api/v1/positions", savePosition("Backend engineer"));
  ledger.positionId = id;
  await Promise.all(mixedFiles(6, 900_000).map((file) => send(world, ledger, file)));
}

/** What people do at the same time in one seed; each comes again until it is answered, as a browser does. */
export function startWork(world: World, ledger: Ledger, dice: Dice, seed: number): Promise<void> {
  const files = mixedFiles(dice.between(2, 4), seed * 10);
  const [again] = files;
  const [known] = ledger.resumes;
  const free = ledger.resumes.filter(({ resumeId }) => !ledger.interviews.some((held) => held.resumeId === resumeId));
  const [gone] = free.slice(1);
  const screened = ledger.resumes.filter((resume) => resume !== gone).slice(-2);
  const pause = () => sleep(dice.between(0, 120));
  return Promise.all([
    ...files.map((file) => pause().then(() => send(world, ledger, file))),
    // The same file from a second person at the same time.
    ...(again ? [pause().then(() => sendSame(world, ledger, again))] : []),
    pause().then(() =>
      screen(
        world,
        ledger,
        screened.map(({ resumeId }) => resumeId),
      ),
    ),
    ...(known ? [pause().then(() => talk(world, ledger, known))] : []),
    ...(gone && dice.roll() < 0.7 ? [pause().then(() => remove(world, ledger, gone))] : []),
    pause().then(() => look(world, ledger)),
  ]).then(() => undefined);
}

async function send(world: World, ledger: Ledger, { name, bytes }: ResumeFile) {
  const [fileId, batchId] = [randomUUID(), randomUUID()];
  const item = await upload(world, ledger, { name, bytes, fileId, batchId });
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (item.resumeId) ledger.resumes.push({ name, fileId, batchId, sha256, resumeId: item.resumeId });
  else ledger.wrong.push(`a good file was not accepted: ${item.outcome}`);
}

async function sendSame(world: World, ledger: Ledger, { name, bytes }: ResumeFile) {
  const fileId = randomUUID();
  await upload(world, ledger, { name: `copy-${name}`, bytes, fileId, batchId: randomUUID() });
  ledger.lines.push(fileId);
}

type Upload = { name: string; bytes: Buffer; fileId: string; batchId: string };

function upload(world: World, ledger: Ledger, { name, bytes, fileId, batchId }: Upload) {
  const headers = { "content-type": "application/octet-stream", "x-file-name": encodeURIComponent(name) };
  return persist<{ resumeId: string | null; outcome: string }>(ledger, "POST resumes", () =>
    world.recruiter().call("POST", `/api/v1/resumes?batchId=${batchId}&fileId=${fileId}`, bytes, headers),
  );
}

async function screen(world: World, ledger: Ledger, resumeIds: string[]) {
  const path = `/api/v1/positions/${ledger.positionId}/screenings`;
  const { batchId } = await persist<{ batchId: string }>(
    ledger,
    "POST screenings",
    () => world.recruiter().call("POST", path, { resumeIds }),
    // Not read yet: that is an answer too, until it is.
    [409],
  );
  ledger.batches.push(batchId);
}

/** An interview that is held over the seeds: what is said arrives once, however often it is sent. */
async function talk(world: World, ledger: Ledger, { resumeId }: Sent) {
  const held = ledger.interviews[0] ?? (await begin(world, ledger, resumeId));
  if (!held) return;
  const [turnId, segmentId] = [randomUUID(), randomUUID()];
  const text = `Said as number ${ledger.said.length}.`;
  const question = { planKey: null, requirementKey: null, skills: [], difficulty: 5, source: "own", text: "And then?" };
  const changes = {
    turns: [{ id: turnId, question, startSeconds: 1 }],
    segments: [
      {
        ...{ id: segmentId, turnId, speaker: "candidate", text, startSeconds: 2, endSeconds: 3 },
        ...{ source: "typed", edit: 1 },
      },
    ],
  };
  await persist(ledger, "POST changes", () =>
    world.recruiter().call("POST", `/api/v1/interviews/${held.id}/changes`, changes),
  );
  ledger.said.push({ interviewId: held.id, segmentId, text });
}

async function begin(world: World, ledger: Ledger, resumeId: string) {
  const board = await persist<{ rows: { applicationId: string; resumeId: string }[] }>(ledger, "GET board", () =>
    world.recruiter().call("GET", `/api/v1/positions/${ledger.positionId}/board`),
  );
  const row = board.rows.find((found) => found.resumeId === resumeId) ?? board.rows[0];
  if (!row) return null;
  const wanted = { applicationId: row.applicationId, language: "en", minutes: 30 };
  const { id } = await persist<{ id: string }>(ledger, "POST interviews", () =>
    world.recruiter().call("POST", "/api/v1/interviews", wanted),
  );
  await persist(
    ledger,
    "POST start",
    () => world.recruiter().call("POST", `/api/v1/interviews/${id}/start`, { consent: "spoken" }),
    [],
    // Begun already, by the first try whose answer was lost.
    [409],
  );
  const held = { id, applicationId: row.applicationId, resumeId: row.resumeId };
  ledger.interviews.push(held);
  return held;
}

async function remove(world: World, ledger: Ledger, { resumeId }: Sent) {
  ledger.resumes = ledger.resumes.filter((resume) => resume.resumeId !== resumeId);
  await persist(ledger, "DELETE resumes", () =>
    world.recruiter().call("DELETE", "/api/v1/resumes", { resumeIds: [resumeId] }),
  );
  ledger.deleted.push(resumeId);
}

async function look(world: World, ledger: Ledger) {
  for (const path of ["/api/v1/resumes?limit=20", `/api/v1/positions/${ledger.positionId}/board`, "/api/v1/batches"])
    await persist(ledger, `GET ${path}`, () => world.recruiter().call("GET", path));
}

const patienceMs = 30_000;

/** Until it is answered for good. A lost connection or a refusal that says so is tried again; a fault is written down. */
async function persist<T = unknown>(
  ledger: Ledger,
  what: string,
  call: () => Promise<APIResponse>,
  again: number[] = [],
  fine: number[] = [],
): Promise<T> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const response = await call().catch(() => null);
    const status = response?.status() ?? 0;
    if (response && (response.ok() || fine.includes(status))) {
      const text = await response.text().catch(() => null);
      if (text !== null) return (text && response.ok() ? JSON.parse(text) : null) as T;
    }
    if (!response) ledger.lost += 1;
    else if (status === 503 && response.headers()["retry-after"]) ledger.refusals += 1;
    // A body that was cut off on its way.
    else if (!again.includes(status) && !(status === 400 && what.startsWith("POST resumes")))
      ledger.wrong.push(`${what}: ${status} ${await response.text().catch(() => "")}`);
    if (Date.now() > deadline) throw new Error(`${what} was not answered in ${patienceMs / 1000} s, last ${status}`);
    await sleep(50);
  }
}
