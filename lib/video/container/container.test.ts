import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeMedia } from "@/lib/testing/media-files";
import { makeSpeechWav } from "@/lib/testing/transcription-server";
import { planCuts } from "./plan-cuts";
import { extractAudio, readContainer } from "./read-container";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hireglass-container-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let files = 0;
async function onDisk(bytes: Uint8Array) {
  files += 1;
  const path = join(folder, `file-${files}`);
  await writeFile(path, bytes);
  return path;
}

test.each(["webm", "mkv", "mp4", "mov"] as const)("what a %s says of itself is read", async (as) => {
  const path = await onDisk(await makeMedia({ as, seconds: 12, hasPicture: as !== "mp4" }));
  const facts = await readContainer(path);
  expect(facts.durationSeconds).toBeCloseTo(12, 1);
  const sound = facts.tracks.find(({ kind }) => kind === "audio");
  expect(sound).toMatchObject({ codec: "opus", channels: 1, sampleRate: 48_000 });
  const picture = facts.tracks.find(({ kind }) => kind === "video");
  if (as !== "mp4") expect(picture).toMatchObject({ codec: "vp8", width: 160, height: 90 });
});

test("the sound is taken out in pieces that fit, cut where nobody speaks, at the places they have", async () => {
  const speech: [number, number][] = [
    [0, 9],
    [10, 19],
    [20, 29],
    [30, 39],
  ];
  const path = await onDisk(await makeMedia({ seconds: 40, speech, hasPicture: true }));
  const mostBytes = 70_000;
  const pieces = await extractAudio({ path, folder, mostBytes, mostSeconds: 1200 });
  expect(pieces.length).toBeGreaterThan(3);
  for (const [index, piece] of pieces.entries()) {
    expect((await readFile(piece.path)).length).toBeLessThanOrEqual(mostBytes);
    const { durationSeconds, tracks } = await readContainer(piece.path);
    expect(tracks).toMatchObject([{ kind: "audio", codec: "opus" }]);
    expect(durationSeconds).toBeCloseTo(piece.endSeconds - piece.startSeconds, 0);
    const next = pieces[index + 1];
    if (next) expect(next.startSeconds).toBeCloseTo(piece.endSeconds, 2);
  }
  for (const { startSeconds } of pieces.slice(1))
    expect(speech.some(([from, to]) => startSeconds > from && startSeconds < to)).toBe(false);
});

test("sound without packets of changing size is cut at packet borders, and a WAV stays one", async () => {
  const path = await onDisk(makeSpeechWav([{ silence: 0, speech: 4 }], 16_000));
  const pieces = await extractAudio({ path, folder, mostBytes: 50_000, mostSeconds: 1200 });
  expect(pieces.length).toBeGreaterThanOrEqual(3);
  const parts = await Promise.all(pieces.map(({ path: file }) => readFile(file)));
  for (const part of parts) expect(part.toString("latin1", 0, 4)).toBe("RIFF");
  expect(parts.every(({ length }) => length <= 50_000)).toBe(true);
  expect(pieces.at(-1)?.endSeconds).toBeCloseTo(4, 1);
});

test("an hour of silence at a low bit rate is cut by time", async () => {
  const path = await onDisk(await makeMedia({ seconds: 3600 }));
  const pieces = await extractAudio({ path, folder, mostBytes: 24e6, mostSeconds: 1200 });
  expect(pieces.map(({ startSeconds }) => Math.round(startSeconds))).toEqual([0, 1200, 2400]);
  expect(pieces.at(-1)?.endSeconds).toBeCloseTo(3600, 0);
});

test("without sound, damaged or cut off: the reason is told, and what is whole is used", async () => {
  const silent = await onDisk(await makeMedia({ seconds: 3, hasSound: false, hasPicture: true }));
  await expect(extractAudio({ path: silent, folder, mostBytes: 1e6, mostSeconds: 60 })).rejects.toThrow(
    "audio_missing",
  );
  const whole = await makeMedia({ seconds: 60, speech: [[0, 60]] });
  const noise = await onDisk(Buffer.concat([whole.subarray(0, 40), Buffer.alloc(5000, 0x7b)]));
  await expect(readContainer(noise)).rejects.toThrow("media_unreadable");
  const cut = await onDisk(whole.subarray(0, whole.length / 2));
  expect((await readContainer(cut)).durationSeconds).toBeGreaterThan(0);
  const pieces = await extractAudio({ path: cut, folder, mostBytes: 1e6, mostSeconds: 600 });
  expect(pieces.at(-1)?.endSeconds).toBeGreaterThan(20);
  const mp4 = await makeMedia({ as: "mp4", seconds: 10 });
  await expect(readContainer(await onDisk(mp4.subarray(0, 60)))).rejects.toThrow("media_unreadable");
});

test("a container that lies about itself is refused or read as far as it goes, at once", async () => {
  const box = (kind: string, content: Buffer, length = content.length + 8) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(length >>> 0);
    head.write(kind, 4, "latin1");
    return Buffer.concat([head, content]);
  };
  const begin = box("ftyp", Buffer.from("isom\0\0\x02\0isommp41", "latin1"));
  const header = Buffer.alloc(100);
  header.writeUInt32BE(1000, 12);
  header.writeUInt32BE(7_200_000, 16);
  const within = (depth: number): Buffer => (depth === 0 ? Buffer.alloc(0) : box("trak", within(depth - 1)));
  const lies: Record<string, Buffer> = {
    "nothing in its index": box("moov", Buffer.alloc(0)),
    "an index of no length": box("moov", header, 0),
    "an index shorter than its own head": box("moov", header, 1),
    "an index of four gigabytes": box("moov", header, 0xffffffff),
    "two hours that are not there": box("moov", box("mvhd", header)),
    "tracks in tracks": box("moov", within(5000)),
  };
  for (const [what, bytes] of Object.entries(lies)) {
    const path = await onDisk(Buffer.concat([begin, bytes]));
    const startedAt = performance.now();
    await expect(readContainer(path), what).rejects.toThrow("media_unreadable");
    expect(performance.now() - startedAt, what).toBeLessThan(2000);
  }
  const mp4 = await makeMedia({ as: "mp4", seconds: 3 });
  const at = mp4.indexOf("mvhd");
  expect(at).toBeGreaterThan(0);
  const claiming = Buffer.from(mp4);
  claiming.writeUInt32BE(claiming.readUInt32BE(at + 16) * 2400, at + 20);
  const facts = await readContainer(await onDisk(claiming));
  expect(facts.durationSeconds).toBeCloseTo(3, 0);
});

test("cuts keep every piece within its limits, whatever the packets", () => {
  const bytes = Array.from({ length: 1000 }, (_, index) => 50 + ((index * 7919) % 100));
  const seconds = bytes.map((_, index) => index * 0.1);
  const starts = planCuts({ bytes, seconds }, { mostBytes: 5000, mostSeconds: 8 });
  expect(starts[0]).toBe(0);
  for (const [index, from] of starts.entries()) {
    const to = starts[index + 1] ?? bytes.length;
    expect(to).toBeGreaterThan(from);
    expect(bytes.slice(from, to).reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(5000);
    expect((to - 1 - from) * 0.1).toBeLessThanOrEqual(8);
  }
});
