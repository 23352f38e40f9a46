import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fetchPublicFile } from "./fetch-public-file";

let server: Server;
let host = "";

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === "/resume.txt") response.end("Jane Miller");
    else if (request.url === "/moved") response.writeHead(302, { location: "/resume.txt" }).end();
    else if (request.url === "/to-metadata")
      response.writeHead(302, { location: "http://169.254.169.254/latest/meta-data/" }).end();
    else if (request.url === "/to-file") response.writeHead(302, { location: "file:///etc/passwd" }).end();
    else if (request.url === "/loop") response.writeHead(302, { location: "/loop" }).end();
    else if (request.url === "/endless") {
      const timer = setInterval(() => response.write("x".repeat(1000)), 1);
      response.on("close", () => clearInterval(timer));
    } else if (request.url === "/silent") response.writeHead(200).flushHeaders();
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const get = (path: string, options: { timeoutMs?: number } = {}) =>
  fetchPublicFile({ url: `http://${host}${path}`, maxBytes: 10_000, allowedHosts: [host], ...options });

test("a file is fetched, behind a redirect too", async () => {
  expect((await get("/resume.txt")).bytes.toString()).toBe("Jane Miller");
  const { bytes, url } = await get("/moved");
  expect([bytes.toString(), url.pathname]).toEqual(["Jane Miller", "/resume.txt"]);
});

test.each([
  ["/to-metadata", "address"],
  ["/to-file", "protocol"],
  ["/loop", "redirects"],
  ["/missing", "status"],
  ["/endless", "too_large"],
])("%s is refused: %s", async (path, reason) => {
  await expect(get(path)).rejects.toMatchObject({ reason });
});

test("a server that says nothing more is left", async () => {
  await expect(get("/silent", { timeoutMs: 300 })).rejects.toMatchObject({ reason: "timeout" });
});

test.each([
  ["http://127.0.0.1:1/", "address"],
  ["http://[::1]/", "address"],
  ["http://2130706433/", "address"],
  ["http://0x7f.1/", "address"],
  ["http://localhost/", "address"],
  ["file:///etc/passwd", "protocol"],
  ["ftp://example.com/a.pdf", "protocol"],
  ["http://user:pass@example.com/a.pdf", "protocol"],
  ["not an address", "protocol"],
])("%s is refused without allowance: %s", async (url, reason) => {
  await expect(fetchPublicFile({ url, maxBytes: 10 })).rejects.toMatchObject({ reason });
});
