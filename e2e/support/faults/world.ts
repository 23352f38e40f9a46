import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { request as playwrightRequest } from "@playwright/test";
import pg from "pg";
import { type ModelAnswer, startModelServer } from "../../../lib/testing/openai-server";
import { applyMigrations } from "../../../scripts/lib/migrations";
import { type EmbeddedPostgres, freePort, startPostgres } from "../../../scripts/lib/postgres";
import { openScratch } from "../../../scripts/lib/scratch";
import { startServer } from "../../../scripts/lib/server";
import { Api } from "../api";
import { testSecret, withoutSettings } from "../app";
import { createOrganisation, type Organisation } from "../organisation";
import { areGone, postmasterPid } from "../processes";
import { makeSmallDisk, type SmallDisk } from "./small-disk";
import { startTcpProxy, type TcpProxy } from "./tcp-proxy";

const password = "for-tests-only";

/** A server with everything it leans on, each of which can be taken away. */
export type World = {
  organisation: Organisation;
  /** Straight to the database, past the line that can be cut. */
  pool: pg.Pool;
  filesFolder: string;
  /** What the server was started with; for the command line. */
  env: Record<string, string>;
  disk: SmallDisk;
  databaseLine: TcpProxy;
  /** Between callers and the server. */
  serverLine: TcpProxy;
  /** What the model does with requests from now on. */
  model: { answer: (answer: ModelAnswer | null) => void; asked: () => number };
  recruiter: () => Api;
  admin: () => Api;
  server: {
    start: () => Promise<void>;
    kill: () => Promise<void>;
    /** SIGTERM, and the code it leaves with. */
    terminate: () => Promise<number | null>;
    isRunning: () => boolean;
  };
  database: { kill: () => Promise<void>; stop: () => Promise<void>; start: () => Promise<void> };
  /** What the server has written so far. */
  output: () => string;
  close: () => Promise<void>;
};

type OpenWorld = { modelAnswer: ModelAnswer };

export async function openWorld({ modelAnswer }: OpenWorld): Promise<World> {
  const scratch = await openScratch("hireglass-faults-");
  const dataDir = scratch.folder;
  const filesFolder = join(dataDir, "files");
  const disk = await makeSmallDisk(filesFolder);
  let postgres: EmbeddedPostgres = await startPostgres({ dataDir, password });
  let databasePort = Number(new URL(postgres.url).port);
  await applyMigrations(postgres.url);
  const databaseLine = await startTcpProxy(() => databasePort);
  const databaseUrl = new URL(postgres.url);
  databaseUrl.port = String(databaseLine.port);

  let answer: ModelAnswer | null = null;
  const modelServer = await startModelServer((response, request) => (answer ?? modelAnswer)(response, request));
  const port = await freePort();
  const serverLine = await startTcpProxy(() => port);
  const url = `http://127.0.0.1:${serverLine.port}`;
  const env = {
    ...{ DATABASE_URL: databaseUrl.href, DATA_DIR: dataDir, NEXTAUTH_URL: url, NEXTAUTH_SECRET: testSecret },
    ...{ OPENAI_BASE_URL: modelServer.baseUrl, OPENAI_MODEL_EXPERTS: "judge-1", MODEL_TIMEOUT_SECONDS: "1" },
    NODE_COMPILE_CACHE: join(process.cwd(), "node_modules", ".cache", "compiled"),
  };
  for (const name of Object.keys(process.env)) if (!(name in withoutSettings(process.env))) delete process.env[name];

  let child: ChildProcess | null = null;
  let output = "";
  const isRunning = () => child !== null && child.exitCode === null && child.signalCode === null;
  const start = async () => {
    const started = await startServer({
      ...{ command: "start", port, host: "127.0.0.1", env },
      onOutput: (text) => {
        output = (output + text).slice(-200_000);
      },
    });
    child = started.child;
  };
  const end = async (signal: NodeJS.Signals) => {
    if (!child || !isRunning()) return null;
    const exited = once(child, "exit");
    child.kill(signal);
    const [code] = await exited;
    return code;
  };

  let pool = connect(postgres.url);
  const organisation = await createOrganisation(pool);
  await start();
  const apiOf = (role: "recruiter" | "admin") =>
    new Api(playwrightRequest, { baseURL: url, token: organisation.people[role].token });
  const apis = { recruiter: apiOf("recruiter"), admin: apiOf("admin") };

  return {
    ...{ organisation, filesFolder, env, disk, databaseLine, serverLine },
    get pool() {
      return pool;
    },
    model: {
      answer: (next) => {
        answer = next;
      },
      asked: () => modelServer.requests.length,
    },
    recruiter: () => apis.recruiter,
    admin: () => apis.admin,
    server: { start, isRunning, kill: async () => void (await end("SIGKILL")), terminate: () => end("SIGTERM") },
    database: {
      kill: async () => void process.kill(await postmasterPid(dataDir), "SIGKILL"),
      // As for an update: sessions are ended, the rest is written down.
      stop: async () => {
        const pid = await postmasterPid(dataDir);
        process.kill(pid, "SIGINT");
        while (!areGone([pid])) await sleep(10);
      },
      start: async () => {
        postgres = await startAgain(dataDir);
        databasePort = Number(new URL(postgres.url).port);
        await pool.end();
        pool = connect(postgres.url);
      },
    },
    output: () => output,
    close: async () => {
      await Promise.allSettled([apis.recruiter.close(), apis.admin.close(), disk.mend()]);
      await end("SIGKILL");
      await Promise.allSettled([pool.end(), databaseLine.close(), serverLine.close(), modelServer.close()]);
      await disk.remove();
      await scratch.remove();
    },
  };
}

/** The processes of a killed server take a moment to notice. */
async function startAgain(dataDir: string): Promise<EmbeddedPostgres> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await startPostgres({ dataDir, password });
    } catch (error) {
      if (attempt === 20) throw error;
      await sleep(100);
    }
  }
}

function connect(connectionString: string) {
  const pool = new pg.Pool({ connectionString, max: 4 });
  pool.on("error", () => undefined);
  return pool;
}
