import "server-only";
import { randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat, statfs, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { Readable } from "node:stream";
import type { Storage } from "@/lib/storage/storage";

const copiedBytes = 1_000_000;
const probeBytes = 4096;
const keyForm = /^[a-z0-9-]+(\/[a-z0-9-]+)*$/;

/** Files below `folder`. A file appears whole or not at all, and is on the disk before `put` returns. */
export function diskStorage(folder: string): Storage {
  const pathOf = (key: string) => {
    if (!keyForm.test(key)) throw new Error("Not a storage key");
    return join(folder, key);
  };
  return {
    name: "disk",
    pathOf,
    put: async (key, bytes) => writeWhole(pathOf(key), (file) => file.writeFile(bytes)),
    putStream: async (key, chunks) => {
      let size = 0;
      await writeWhole(pathOf(key), async (file) => {
        for await (const chunk of chunks) {
          await file.write(chunk);
          size += chunk.length;
        }
      });
      return size;
    },
    concat: async (key, parts) => {
      let size = 0;
      // The same memory for all of it.
      const bytes = Buffer.allocUnsafe(copiedBytes);
      await writeWhole(pathOf(key), async (file) => {
        for (const part of parts) {
          const source = await open(pathOf(part));
          try {
            for (;;) {
              const { bytesRead } = await source.read(bytes, 0, bytes.length, null);
              if (bytesRead === 0) break;
              await file.write(bytes, 0, bytesRead);
              size += bytesRead;
            }
          } finally {
            await source.close();
          }
        }
      });
      return size;
    },
    getRange: async (key, start, end) => {
      const file = await open(pathOf(key)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return null;
        throw error;
      });
      const stream = file?.createReadStream({ start, end: end - 1 });
      return stream ? (Readable.toWeb(stream) as ReadableStream<Uint8Array>) : null;
    },
    get: (key) =>
      readFile(pathOf(key)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return null;
        throw error;
      }),
    sizeOf: async (key) => (await stat(pathOf(key)).catch(() => null))?.size ?? null,
    remove: (key) => rm(pathOf(key), { force: true }),
    list: async function* (prefix) {
      const entries = await readdir(join(folder, prefix), { recursive: true, withFileTypes: true }).catch(
        (error: NodeJS.ErrnoException) => {
          if (error.code === "ENOENT") return [];
          throw error;
        },
      );
      for (const entry of entries) {
        const path = join(entry.parentPath, entry.name);
        const key = relative(folder, path).split(sep).join("/");
        if (!entry.isFile() || !keyForm.test(key)) continue;
        const found = await stat(path).catch(() => null);
        if (found) yield { key, storedAt: found.mtime };
      }
    },
    removeUnfinished: async (before) => {
      let removed = 0;
      const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
      for (const { name, parentPath } of entries) {
        const path = join(parentPath, name);
        const found = name.endsWith(".part") ? await stat(path).catch(() => null) : null;
        if (!found?.isFile() || found.mtime >= before) continue;
        await rm(path, { force: true });
        removed += 1;
      }
      return removed;
    },
    check: async () => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      // Written, because a full disk lets everything else pass.
      const probe = join(folder, `${randomUUID()}.part`);
      try {
        await writeFile(probe, Buffer.alloc(probeBytes, 1));
      } finally {
        await rm(probe, { force: true });
      }
    },
    room: async () => {
      const { bavail, blocks, bsize } = await statfs(folder);
      return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
    },
  };
}

async function writeWhole(path: string, write: (file: FileHandle) => Promise<void>) {
  const temporary = `${path}.${randomUUID()}.part`;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  try {
    const file = await open(temporary, "wx", 0o600);
    try {
      await write(file);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
