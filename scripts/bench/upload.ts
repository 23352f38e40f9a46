import { watchMemory } from "./memory.ts";
import type { BenchServer } from "./server.ts";

const fileSize = 1024 ** 3;

/** A made-up recording of a gigabyte, sent in parts as the page does. @returns seconds, and the server's memory in MB */
export async function measureUpload(server: BenchServer) {
  const atRest = watchMemory(server.pid, "next-server")();
  const stopWatching = watchMemory(server.pid, "next-server");
  const startedAt = performance.now();
  const described = { fileName: "long.wav", candidateName: "Made up", positionApplied: "Engineer", fileSize };
  const { id, partSize } = await server.call<{ id: string; partSize: number }>(
    "POST",
    "/api/v1/videos/uploads",
    described,
  );
  for (let part = 0; part * partSize < fileSize; part += 1) {
    const bytes = Buffer.alloc(Math.min(partSize, fileSize - part * partSize), part % 251);
    if (part === 0) bytes.write("RIFF\x24\0\0\0WAVEfmt ", 0, "latin1");
    await server.send(`/api/v1/videos/uploads/${id}/parts/${part}`, bytes, "application/octet-stream", "PUT");
  }
  await server.call("POST", `/api/v1/videos/uploads/${id}/video`, {});
  return { seconds: (performance.now() - startedAt) / 1000, atRest, peak: stopWatching() };
}
