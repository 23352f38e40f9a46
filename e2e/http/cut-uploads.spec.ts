import { createHash, randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { makeZip } from "../../lib/resume/parsing/fixtures/make-zip";
import { txtFile } from "../../lib/testing/resume-files";
import { expect, test } from "../fixtures";
import { createOrganisation } from "../support/organisation";

type Sent = { url: string; method?: string; path: string; token: string; headers?: Record<string, string> };
type Body = { bytes: Buffer; declared: number };

/** A request whose length is a lie, and whose sender goes away after what it has. @returns the status, null without one */
async function sendCut({ url, method = "POST", path, token, headers = {} }: Sent, { bytes, declared }: Body) {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const lines = Object.entries({
    ...{ host: `${hostname}:${port}`, authorization: `Bearer ${token}`, "content-length": String(declared) },
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  let said = "";
  socket.on("data", (chunk) => (said += chunk)).on("error", () => undefined);
  socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join("")}connection: close\r\n\r\n`);
  socket.write(bytes);
  if (bytes.length < declared) socket.end();
  await once(socket, "close");
  return /^HTTP\/1\.1 (\d+)/.exec(said)?.[1] ?? null;
}

/** What lies in the store of an organisation, or belongs to an upload. */
async function stored(ids: string[]): Promise<string[]> {
  const names = await readdir(process.env.E2E_FILES ?? "", { recursive: true, withFileTypes: true });
  return names
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => ids.some((id) => path.includes(id)));
}

const recording = (size: number) =>
  Buffer.concat([Buffer.from("RIFF\x24\0\0\0WAVEfmt ", "latin1"), randomBytes(size - 16)]);

test("what ends early leaves no row and no file: a resume, an archive, a recording, a part of one", async ({
  api,
  organisation,
  pool,
  baseURL,
}) => {
  const recruiter = api("recruiter");
  const of = { url: baseURL ?? "", token: organisation.people.recruiter.token };
  const { bytes } = txtFile(1);
  const archive = makeZip({ "one.txt": bytes });
  const video = recording(300_000);
  const description = { fileName: "a.wav", candidateName: "Jane", positionApplied: "Engineer" };
  const upload = await recruiter.json<{ id: string; parts: number[] }>("POST", "/api/v1/videos/uploads", {
    ...{ ...description, fileSize: video.length },
  });
  const resumes = `/api/v1/resumes?batchId=${randomUUID()}`;
  const part = `/api/v1/videos/uploads/${upload.id}/parts/0`;
  const half = (whole: Buffer) => ({ bytes: whole.subarray(0, whole.length / 2), declared: whole.length });
  const statuses = await Promise.all([
    sendCut({ ...of, path: resumes, headers: { "x-file-name": "cut.txt" } }, half(bytes)),
    sendCut({ ...of, path: resumes, headers: { "x-file-name": "cut.zip" } }, half(archive)),
    sendCut(
      { ...of, path: "/api/v1/videos", headers: { "x-video": encodeURIComponent(JSON.stringify(description)) } },
      half(video),
    ),
    sendCut({ ...of, path: part, method: "PUT" }, half(video)),
    // Whole by its own account, and not the length that was announced for it.
    sendCut({ ...of, path: part, method: "PUT" }, { bytes: video.subarray(0, 9), declared: 9 }),
    sendCut({ ...of, path: part, method: "PUT" }, { bytes: Buffer.concat([video, video]), declared: 2 * video.length }),
  ]);
  for (const status of statuses) expect([null, "400"]).toContain(status);
  expect(statuses.slice(4)).toEqual(["400", "400"]);

  const counts = `select (select count(*)::int from resume where organisation_id = $1) as resumes,
    (select count(*)::int from import_item where organisation_id = $1) as lines,
    (select count(*)::int from video where organisation_id = $1) as videos`;
  // The server may still be finding out that nobody is there.
  await expect.poll(() => stored([organisation.id, upload.id])).toEqual([]);
  expect((await pool.query(counts, [organisation.id])).rows).toEqual([{ resumes: 0, lines: 0, videos: 0 }]);
  expect((await recruiter.json<{ parts: number[] }>("GET", `/api/v1/videos/uploads/${upload.id}`)).parts).toEqual([]);
  expect((await recruiter.call("POST", `/api/v1/videos/uploads/${upload.id}/video`)).status()).toBe(409);
});

test("a recording of 40 MB in parts is its sender's byte for byte", async ({ api, organisation, baseURL }) => {
  const recruiter = api("recruiter");
  const size = 40_000_000;
  const piece = randomBytes(8 * 1024 * 1024);
  const whole = createHash("sha256");
  const description = { fileName: "a.wav", candidateName: "Jane", positionApplied: "Engineer" };
  const { id, partSize } = await recruiter.json<{ id: string; partSize: number }>("POST", "/api/v1/videos/uploads", {
    ...{ ...description, fileSize: size },
  });
  const headers = { authorization: `Bearer ${organisation.people.recruiter.token}` };
  for (let part = 0; part * partSize < size; part += 1) {
    const length = Math.min(partSize, size - part * partSize);
    const bytes = Buffer.alloc(length, piece);
    if (part === 0) recording(16).copy(bytes);
    bytes.writeUInt32BE(part, 64);
    whole.update(bytes);
    const sent = await fetch(`${baseURL}/api/v1/videos/uploads/${id}/parts/${part}`, {
      ...{ method: "PUT", headers, body: bytes },
    });
    expect(sent.status).toBe(204);
  }
  expect((await recruiter.call("POST", `/api/v1/videos/uploads/${id}/video`)).status()).toBe(201);
  const back = await fetch(`${baseURL}/api/v1/videos/${id}/file`, { headers });
  const hash = createHash("sha256");
  for await (const chunk of back.body ?? []) hash.update(chunk);
  expect(hash.digest("hex")).toBe(whole.digest("hex"));
  expect((await recruiter.call("DELETE", `/api/v1/videos/${id}`)).status()).toBe(204);
});

test("a recording's bytes are for those who may, in parts too", async ({ api, pool }) => {
  const recruiter = api("recruiter");
  const video = recording(4000);
  const description = { fileName: "a.wav", candidateName: "Jane", positionApplied: "Engineer" };
  const sent = await recruiter.call("POST", "/api/v1/videos", video, {
    "x-video": encodeURIComponent(JSON.stringify(description)),
  });
  const path = `/api/v1/videos/${(await sent.json()).id}/file`;
  const range = { range: "bytes=16-31" };
  const part = await recruiter.call("GET", path, undefined, range);
  expect([part.status(), (await part.body()).equals(video.subarray(16, 32))]).toEqual([206, true]);
  const others = await createOrganisation(pool);
  const refused = [
    await api("recruiter", others).call("GET", path, undefined, range),
    await api("admin", others).call("GET", path, undefined, range),
    await recruiter.call("GET", path, undefined, { ...range, authorization: "Bearer hgt_nobody" }),
  ];
  expect(refused.map((response) => response.status())).toEqual([404, 404, 401]);
  for (const response of refused) expect((await response.body()).includes(video.subarray(16, 32))).toBe(false);
  for (const odd of ["bytes=31-16", "bytes=-0", "bytes=99999-", "bytes=a-b", "bytes=0-1,3-4", "items=0-1"]) {
    const response = await recruiter.call("GET", path, undefined, { range: odd });
    expect([200, 206, 416], odd).toContain(response.status());
  }
});
