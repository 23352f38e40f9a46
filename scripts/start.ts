import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { text } from "node:stream/consumers";
import { buildApplication } from "./lib/bundles.ts";
import { dataDir } from "./lib/data-dir.ts";
import { openDatabase } from "./lib/database.ts";
import { startServer } from "./lib/server.ts";

const isDev = process.argv[2] === "dev";
const port = Number(process.env.PORT ?? 3000);
const host = process.env.HOST ?? "127.0.0.1";
const startedAt = Date.now();
const seconds = () => ((Date.now() - startedAt) / 1000).toFixed(1);

try {
  await serve();
} catch (error) {
  console.error(`\nHireglass did not start: ${error instanceof Error ? error.message : error}`);
  if (error instanceof Error && error.cause) console.error(String(error.cause));
  process.exit(1);
}

async function serve() {
  await waitForPort();
  const lines: string[] = [];
  if (isDev) {
    const { buildBundles } = await import("./lib/bundles.ts");
    await buildBundles();
  } else {
    const hasBuilt = await buildApplication();
    lines.push(hasBuilt ? "Built the application." : "The build is up to date.");
  }

  const database = await openDatabase();
  lines.push(database.folder ? `PostgreSQL runs on ${database.folder}.` : "PostgreSQL is the one in DATABASE_URL.");
  lines.push(`Files and secrets lie in ${dataDir}.`);
  if (database.applied.length > 0) lines.push(`Applied ${database.applied.length} migration(s).`);

  const publicUrl = process.env.NEXTAUTH_URL ?? `http://localhost:${port}`;
  const env = { ...database.env, DATA_DIR: dataDir, NEXTAUTH_URL: publicUrl };
  const setUp = firstRun(env);
  const server = await startServer({ command: isDev ? "dev" : "start", port, host, env }).catch(async (error) => {
    await database.stop();
    throw error;
  });

  let isStopping = false;
  const stop = async (code: number) => {
    if (isStopping) return;
    isStopping = true;
    await server.stop();
    await database.stop();
    console.log("Stopped.");
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));
  // Under another Node (scripts/launch.mjs): the channel closes when that process dies.
  if (process.connected) process.on("disconnect", () => void stop(0));
  void server.exited.then((code) => stop(code || 1));

  console.log(`\nHireglass 明聘 is ready after ${seconds()} s.\n`);
  for (const line of lines) console.log(`  ${line}`);
  console.log(`\n  Open      ${publicUrl}`);
  const forFirstRun = await setUp;
  if (forFirstRun) console.log(`  ${forFirstRun}`);
  console.log("  Stop      Ctrl-C\n");
}

/** What the person has to know to sign in the first time: nothing once there is a user. */
async function firstRun(env: Record<string, string>): Promise<string> {
  const child = spawn(process.execPath, ["dist/cli.mjs", "set-up"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...env },
  });
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  return code === 0 ? said.trim() : "";
}

/** After a kill -9 the orphaned server notices within a second or two and leaves; wait for that. */
async function waitForPort() {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const isFree = await new Promise<boolean>((resolve) => {
      const probe = createServer();
      probe.once("error", () => resolve(false));
      probe.listen(port, host, () => probe.close(() => resolve(true)));
    });
    if (isFree) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`Port ${port} is in use. Choose another: PORT=3001 npm start`);
}
