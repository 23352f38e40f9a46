import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import pg from "pg";
import { prepareRoles } from "./database-roles.ts";

const folder = "prisma/migrations";
const migratedSchema = join(folder, "migrated-schema.txt");

/**
 * Applies `prisma/migrations` in the way of `prisma migrate deploy`, whose engine cannot be downloaded
 * everywhere: the official engine compiled to WebAssembly does the work and keeps `_prisma_migrations`.
 * Two processes at once take turns by an advisory lock.
 *
 * @param until the name of the last one to apply; all of them without it
 * @returns the names applied now, oldest first
 * @throws when the database holds a migration this version does not know (it belongs to a newer one)
 */
export async function applyMigrations(url: string, { until }: { until?: string } = {}): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // Not the engine's own lock id (72707369), which it takes on a connection of its own and gives up after 10 s.
    await client.query("select pg_advisory_lock(72707370)");
    const known = (await readMigrations()).filter(({ name }) => !until || name <= until);
    const applied = await appliedChecksums(client);
    const unknown = [...applied.keys()].filter((name) => !known.some((migration) => migration.name === name));
    if (unknown.length > 0) {
      throw new Error(
        `The database was migrated by a newer version (${unknown.at(-1)}). Start that version, or restore a backup.`,
      );
    }
    const edited = known.filter(({ name, checksum }) => applied.has(name) && applied.get(name) !== checksum);
    if (edited.length > 0) throw new Error(`Migration ${edited[0]?.name} was changed after it was applied.`);
    if (known.every(({ name }) => applied.has(name))) {
      await prepareRoles(client);
      return [];
    }
    const engine = await openEngine(url);
    const result = await engine.applyMigrations({
      migrationsList: {
        baseDir: folder,
        lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
        shadowDbInitScript: "",
        migrationDirectories: known.map(({ name, sql }) => ({
          path: name,
          migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: sql } },
        })),
      },
      filters: { externalTables: [], externalEnums: [] },
    });
    await prepareRoles(client);
    return result.appliedMigrationNames;
  } finally {
    await client.end();
  }
}

/**
 * Writes the next migration: what `prisma/*.prisma` says beyond the schema of the last one, which is kept
 * beside the migrations because the engine cannot read PostgreSQL 18's catalogue through the adapter.
 * Null: nothing to do.
 */
export async function writeMigration({ url, name }: { url: string; name: string }): Promise<string | null> {
  const engine = await openEngine(url);
  const files = await readSchema();
  const migrated = await readFile(migratedSchema, "utf8").catch(() => null);
  const { stdout } = await engine.diff({
    from: migrated
      ? { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: migrated }] }
      : { tag: "empty" },
    to: { tag: "schemaDatamodel", files },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  const sql = stdout ?? "";
  if (!sql.trim() || sql.includes("This is an empty migration")) return null;
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const path = join(folder, `${stamp}_${name}`);
  await mkdir(path, { recursive: true });
  await writeFile(join(path, "migration.sql"), sql + guards(sql));
  await writeFile(migratedSchema, files.map(({ content }) => content).join("\n"));
  return path;
}

/** New tables of an organisation are held by row-level security from their first row on. */
export function guards(sql: string): string {
  const tables = [...sql.matchAll(/^CREATE TABLE "(\w+)" \(\n([\s\S]*?)^\);/gm)];
  return tables
    .filter(([, , columns]) => columns?.includes('"organisation_id"'))
    .map(([, name]) => `\nSELECT guard_organisation('${name}');\n`)
    .join("");
}

async function readMigrations() {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

async function appliedChecksums(client: pg.Client): Promise<Map<string, string>> {
  const { rows: found } = await client.query("select to_regclass('_prisma_migrations') as name");
  if (!found[0]?.name) return new Map();
  const { rows } = await client.query(
    "select migration_name, checksum from _prisma_migrations where finished_at is not null and rolled_back_at is null",
  );
  return new Map(rows.map((row) => [String(row.migration_name), String(row.checksum)]));
}

async function readSchema() {
  const names = (await readdir("prisma")).filter((name) => name.endsWith(".prisma")).sort();
  return Promise.all(
    names.map(async (name) => ({ path: join("prisma", name), content: await readFile(join("prisma", name), "utf8") })),
  );
}

async function openEngine(url: string) {
  const [glue, { bindMigrationAwareSqlAdapterFactory }, { PrismaPg }] = await Promise.all([
    loadGlue(),
    import("@prisma/driver-adapter-utils"),
    import("@prisma/adapter-pg"),
  ]);
  const datamodels = (await readSchema()).map(({ path, content }): [string, string] => [path, content]);
  // One connection that closes itself when idle: the engine has no way to be closed, and a database with an open
  // connection cannot be copied or dropped.
  const pool = { connectionString: url, max: 2, idleTimeoutMillis: 1, allowExitOnIdle: true };
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  // The adapter cuts scripts at every semicolon, those inside functions too. Sent whole, a script is one transaction.
  factory.connect = async () =>
    Object.assign(await connect(), { executeScript: (script: string) => runScript(url, script) });
  const adapter = bindMigrationAwareSqlAdapterFactory(factory);
  return glue.SchemaEngine.new({ datamodels }, () => undefined, adapter);
}

async function runScript(url: string, script: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(script);
  } finally {
    await client.end();
  }
}

type Glue = typeof import("@prisma/schema-engine-wasm/schema_engine_bg");
let loaded: Promise<Glue> | null = null;

/**
 * The engine's package is made for bundlers; Node loads its WebAssembly by hand. Once: its finalizers would free an
 * earlier engine's memory in a later instance.
 */
function loadGlue(): Promise<Glue> {
  loaded ??= (async () => {
    const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
    const gluePath = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
    const bytes = await readFile(gluePath.replace(/\.js$/, ".wasm"));
    const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": glue });
    glue.__wbg_set_wasm(instance.exports);
    (instance.exports.__wbindgen_start as () => void)();
    return glue;
  })();
  return loaded;
}
