import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { closeDb } from "@/lib/db";
import { resetEnv } from "@/lib/env";
import { closeOcrPool } from "@/lib/resume/ocr-pool";
import { closeParsePool } from "@/lib/resume/parse-pool";
import { closeMediaPools } from "@/lib/video/container/media-pool";
import { createTestDatabase } from "./database";

/** For a test file of verbs: a migrated database and a file store of its own, found through lib/env. */
export function useWorkspace() {
  const workspace = { dataDir: "" };
  let drop: () => Promise<void> = async () => undefined;

  beforeAll(async () => {
    const database = await createTestDatabase();
    drop = database.drop;
    workspace.dataDir = await mkdtemp(join(tmpdir(), "hireglass-verbs-"));
    process.env.DATABASE_URL = database.url;
    process.env.NEXTAUTH_SECRET = "a-secret-for-tests-only-0123456789";
    process.env.DATA_DIR = workspace.dataDir;
    delete process.env.BLOB_READ_WRITE_TOKEN;
    for (const name of Object.keys(process.env))
      if (/^(?:OPENAI|MODEL|TRANSCRIPTION)_/.test(name)) delete process.env[name];
    resetEnv();
  });
  afterAll(async () => {
    await closeParsePool();
    await closeOcrPool();
    await closeMediaPools();
    await closeDb();
    await drop();
    await rm(workspace.dataDir, { recursive: true, force: true });
  });
  return workspace;
}
