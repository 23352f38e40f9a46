import { gzipSync } from "node:zlib";
import type { BenchServer } from "./server.ts";

/** The script files that a page's HTML names, gzipped: what a first visit has to fetch before the page is alive. */
export async function measureScripts(
  server: BenchServer,
  { positionId, interviewId }: { positionId: string; interviewId: string },
) {
  const { resumes } = await server.call<{ resumes: { id: string }[] }>("GET", "/api/v1/resumes?limit=1");
  const pages: [string, string][] = [
    ["/sign-in", "/sign-in"],
    ["/", "/"],
    ["/resumes", "/resumes"],
    ["/resumes/[id]", `/resumes/${resumes[0]?.id}`],
    ["/positions", "/positions"],
    ["/positions/[id]", `/positions/${positionId}`],
    ["/positions/[id]/board", `/positions/${positionId}/board`],
    ["/screening", "/screening"],
    ["/interviews", "/interviews"],
    ["/interviews/[id]", `/interviews/${interviewId}`],
    ["/interviews/[id]/live", `/interviews/${interviewId}/live`],
    ["/videos", "/videos"],
    ["/settings", "/settings"],
  ];
  const sizes = new Map<string, number>();
  const results: { page: string; bytes: number; files: number }[] = [];
  for (const [page, path] of pages) {
    const response = await fetch(`${server.url}${path}`, {
      headers: page === "/sign-in" ? {} : { cookie: server.cookie },
    });
    if (!response.ok || new URL(response.url).pathname !== path)
      throw new Error(`${path}: ${response.status} at ${response.url}`);
    const html = await response.text();
    // noModule: only browsers far too old for the rest fetch it.
    const tags = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g)].filter(([tag]) => !/nomodule/i.test(tag));
    const sources = [...new Set(tags.map(([, source]) => source ?? ""))];
    for (const source of sources) {
      if (sizes.has(source)) continue;
      const script = await fetch(new URL(source, server.url));
      sizes.set(source, gzipSync(Buffer.from(await script.arrayBuffer())).length);
    }
    const bytes = sources.reduce((sum, source) => sum + (sizes.get(source) ?? 0), 0);
    results.push({ page, bytes, files: sources.length });
  }
  return results;
}
