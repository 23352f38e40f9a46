import { readFileSync } from "node:fs";
import { request as send } from "node:http";
import { expect, test } from "../fixtures";
import { makeContent, pages } from "../support/pages";

/** Of a request that was known to get past a proxy.ts, or past a server before it, in some version of something. */
type Shape = { name: string; path?: (path: string) => string; headers?: Record<string, string>; method?: string };

const header = (name: string, value: string): Shape => ({ name: `${name}: ${value}`, headers: { [name]: value } });
const tree = encodeURIComponent(JSON.stringify(["", { children: ["__PAGE__", {}] }, null, null, true]));
const rsc = { rsc: "1", "next-router-state-tree": tree };
const addQuery = (path: string, query: string) => `${path}${path.includes("?") ? "&" : "?"}${query}`;
const beforeQuery = (change: (path: string) => string) => (path: string) => {
  const [pathname = "", query] = path.split("?");
  return change(pathname) + (query ? `?${query}` : "");
};

const shapes: Shape[] = [
  { name: "as it is" },
  ...["middleware", "src/middleware", "proxy", "src/proxy", "pages/_middleware"].map((value) =>
    header("x-middleware-subrequest", value),
  ),
  ...["middleware", "src/middleware", "proxy"].map((value) =>
    header("x-middleware-subrequest", Array(5).fill(value).join(":")),
  ),
  ...[
    header("x-middleware-next", "1"),
    header("x-middleware-rewrite", "/resumes"),
    header("x-middleware-prefetch", "1"),
  ],
  ...[header("x-middleware-override-headers", "cookie"), header("x-middleware-set-cookie", "a=b")],
  ...[header("x-nextjs-data", "1"), header("x-now-route-matches", "1=x"), header("x-matched-path", "/sign-in")],
  ...[header("x-invoke-path", "/resumes"), header("x-invoke-status", "200"), header("x-invoke-output", "/resumes")],
  ...[
    header("x-original-url", "/sign-in"),
    header("x-rewrite-url", "/sign-in"),
    header("x-http-method-override", "GET"),
  ],
  ...[header("x-prerender-revalidate", "1"), header("next-resume", "1"), header("purpose", "prefetch")],
  { name: "rsc", headers: { rsc: "1" } },
  { name: "rsc with a tree", headers: rsc },
  { name: "rsc prefetch", headers: { ...rsc, "next-router-prefetch": "1" } },
  ...["/_tree", "/_full", "/_index", "/__PAGE__", "/resumes/__PAGE__"].map((segment) => ({
    name: `segment ${segment}`,
    headers: { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": segment },
  })),
  { name: "server action", method: "POST", headers: { "next-action": "0".repeat(42), "content-type": "text/plain" } },
  ...["HEAD", "OPTIONS", "POST"].map((method) => ({ name: method, method })),
  ...[
    ".rsc",
    ".json",
    ".segments/_tree.segment.rsc",
    ".segments/_full.segment.rsc",
    ".txt",
    "/",
    ".",
    "/.",
    "//",
    ";x",
    "%20",
    "%00",
    "%2e",
    "%2f",
    "/index",
    "/page",
  ].map((end) => ({
    name: `…${end}`,
    path: beforeQuery((path) => `${path}${end}`),
  })),
  { name: "//…", path: (path) => `/${path}` },
  { name: "/./…", path: (path) => `/.${path}` },
  { name: "/x/..", path: (path) => `/x/..${path}` },
  { name: "/%2e/…", path: (path) => `/%2e${path}` },
  {
    name: "one letter encoded",
    path: beforeQuery((path) => path.replace(/[a-z]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`)),
  },
  { name: "upper case", path: beforeQuery((path) => path.toUpperCase()) },
  { name: "backslash", path: beforeQuery((path) => path.replaceAll("/", "\\")) },
  { name: "under a language", path: (path) => `/en${path}` },
  { name: "under /_next/data", path: beforeQuery((path) => `/_next/data/x${path}.json`) },
  { name: "whole address", path: (path) => `http://127.0.0.1${path}` },
  ...["__nextDataReq=1", "_rsc=abc", "__nextLocale=en", "nxtPresumeId=x", "nxtPpositionId=x", "nxtIresumeId=x"].map(
    (query) => ({
      name: query,
      path: (path: string) => addQuery(path, query),
    }),
  ),
];

test("no page's content gets to a stranger, however they ask for it", async ({ api, baseURL, organisation }) => {
  test.setTimeout(240_000);
  const content = await makeContent(api("recruiter"));
  const { pathname } = new URL(`http://x/resumes/${content.resumeIds[0]}`);
  const resume = await api("recruiter").json<{ candidateName: string; fileName: string }>("GET", `/api/v1${pathname}`);
  const people = Object.values(organisation.people);
  const secrets = [resume.candidateName, resume.fileName, ...people.flatMap(({ name, email }) => [name, email])].filter(
    Boolean,
  );
  expect(secrets.length).toBeGreaterThan(8);

  // That the words are there for who may see them, else nothing would be shown by their absence.
  const cookie = `next-auth.session-token=${organisation.people.recruiter.cookie}`;
  const seen = await ask(baseURL ?? "", pathname, { name: "signed in", headers: { cookie } });
  expect(seen.status).toBe(200);
  for (const secret of [resume.candidateName, resume.fileName, organisation.people.recruiter.name])
    expect(seen.text).toContain(secret);

  expect(shapes.length).toBeGreaterThan(38);
  const addresses = [...new Set(pages(content).map(([path]) => path.split("?")[0] ?? path))];
  const asked = addresses.flatMap((address) => shapes.map((shape) => ({ address, shape })));
  const work = Array.from({ length: 8 }, async () => {
    for (let next = asked.pop(); next; next = asked.pop()) {
      const { status, text } = await ask(baseURL ?? "", next.address, next.shape);
      for (const secret of secrets)
        expect(text, `${next.shape.name}: ${next.address} → ${status}`).not.toContain(secret);
    }
  });
  await Promise.all(work);
});

test("proxy.ts decides nothing: without it pages and handlers refuse all the same", () => {
  const source = readFileSync("proxy.ts", "utf8");
  expect(source).not.toMatch(/redirect|rewrite|cookie|session|sign-in/);
});

function ask(baseURL: string, address: string, { path = (same) => same, headers = {}, method = "GET" }: Shape) {
  const { hostname, port } = new URL(baseURL);
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    // Not fetch(), which would put the address right.
    const request = send({ hostname, port, path: path(address), method, headers }, (response) => {
      let text = JSON.stringify(response.headers);
      response.setEncoding("utf8");
      response.on("data", (chunk) => (text += chunk));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
    });
    request.on("error", reject).end();
  });
}
