import "server-only";
import { createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as WebStream } from "node:stream/web";
import { ZipFile } from "yazl";
import { storage } from "@/lib/storage/storage";
import { connect, countRows, listMigrations, listSequences, listTables, readTable } from "./database";
import { keyMarks } from "./keys";
import { backupFormat, counted, type Manifest, manifestName } from "./manifest";

/**
 * Writes database and files into one ZIP: the tables as they were at one moment, every stored file, and a manifest with
 * the SHA-256 of each. The file appears under its name when it is whole.
 */
export async function writeBackup(path: string): Promise<Manifest> {
  const partial = `${path}.part`;
  const zip = new ZipFile();
  const written = pipeline(zip.outputStream, createWriteStream(partial, { mode: 0o600 }));
  try {
    const [made] = await Promise.all([addEntries(zip), written]);
    const file = await open(partial, "r+");
    await file.sync();
    await file.close();
    await rename(partial, path);
    return made;
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

async function addEntries(zip: ZipFile): Promise<Manifest> {
  const client = await connect();
  try {
    await client.query("begin isolation level repeatable read, read only");
    const made: Manifest = {
      ...{ format: backupFormat, madeAt: new Date().toISOString(), keys: keyMarks() },
      migrations: await listMigrations(client),
      sequences: await listSequences(client),
      ...{ tables: [], files: [] },
    };
    for (const table of await listTables(client)) {
      const rows = await countRows(client, table.name);
      const { name, columns } = table;
      made.tables.push({ name, columns, rows, ...(await add(zip, `tables/${name}.copy`, readTable(client, table))) });
    }
    // After the tables: what a row of theirs names was stored before it.
    for await (const { key } of storage().list("")) {
      const stream = await storage().getRange(key, 0, Number.MAX_SAFE_INTEGER);
      // Removed meanwhile, with its row.
      if (!stream) continue;
      const chunks = Readable.fromWeb(stream as WebStream<Uint8Array>);
      made.files.push({ key, ...(await add(zip, `files/${key}`, chunks, false)) });
    }
    zip.addBuffer(Buffer.from(JSON.stringify(made)), manifestName);
    zip.end();
    return made;
  } catch (error) {
    zip.outputStream.emit("error", error);
    throw error;
  } finally {
    await client.end();
  }
}

/** One entry after the other: the archive is written while it is read. */
async function add(zip: ZipFile, name: string, source: AsyncIterable<Uint8Array>, compress = true) {
  const { chunks, result } = counted(source);
  const stream = Readable.from(chunks, { objectMode: false });
  const ended = new Promise<void>((done, fail) => stream.on("end", done).on("error", fail));
  zip.addReadStream(stream, name, { compress });
  await ended;
  return result();
}
