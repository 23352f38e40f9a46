import "server-only";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import yauzl from "yauzl";
import { storage } from "@/lib/storage/storage";
import { connect, countRows, deferForeignKeys, listMigrations, listTables, readTable, writeTable } from "./database";
import { keyMarks } from "./keys";
import { BackupError, counted, type Manifest, manifest, manifestName } from "./manifest";

type RestoreBackup = {
  path: string;
  /** Take it although sealed fields and secrets will not open. */
  ignoresKeys?: boolean;
};

/**
 * Puts a backup into an empty installation of the version that made it. Everything is read and compared with the
 * manifest before anything is written; the tables come in one transaction, and are hashed again before it ends.
 *
 * @throws BackupError, with nothing changed
 */
export async function restoreBackup({ path, ignoresKeys = false }: RestoreBackup): Promise<Manifest> {
  const archive = await openArchive(path);
  const client = await connect();
  const stored: string[] = [];
  try {
    const made = await readManifest(archive);
    await assertFits(client, made);
    if (!ignoresKeys) assertKeys(made);
    await assertEmpty(client);
    await assertWhole(archive, made);

    await client.query("begin");
    for (const table of ["one_time_token", "organisation"]) await client.query(`delete from ${table}`);
    const putBack = await deferForeignKeys(client);
    // Links before events: the trigger adds none where one is.
    const first = (name: string) => (name === "audit_link" ? 0 : 1);
    for (const table of made.tables.toSorted((one, other) => first(one.name) - first(other.name)))
      await pipeline(await openEntry(archive, `tables/${table.name}.copy`), writeTable(client, table));
    for (const { name, value, isCalled } of made.sequences)
      await client.query("select setval($1::regclass, $2::bigint, $3)", [name, value, isCalled]);
    await putBack();
    await assertSame(client, made);
    for (const { key } of made.files) {
      stored.push(key);
      await storage().putStream(key, await openEntry(archive, `files/${key}`), "application/octet-stream");
    }
    await client.query("commit");
    return made;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    for (const key of stored) await storage().remove(key);
    throw error;
  } finally {
    await client.end();
    archive.zip.close();
  }
}

type Archive = { zip: yauzl.ZipFile; entries: Map<string, yauzl.Entry> };

async function openArchive(path: string): Promise<Archive> {
  try {
    const zip = await yauzl.openPromise(path, { autoClose: false });
    const entries = new Map<string, yauzl.Entry>();
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
    return { zip, entries };
  } catch (cause) {
    throw new BackupError("This is no backup, or a part of one: its end is missing.", { cause });
  }
}

async function openEntry({ zip, entries }: Archive, name: string): Promise<Readable> {
  const entry = entries.get(name);
  if (!entry) throw new BackupError(`The backup has no ${name}.`);
  return zip.openReadStreamPromise(entry);
}

async function readManifest(archive: Archive): Promise<Manifest> {
  try {
    const chunks = await (await openEntry(archive, manifestName)).toArray();
    return manifest.parse(JSON.parse(Buffer.concat(chunks).toString("utf8")));
  } catch (cause) {
    throw new BackupError("This is no backup of Hireglass, or one of another format.", { cause });
  }
}

async function assertFits(client: pg.Client, { migrations }: Manifest) {
  const here = await listMigrations(client);
  const known = new Set(here.map(({ name }) => name));
  const newer = migrations.filter(({ name }) => !known.has(name)).at(-1);
  if (newer) throw new BackupError(`The backup is of a newer version (${newer.name}). Install that version first.`);
  const missing = here.find(({ name }) => !migrations.some((one) => one.name === name));
  if (missing)
    throw new BackupError(
      `The backup is of an older version (before ${missing.name}). Restore it with that version, then update.`,
    );
  const changed = here.find(({ name, checksum }) =>
    migrations.some((one) => one.name === name && one.checksum !== checksum),
  );
  if (changed) throw new BackupError(`Migration ${changed.name} is another one here than in the backup.`);
}

function assertKeys({ keys }: Manifest) {
  const here = keyMarks();
  const missing = Object.keys(keys).filter((version) => here[version] !== keys[version]);
  if (missing.length > 0)
    throw new BackupError(
      `Other keys: ${missing.join(", ")} of the backup are not here, and what they sealed would not open. Put the ` +
        "secrets.json (or NEXTAUTH_SECRET and VAULT_KEYS) of that installation in place first, or add --without-keys.",
    );
}

/** A first start may have made an organisation and the link to set it up. */
async function assertEmpty(client: pg.Client) {
  for (const { name } of await listTables(client)) {
    const isOfFirstStart = name === "organisation" || name === "one_time_token";
    const count = await countRows(client, name);
    if (count > (isOfFirstStart ? 1 : 0))
      throw new BackupError(
        `There is data here already (${name}). A backup is restored into an empty installation only.`,
      );
  }
  for await (const _ of storage().list(""))
    throw new BackupError("There are stored files here already. A backup is restored into an empty installation only.");
}

async function assertWhole(archive: Archive, { tables, files }: Manifest) {
  const entries = [
    ...tables.map(({ name, ...entry }) => ({ ...entry, name: `tables/${name}.copy` })),
    ...files.map(({ key, ...entry }) => ({ ...entry, name: `files/${key}` })),
  ];
  for (const { name, sha256, bytes } of entries) {
    const found = await measure(await openEntry(archive, name)).catch(() => null);
    if (found?.sha256 !== sha256 || found.bytes !== bytes) throw new BackupError(`The backup is damaged: ${name}.`);
  }
}

/** The tables as they are now, held against what they were. */
async function assertSame(client: pg.Client, { tables }: Manifest) {
  const here = await listTables(client);
  for (const { name, sha256, rows } of tables) {
    const table = here.find((one) => one.name === name);
    const found = table && (await measure(readTable(client, table)));
    if (found?.sha256 !== sha256 || (await countRows(client, name)) !== rows)
      throw new BackupError(`Table ${name} did not come back as it was.`);
  }
}

async function measure(source: AsyncIterable<Uint8Array>) {
  const { chunks, result } = counted(source);
  for await (const _ of chunks);
  return result();
}
