import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";

/** As much of Vercel Blob's HTTP service as listing and deleting take, on the loopback; pages are short. */
export async function startBlobServer(perPage = 2) {
  const files = new Map<string, Date>();
  const authorizations = new Set<string | undefined>();
  const server = createServer(async (request, response) => {
    authorizations.add(request.headers.authorization);
    const url = new URL(request.url ?? "", "http://blob");
    const answer = (value: unknown) =>
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(value));
    if (request.method === "POST" && url.pathname.endsWith("/delete")) {
      const { urls } = (await json(request)) as { urls: string[] };
      for (const name of urls) files.delete(name);
      return answer(null);
    }
    if (request.method !== "GET") return response.writeHead(404).end();
    const prefix = url.searchParams.get("prefix") ?? "";
    const cursor = url.searchParams.get("cursor") ?? "";
    const found = [...files].sort().filter(([name]) => name.startsWith(prefix) && name > cursor);
    const page = found.slice(0, perPage);
    const blobs = page.map(([pathname, uploadedAt]) => {
      return { pathname, uploadedAt, size: 1, url: `https://blob/${pathname}`, downloadUrl: "", etag: "" };
    });
    return answer({ blobs, hasMore: found.length > perPage, cursor: page.at(-1)?.[0] });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    files,
    authorizations,
    close: () => new Promise((done) => server.close(done).closeAllConnections()),
  };
}
