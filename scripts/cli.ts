import { spawn } from "node:child_process";
import { buildBundles } from "./lib/bundles.ts";
import { dataDir } from "./lib/data-dir.ts";
import { openDatabase } from "./lib/database.ts";

/** Commands that read files only. */
const withoutDatabase = ["parse", "help", "--help", undefined];

const args = process.argv.slice(3);
try {
  await buildBundles();
  const database = withoutDatabase.includes(args[0]) ? null : await openDatabase();
  const child = spawn(process.execPath, ["dist/cli.mjs", ...args], {
    stdio: "inherit",
    env: { ...process.env, DATA_DIR: dataDir, ...database?.env },
  });
  const code = await new Promise<number>((resolve) => child.on("exit", (exitCode) => resolve(exitCode ?? 1)));
  await database?.stop();
  process.exit(code);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
