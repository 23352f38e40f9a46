import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { applyMigrations, writeMigration } from "./lib/migrations.ts";
import { startPostgres } from "./lib/postgres.ts";

// npm run migration NAME: writes the next migration from the schema, against a fresh database.
const name = process.argv[3];
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error("Usage: npm run migration NAME   (lower case, words joined by _)");
  process.exit(1);
}
const folder = await mkdtemp(join(tmpdir(), "hireglass-migration-"));
const { chmod } = await import("node:fs/promises");
await chmod(folder, 0o755);
const postgres = await startPostgres({ dataDir: folder, password: "scratch", isThrowaway: true });
try {
  await applyMigrations(postgres.url);
  const path = await writeMigration({ url: postgres.url, name });
  console.log(path ? `Wrote ${path}` : "The schema has nothing that the migrations lack.");
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
