import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

export type Answers = {
  /** How many of each status; 0 for a connection that broke. */
  statuses: Map<number, number>;
  /** Milliseconds of those that went well. */
  took: number[];
  /** Milliseconds of refusals: a "come again" has to be quick. */
  refused: number[];
  /** Refusals that do not say when to come again. */
  silent: number;
};

export const noAnswers = (): Answers => ({ statuses: new Map(), took: [], refused: [], silent: 0 });

type Ask = {
  url: string;
  /** What tells who asks. */
  headers: Record<string, string>;
  path: string;
  method?: string;
  body?: Uint8Array;
  fileName?: string;
};

/** One request, counted; its body is read to the end. */
export async function ask(answers: Answers, { url, headers: own, path, method = "GET", body, fileName }: Ask) {
  const startedAt = performance.now();
  const headers = {
    ...own,
    ...(fileName && { "x-file-name": encodeURIComponent(fileName) }),
  };
  const request = { method, headers, ...(body && { body: new Uint8Array(body) }) };
  const response = await fetch(`${url}${path}`, request).catch(() => null);
  const text = await response?.text().catch(() => null);
  const status = text === null ? 0 : (response?.status ?? 0);
  answers.statuses.set(status, (answers.statuses.get(status) ?? 0) + 1);
  const ms = performance.now() - startedAt;
  if (response?.ok) answers.took.push(ms);
  else answers.refused.push(ms);
  if ((status === 503 || status === 429) && !response?.headers.get("retry-after")) answers.silent += 1;
  return { status, retryAfter: Number(response?.headers.get("retry-after") ?? 0) };
}

type Overload = {
  url: string;
  headers: Record<string, string>;
  /** The bytes of the file with this number, no two alike. */
  file: (number: number) => { name: string; bytes: Uint8Array };
  uploadsAtOnce: number;
  searchesAtOnce: number;
  pages: readonly string[];
  searches: readonly string[];
  seconds: number;
  firstFile?: number;
};

/**
 * People who send files and people who search, each again as soon as they are answered, and somebody who opens pages
 * once in a quarter of a second. Who is told to come again comes again when told.
 */
export async function overload(load: Overload) {
  const { url, headers, file, uploadsAtOnce, searchesAtOnce, pages, searches, seconds, firstFile = 0 } = load;
  const until = Date.now() + seconds * 1000;
  const [uploads, searched, opened] = [noAnswers(), noAnswers(), noAnswers()];
  let number = firstFile;
  const batchId = randomUUID();
  const again = async (work: () => Promise<{ status: number; retryAfter: number }>) => {
    while (Date.now() < until) {
      const { status, retryAfter } = await work();
      if (status === 0) await sleep(100);
      if (retryAfter > 0) await sleep(Math.min(retryAfter * 1000, Math.max(0, until - Date.now())));
    }
  };
  const upload = () => {
    const { name, bytes } = file(number++);
    const path = `/api/v1/resumes?batchId=${batchId}`;
    return ask(uploads, { url, headers, path, method: "POST", body: bytes, fileName: name });
  };
  let turn = 0;
  await Promise.all([
    ...Array.from({ length: uploadsAtOnce }, () => again(upload)),
    ...Array.from({ length: searchesAtOnce }, () =>
      again(() => ask(searched, { url, headers, path: searches[turn++ % searches.length] ?? "" })),
    ),
    again(async () => {
      const answered = await ask(opened, { url, headers, path: pages[turn++ % pages.length] ?? "" });
      await sleep(250);
      return answered;
    }),
  ]);
  return { uploads, searched, opened, sent: number - firstFile };
}

export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
