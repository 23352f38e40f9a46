import { planted } from "./made-up-library.ts";
import type { BenchServer } from "./server.ts";
import { spread } from "./spread.ts";

/**
 * Rounds before the clock counts, some 800 searches of each kind: a fresh server's code is compiled and then made fast,
 * and the database's caches are filled. The first five hundred take a third longer than those after.
 */
const warmUpRounds = 60;
const rounds = 20;
const deepPages = 100;

type Page = { resumes: { id: string }[]; nextCursor: string | null };

/** Milliseconds of the list's address, as the browser asks for it: searches, filters, pages and counts. */
export async function measureLibrary(server: BenchServer) {
  const list = (query: Record<string, string>) =>
    server.call<Page>("GET", `/api/v1/resumes?${new URLSearchParams(query)}`);
  const filters: Record<string, string>[] = [
    ...[{ degree: "doctor" }, { degree: "bachelor", yearsMin: "10" }, { tier: "985", skill: "skill-3" }],
    ...[{ skill: "skill-399" }, { q: "工程师", degree: "master" }, { q: "python", yearsMax: "3" }],
  ];
  await list({});
  const results = [
    { title: "List, first page", ...(await time([{}], list)) },
    {
      title: "Search, ranked",
      ...(await time(
        planted.map(([q]) => ({ q })),
        list,
      )),
    },
    {
      title: "Search, newest first",
      ...(await time(
        planted.map(([q]) => ({ q, sort: "newest" })),
        list,
      )),
    },
    { title: "Filters", ...(await time(filters, list)) },
  ];
  const pages: number[] = [];
  let cursor = "";
  for (let page = 0; page < deepPages; page += 1) {
    const startedAt = performance.now();
    const { nextCursor } = await list({ limit: "200", ...(cursor && { cursor }) });
    pages.push(performance.now() - startedAt);
    if (!nextCursor) break;
    cursor = nextCursor;
  }
  results.push({ title: `Pages ${deepPages - 19} to ${deepPages} of 200 rows`, ...spread(pages.slice(-20)) });
  const facets = (query: Record<string, string>) =>
    server.call<unknown>("GET", `/api/v1/resumes/facets?${new URLSearchParams(query)}`);
  const fields = ["degree", "city", "skill"].flatMap((field): Record<string, string>[] => [
    { field },
    { field, q: "python" },
  ]);
  results.push({ title: "Counts of one filter", ...(await time(fields, facets)) });
  return results;
}

async function time(queries: Record<string, string>[], ask: (query: Record<string, string>) => Promise<unknown>) {
  const times: number[] = [];
  for (let round = 0; round < warmUpRounds + rounds; round += 1) {
    for (const query of queries) {
      const startedAt = performance.now();
      await ask(query);
      if (round >= warmUpRounds) times.push(performance.now() - startedAt);
    }
  }
  return spread(times);
}
