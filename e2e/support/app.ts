import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { readSecrets } from "../../scripts/lib/data-dir";
import { applyMigrations } from "../../scripts/lib/migrations";
import { freePort, startPostgres, throwawaySettings } from "../../scripts/lib/postgres";
import { openScratch } from "../../scripts/lib/scratch";

export const testSecret = "a-secret-for-tests-only-0123456789";

export type App = {
  url: string;
  port: number;
  dataDir: string;
  /** The connection string of its database. */
  databaseUrl: string;
  /** Everything it has written so far. */
  output: () => string;
  launcher: ChildProcess;
  readyMs: number;
  /** SIGTERM, as Ctrl-C would, and what it exits with. */
  stop: () => Promise<number | null>;
  /** SIGKILL for launcher and server at once; PostgreSQL is a process group of its own and lives on. */
  killAll: () => Promise<void>;
};

type StartApp = { dataDir: string; port?: number; env?: Record<string, string>; readyTimeoutMs?: number };

/** `npm start` on a port and data folder of its own. */
export async function startApp({ dataDir, port: wanted, env = {}, readyTimeoutMs = 60_000 }: StartApp): Promise<App> {
  const port = wanted ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const startedAt = Date.now();
  let output = "";
  const launcher = spawn(process.execPath, ["scripts/launch.mjs", "start"], {
    // With a channel the launcher leaves when this process dies, even by SIGKILL.
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    detached: true,
    env: {
      ...withoutSettings(process.env),
      PORT: String(port),
      HOST: "127.0.0.1",
      DATA_DIR: dataDir,
      NEXTAUTH_URL: url,
      NEXTAUTH_SECRET: testSecret,
      ...env,
    },
  });
  for (const stream of [launcher.stdout, launcher.stderr]) stream?.on("data", (chunk) => (output += chunk));
  const exited = once(launcher, "exit").then(([code]): number | null => (typeof code === "number" ? code : null));

  const deadline = Date.now() + readyTimeoutMs;
  // The last thing it says; by then a first admin has been made or a link printed.
  while (!output.includes("Ctrl-C")) {
    if (launcher.exitCode !== null || launcher.signalCode !== null) throw new Error(`npm start ended:\n${output}`);
    if (Date.now() > deadline) {
      signalGroup(launcher, "SIGKILL");
      throw new Error(`npm start was not ready in time:\n${output}`);
    }
    await sleep(25);
  }
  return {
    ...{ url, port, dataDir, launcher, readyMs: Date.now() - startedAt, output: () => output },
    databaseUrl: env.DATABASE_URL ?? (await embeddedDatabaseUrl(dataDir)),
    stop: async () => {
      if (launcher.exitCode === null && launcher.signalCode === null) launcher.kill("SIGTERM");
      const code = await exited;
      signalGroup(launcher, "SIGKILL");
      return code;
    },
    killAll: async () => {
      signalGroup(launcher, "SIGKILL");
      await exited;
    },
  };
}

/** A data folder as the first start leaves it, for those of {@link makeDataDir} to be copies of: making one takes seconds. */
export async function makePrepared() {
  const { folder, remove } = await openScratch("hireglass-prepared-");
  const password = readSecrets(folder).databasePassword;
  const postgres = await startPostgres({ dataDir: folder, password, isThrowaway: true });
  await applyMigrations(postgres.url);
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  // Servers that are started on a copy go on without waiting for the disk.
  for (const [name, value] of Object.entries(throwawaySettings)) {
    await client.query(`alter system set ${name} = ${value}`);
  }
  await client.end();
  await postgres.stop();
  return { folder, remove };
}

type MakeDataDir = {
  /** Nothing in it, as before the very first start. */
  isEmpty?: boolean;
};

/** A data folder that is removed, with the PostgreSQL server that may still run in it, when the test is over. */
export async function makeDataDir({ isEmpty = false }: MakeDataDir = {}) {
  const scratch = await openScratch("hireglass-e2e-");
  // The database's files keep their owner, which Node's own copy does not.
  if (!isEmpty) await promisify(execFile)("cp", ["-a", `${process.env.E2E_PREPARED}/.`, scratch.folder]);
  return { dataDir: scratch.folder, remove: scratch.remove };
}

export async function embeddedDatabaseUrl(dataDir: string) {
  const secrets: { databasePassword: string } = JSON.parse(await readFile(join(dataDir, "secrets.json"), "utf8"));
  const port = (await readFile(join(dataDir, "postgres", "postmaster.pid"), "utf8")).split("\n")[3];
  return `postgresql://hireglass:${secrets.databasePassword}@127.0.0.1:${port}/hireglass`;
}

/** The machine's settings must not leak into the tests. */
export function withoutSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = { ...environment };
  for (const name of Object.keys(kept)) {
    if (
      /^(DATABASE_URL|NEXTAUTH_|INNGEST_|BLOB_|OPENAI_|MODEL_|ADMIN_|VERCEL|DATA_DIR$|PORT$|HOST$|TEST_WORKER|NODE_OPTIONS$)/.test(
        name,
      )
    )
      delete kept[name];
  }
  return kept;
}

export async function makeFolder(name: string) {
  const folder = await mkdtemp(join(tmpdir(), name));
  await chmod(folder, 0o755);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals) {
  try {
    if (child.pid) process.kill(-child.pid, signal);
  } catch {
    // The group has ended.
  }
}
