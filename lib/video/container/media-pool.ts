import "server-only";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createProcessPool, type ProcessPool } from "@/lib/process-pool";
import { storage } from "@/lib/storage/storage";
import { type AudioPiece, type ContainerFacts, containerFacts, type Joined, type MediaFailure } from "./schema";

type Task = "facts" | "audio";
const globals = globalThis as typeof globalThis & { hireglassMediaPools?: Map<Task, ProcessPool> };
/** A damaged file can keep its reader busy for ever: what ought to take a second is given up after one minute. */
const timeoutsMs: Record<Task, number> = { facts: 60_000, audio: 900_000 };

/** Recordings are strangers' files: they are taken apart in processes without the server's secrets. */
function mediaPool(task: Task): ProcessPool {
  globals.hireglassMediaPools ??= new Map();
  const known = globals.hireglassMediaPools.get(task);
  const pool =
    known ??
    createProcessPool({
      workerFile: join(process.cwd(), "dist", "media-worker.mjs"),
      ...{ processes: 1, timeoutMs: timeoutsMs[task], heapMegabytes: 256, maxMegabytes: 512, idleMs: 30_000 },
    });
  globals.hireglassMediaPools.set(task, pool);
  return pool;
}

export async function closeMediaPools() {
  const pools = [...(globals.hireglassMediaPools?.values() ?? [])];
  delete globals.hireglassMediaPools;
  await Promise.all(pools.map((pool) => pool.close()));
}

type Outcome<Result> =
  | { ok: true; result: Result }
  | { ok: false; reason: MediaFailure | "time_limit" | "memory_limit" | "internal" };
type Stored = { storageKey: string; fileSize: bigint };

/** A folder of our own beside the recording as a file, while `work` lasts. */
export async function withMedia<Result>(stored: Stored, work: (path: string, folder: string) => Promise<Result>) {
  const folder = await mkdtemp(join(tmpdir(), "hireglass-media-"));
  try {
    const path = storage().pathOf?.(stored.storageKey) ?? (await fetchInto(folder, stored));
    return await work(path, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function fetchInto(folder: string, { storageKey, fileSize }: Stored): Promise<string> {
  const path = join(folder, "recording");
  const body = await storage().getRange(storageKey, 0, Number(fileSize));
  if (!body) throw new Error("The recording is gone");
  await pipeline(Readable.fromWeb(body as import("node:stream/web").ReadableStream), createWriteStream(path));
  return path;
}

/** What the container says; a failure says why not. */
export async function readMedia(stored: Stored): Promise<Outcome<ContainerFacts>> {
  const outcome = await withMedia(stored, (path) => mediaPool("facts").run<Outcome<unknown>>("facts", { path }));
  if (!outcome.ok) return outcome;
  return { ok: true, result: containerFacts.parse(outcome.result) };
}

type Extract = { path: string; folder: string; mostBytes: number; mostSeconds: number };

export function extractMedia(input: Extract): Promise<Outcome<AudioPiece[]>> {
  return mediaPool("audio").run<Outcome<AudioPiece[]>>("audio", input);
}

/** Puts recordings of one recorder one after the other, as they are encoded. */
export function joinMedia(input: { paths: string[]; out: string }): Promise<Outcome<Joined>> {
  return mediaPool("audio").run<Outcome<Joined>>("join", input);
}
