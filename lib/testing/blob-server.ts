import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer, json } from "node:stream/consumers";

type Multipart = { pathname: string; parts: Map<number, Buffer> };

/** As much of Vercel Blob's HTTP service as listing, deleting, looking at and multipart uploads take, on the loopback. */
export async function startBlobServer(perPage = 2) {
  const files = new Map<string, Date>();
  const bytes = new Map<string, Buffer>();
  const uploads = new Map<string, Multipart>();
  const authorizations = new Set<string | undefined>();
  /** Answers a request in the place of the service: the status, or null to break the connection. */
  const faults: ((action: string, part: number) => number | null | undefined)[] = [];
  const server = createServer(async (request, response) => {
    authorizations.add(request.headers.authorization);
    const url = new URL(request.url ?? "", "http://blob");
    const answer = (value: unknown, status = 200) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
    const header = (name: string) => decodeURIComponent(String(request.headers[name] ?? ""));
    if (request.method === "POST" && url.pathname.endsWith("/delete")) {
      const { urls } = (await json(request)) as { urls: string[] };
      for (const name of urls) {
        files.delete(name);
        bytes.delete(name);
      }
      return answer(null);
    }
    if (request.method === "POST" && url.pathname.endsWith("/mpu")) {
      const action = header("x-mpu-action");
      const part = Number(header("x-mpu-part-number"));
      const body = await buffer(request);
      const fault = faults[0]?.(action, part);
      if (fault === null) return request.socket.destroy();
      if (fault) return answer({ error: { code: "bad_request", message: "made up" } }, fault);
      const pathname = url.searchParams.get("pathname") ?? "";
      if (action === "create") {
        const uploadId = `upload-${uploads.size + 1}`;
        uploads.set(uploadId, { pathname, parts: new Map() });
        return answer({ uploadId, key: pathname });
      }
      const upload = uploads.get(header("x-mpu-upload-id"));
      if (!upload) return answer({ error: { code: "not_found", message: "no such upload" } }, 404);
      if (action === "upload") {
        upload.parts.set(part, body);
        return answer({ etag: `etag-${part}` });
      }
      const listed = JSON.parse(body.toString()) as { partNumber: number; etag: string }[];
      const whole = Buffer.concat(listed.map(({ partNumber }) => upload.parts.get(partNumber) ?? Buffer.alloc(0)));
      bytes.set(pathname, whole);
      files.set(pathname, new Date());
      return answer({ url: `https://blob/${pathname}`, downloadUrl: "", pathname, contentType: "", etag: "" });
    }
    if (request.method !== "GET") return response.writeHead(404).end();
    const asked = url.searchParams.get("url");
    if (asked !== null) {
      const found = bytes.get(asked);
      if (!found) return answer({ error: { code: "not_found", message: "The requested blob does not exist" } }, 404);
      return answer({
        url: `https://blob/${asked}`,
        pathname: asked,
        size: found.length,
        uploadedAt: new Date(),
        etag: "",
      });
    }
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
    ...{ files, bytes, authorizations },
    script: (fault: (action: string, part: number) => number | null | undefined) => faults.splice(0, 1, fault),
    close: () => new Promise((done) => server.close(done).closeAllConnections()),
  };
}
