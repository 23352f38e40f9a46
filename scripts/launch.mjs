#!/usr/bin/env node
// Plain JavaScript for Node 20: makes sure that a new enough Node and the dependencies are here, then runs
// scripts/<command>.ts under it. What needs more than Node's own modules lives in those scripts.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [command, ...args] = process.argv.slice(2);
const commands = ["start", "dev", "build", "test", "bench", "bench-accuracy", "cli", "demo", "migration"];
/** Type stripping and the libraries want Node 24; this is the version brought where the machine's is older. */
const oldestNode = 24;
const broughtNode = "24.21.0";

if (!commands.includes(command ?? "")) fail(`Usage: node scripts/launch.mjs ${commands.join("|")} [arguments]`);
process.chdir(root);
// What every process compiles while it loads is kept: a start takes half the time.
process.env.NODE_COMPILE_CACHE ??= join(root, "node_modules", ".cache", "compiled");
if (process.env.npm_lifecycle_event) leaveWithParent();

if (Number(process.versions.node.split(".")[0]) < oldestNode) {
  await runUnder(bringNode());
} else {
  installDependencies();
  await import(pathToFileURL(join(root, "scripts", `${command}.ts`)).href);
}

/** npm runs us below a shell that a SIGTERM ends without a word to us: notice that it is gone. */
function leaveWithParent() {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, 500);
  timer.unref();
}

/** Installs Node from the package registry into .runtime and returns its executable. */
function bringNode() {
  const platform = process.platform === "win32" ? "win" : process.platform;
  const name = `node-${platform}-${process.arch}`;
  const folder = join(root, ".runtime");
  const bin = join(folder, "node_modules", name, "bin", process.platform === "win32" ? "node.exe" : "node");
  if (!existsSync(bin) || !isVersion(bin, broughtNode)) {
    say(`This machine has Node ${process.versions.node}; fetching Node ${broughtNode} into .runtime …`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), '{"private":true}\n');
    npm(["install", "--no-save", "--no-package-lock", "--ignore-scripts", `${name}@${broughtNode}`], folder);
  }
  return bin;
}

function isVersion(bin, version) {
  return spawnSync(bin, ["--version"], { encoding: "utf8" }).stdout?.trim() === `v${version}`;
}

/**
 * Re-runs this file under another Node. Signals are passed on; the child also leaves when this process dies
 * without a word, because its IPC channel closes.
 */
async function runUnder(bin) {
  const env = { ...process.env, PATH: `${dirname(bin)}${delimiter}${process.env.PATH ?? ""}` };
  const child = spawn(bin, [fileURLToPath(import.meta.url), command, ...args], {
    env,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  const code = await new Promise((resolve) => {
    child.on("error", (error) => fail(`Node ${broughtNode} could not be started: ${error.message}`));
    child.on("exit", (exitCode, signal) => resolve(exitCode ?? (signal === "SIGINT" ? 130 : 143)));
  });
  process.exit(code);
}

/** Runs `npm ci` when node_modules is missing or was made from another lock file. */
function installDependencies() {
  const stamp = join(root, "node_modules", ".hireglass-installed");
  const wanted = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .update(`${process.platform} ${process.arch}`)
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  say("Installing dependencies …");
  npm(["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], root);
  writeFileSync(stamp, wanted);
}

function npm(npmArgs, cwd) {
  const isWindows = process.platform === "win32";
  const { status, error } = spawnSync(isWindows ? "npm.cmd" : "npm", npmArgs, {
    cwd,
    shell: isWindows,
    // Standard output belongs to the command (the CLI prints JSON there).
    stdio: ["ignore", 2, 2],
    // Prisma's engine is WebAssembly here, ONNX Runtime's comes with its package; where npm runs install scripts that
    // are not allowed, these would download others from elsewhere.
    env: {
      ...process.env,
      PRISMA_SKIP_POSTINSTALL_GENERATE: "1",
      PRISMA_ENGINES_CHECKSUM_IGNORE_MISSING: "1",
      ONNXRUNTIME_NODE_INSTALL: "skip",
    },
  });
  if (status !== 0) fail(`npm ${npmArgs[0]} failed${error ? `: ${error.message}` : ""}. See the lines above.`);
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

function fail(text) {
  say(text);
  process.exit(1);
}
