import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { diskStorage } from "./disk";
import type { Storage } from "./storage";

let folder: string;
let storage: Storage;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "hireglass-disk-"));
  storage = diskStorage(join(folder, "files"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const type = "application/octet-stream";

test("what was put is what comes back, and only the owner may read it", async () => {
  const bytes = Buffer.from([0, 1, 2, 255]);
  await storage.put("resumes/a/b", bytes, type);
  expect(Buffer.from((await storage.get("resumes/a/b")) ?? [])).toEqual(bytes);
  expect((await stat(join(folder, "files/resumes/a/b"))).mode & 0o077).toBe(0);
  await storage.remove("resumes/a/b");
  expect(await storage.get("resumes/a/b")).toBeNull();
  await storage.remove("resumes/a/b");
});

test("twenty writers of one key: a reader finds one of their files whole", async () => {
  const files = Array.from({ length: 20 }, (_, index) => Buffer.alloc(200_000, index));
  const writing = Promise.all(files.map((bytes) => storage.put("key", bytes, type)));
  for (let round = 0; round < 50; round += 1) {
    const bytes = await storage.get("key");
    if (bytes) expect(new Set(bytes).size === 1 && bytes.length === 200_000).toBe(true);
  }
  await writing;
  expect(await readdir(join(folder, "files"))).toEqual(["key"]);
});

test("a write that fails leaves nothing behind", async () => {
  await storage.put("a", Buffer.from("x"), type);
  await expect(storage.put("a/b", Buffer.from("y"), type)).rejects.toThrow();
  await mkdir(join(folder, "files/folder/inside"), { recursive: true });
  await expect(storage.put("folder", Buffer.from("y"), type)).rejects.toThrow();
  expect((await readdir(join(folder, "files"), { recursive: true })).filter((name) => name.endsWith(".part"))).toEqual(
    [],
  );
});

test.each(["../outside", "/etc/passwd", "a/../b", "a//b", "A", "a.pdf", "", "a\\b", "a/", "%2e%2e/a", "a\u0000"])(
  "%j is no key",
  async (key) => {
    await writeFile(join(folder, "outside"), "secret");
    await expect(async () => storage.get(key)).rejects.toThrow("storage key");
    await expect(storage.put(key, Buffer.from("x"), type)).rejects.toThrow("storage key");
    await expect(async () => storage.remove(key)).rejects.toThrow("storage key");
  },
);

test("files are put one after the other into one; where one is missing there is none", async () => {
  const parts = [Buffer.alloc(1_500_000, 1), Buffer.alloc(0), Buffer.alloc(10, 2)];
  for (const [index, bytes] of parts.entries()) await storage.put(`part/${index}`, bytes, type);
  expect(await storage.sizeOf("part/0")).toBe(1_500_000);
  expect(await storage.sizeOf("part/9")).toBeNull();
  expect(await storage.concat("whole", ["part/0", "part/1", "part/2"], type)).toBe(1_500_010);
  expect(Buffer.from((await storage.get("whole")) ?? []).equals(Buffer.concat(parts))).toBe(true);
  await expect(storage.concat("other", ["part/0", "part/9"], type)).rejects.toThrow();
  expect(await storage.get("other")).toBeNull();
});
