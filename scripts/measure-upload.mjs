// Sends a made-up recording to a running server in parts, as the page does, and prints the highest memory of the
// server's process meanwhile: node scripts/measure-upload.mjs URL COOKIE-OR-TOKEN PID [MEGABYTES]
import { readFileSync } from "node:fs";

const [url = "", secret = "", pid = "", megabytes = "1024"] = process.argv.slice(2);
const fileSize = Number(megabytes) * 1024 * 1024;
const headers = { authorization: `Bearer ${secret}` };
const residentMegabytes = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;

let most = residentMegabytes();
const before = most;
const watch = setInterval(() => {
  most = Math.max(most, residentMegabytes());
}, 50);

async function call(method, path, body, type = "application/json") {
  const response = await fetch(`${url}${path}`, { method, body, headers: { ...headers, "content-type": type } });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response.status === 204 ? null : response.json();
}

const described = { fileName: "long.wav", candidateName: "Made up", positionApplied: "Engineer", fileSize };
const startedAt = performance.now();
const { id, partSize } = await call("POST", "/api/v1/videos/uploads", JSON.stringify(described));
const count = Math.ceil(fileSize / partSize);
for (let part = 0; part < count; part += 1) {
  const bytes = Buffer.alloc(Math.min(partSize, fileSize - part * partSize), part % 251);
  if (part === 0) bytes.write("RIFF\x24\0\0\0WAVEfmt ", 0, "latin1");
  await call("PUT", `/api/v1/videos/uploads/${id}/parts/${part}`, bytes, "application/octet-stream");
}
const sentMs = performance.now() - startedAt;
await call("POST", `/api/v1/videos/uploads/${id}/video`, "{}");
const allMs = performance.now() - startedAt;
clearInterval(watch);
const seconds = (ms) => (ms / 1000).toFixed(1);
process.stdout.write(
  `${megabytes} MB in ${count} parts: sent in ${seconds(sentMs)} s, whole after ${seconds(allMs)} s; ` +
    `memory ${before.toFixed(0)} MB before, ${most.toFixed(0)} MB at most\n`,
);
