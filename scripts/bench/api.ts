import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { ResumeFile } from "../../lib/testing/resume-files.ts";
import { copyOf, generatedFiles, realFiles } from "./files.ts";
import { watchMemory } from "./memory.ts";
import type { BenchServer } from "./server.ts";

const uploadsAtOnce = 4;
/** The page that imports asks as often what became of its files; each answer has a line for every one of them. */
const lookEveryMs = 1000;
/** The most that one request takes. */
const batchSize = 1000;

/** Generated files and, where there are any, real ones. */
export async function measureImport(server: BenchServer) {
  await importFiles(
    server,
    generatedFiles(12).map((file) => copyOf(file, 1)),
  );
  const generated = generatedFiles(1000);
  const stopWatching = watchMemory(server.pid);
  const results: { title: string; files: number; perSecond: number; peakMegabytes: number | null }[] = [
    {
      title: "generated",
      files: generated.length,
      perSecond: await importFiles(server, generated),
      peakMegabytes: null,
    },
  ];
  for (const result of results) result.peakMegabytes = stopWatching();
  const real = realFiles();
  if (real.length > 0) {
    const copies = [1, 2, 3].flatMap((number) => real.map((file) => copyOf(file, number)));
    results.push({
      ...{ title: "real", files: copies.length, perSecond: await importFiles(server, copies) },
      peakMegabytes: null,
    });
  }
  return results;
}

/** From the first byte sent to the last file read, four uploads at a time and a look each second, as the browser does. @returns files a second */
export async function importFiles(server: BenchServer, files: ResumeFile[]): Promise<number> {
  const batchId = randomUUID();
  const queue = [...files];
  const startedAt = performance.now();
  const send = async () => {
    for (let file = queue.shift(); file; file = queue.shift()) await server.upload(file.name, file.bytes, batchId);
  };
  await Promise.all(Array.from({ length: uploadsAtOnce }, send));
  for (;;) {
    const items = await server.call<{ state: string | null }[]>("GET", `/api/v1/imports/${batchId}`);
    if (items.every(({ state }) => state === "COMPLETED" || state === "FAILED")) break;
    await sleep(lookEveryMs);
  }
  return (files.length / (performance.now() - startedAt)) * 1000;
}

/** One batch of a thousand through the API, from the request to the last result. */
export async function measureScreening(server: BenchServer) {
  const requirement = (kind: string, text: string, necessity: string) => ({
    ...{ key: randomUUID(), weight: 3, note: "" },
    ...{ kind, text, necessity },
  });
  const resumeIds: string[] = [];
  for (let cursor = ""; resumeIds.length < batchSize; ) {
    const query = new URLSearchParams({ state: "ready", limit: "200", ...(cursor && { cursor }) });
    const page = await server.call<{ resumes: { id: string }[]; nextCursor: string | null }>(
      "GET",
      `/api/v1/resumes?${query}`,
    );
    resumeIds.push(...page.resumes.map(({ id }) => id));
    if (!page.nextCursor) break;
    cursor = page.nextCursor;
  }
  const { id: positionId } = await server.call<{ id: string }>("POST", "/api/v1/positions", {
    title: "Backend engineer",
    salaryMin: 20_000,
    salaryMax: 35_000,
    requirements: [
      requirement("skill", "Java, Spring Boot", "must"),
      requirement("experience", "5+ years of backend development", "must"),
      requirement("education", "Bachelor or higher", "gate"),
      requirement("leadership", "led a team of 4 or more", "nice"),
      requirement("language", "fluent English", "nice"),
      requirement("skill", "Kubernetes", "nice"),
    ],
  });
  const startedAt = performance.now();
  const { batchId, total } = await server.call<{ batchId: string; total: number }>(
    "POST",
    `/api/v1/positions/${positionId}/screenings`,
    { resumeIds: resumeIds.slice(0, batchSize) },
  );
  for (;;) {
    const [batch] = await server.call<{ state: string }[]>("GET", `/api/v1/batches?batchId=${batchId}`);
    if (batch?.state === "completed") break;
    if (batch?.state === "failed") throw new Error("The screenings failed");
    await sleep(20);
  }
  const seconds = (performance.now() - startedAt) / 1000;
  return { positionId, runs: total, seconds, perSecond: total / seconds };
}
