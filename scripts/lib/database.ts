import { dataDir, readSecrets } from "./data-dir.ts";
import { applyMigrations } from "./migrations.ts";
import { startPostgres } from "./postgres.ts";

export type OpenDatabase = {
  /** What the server process is to be started with. */
  env: Record<string, string>;
  /** Where the embedded cluster lies; null for a configured database. */
  folder: string | null;
  /** False when another process of ours runs the server: then somebody may be at work in it. */
  isOwner: boolean;
  applied: string[];
  stop: () => Promise<void>;
};

/** The database of `DATABASE_URL`, or the embedded one, with all migrations applied. */
export async function openDatabase(): Promise<OpenDatabase> {
  const configured = process.env.DATABASE_URL;
  if (configured) {
    if (!process.env.NEXTAUTH_SECRET) {
      throw new Error(
        "With DATABASE_URL set, NEXTAUTH_SECRET is needed too: 32 random bytes, the same for every process.",
      );
    }
    return {
      env: {},
      folder: null,
      isOwner: false,
      applied: await applyMigrations(configured),
      stop: async () => undefined,
    };
  }
  const secrets = readSecrets();
  const postgres = await startPostgres({ dataDir, password: secrets.databasePassword });
  try {
    const applied = await applyMigrations(postgres.url);
    const vaultKeys = process.env.VAULT_KEYS ?? secrets.vaultKeys;
    const nextauthSecret = process.env.NEXTAUTH_SECRET ?? secrets.nextauthSecret;
    return {
      env: { DATABASE_URL: postgres.url, NEXTAUTH_SECRET: nextauthSecret, ...(vaultKeys && { VAULT_KEYS: vaultKeys }) },
      folder: postgres.folder,
      isOwner: postgres.isOwner,
      applied,
      stop: postgres.stop,
    };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}
