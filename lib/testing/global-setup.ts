import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { applyMigrations } from "../../scripts/lib/migrations.ts";
import { startPostgres } from "../../scripts/lib/postgres.ts";

declare module "vitest" {
  export interface ProvidedContext {
    templateDatabaseUrl: string;
  }
}

/** One real PostgreSQL for the whole run; each test file copies the migrated template. */
export default async function setUp(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), "hireglass-test-"));
  // The postgres user passes through when the tests run as root.
  await chmod(folder, 0o755);
  const postgres = await startPostgres({ dataDir: folder, password: "test", isThrowaway: true });
  await applyMigrations(postgres.url);
  project.provide("templateDatabaseUrl", postgres.url);
  return async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
