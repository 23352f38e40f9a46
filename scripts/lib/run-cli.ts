import { spawn } from "node:child_process";
import { buildBundles } from "./bundles.ts";
import { dataDir } from "./data-dir.ts";
import { openDatabase } from "./database.ts";

/** Commands that read files only. */
const withoutDatabase = ["parse", "help", "--help", undefined];

/** Runs the command line on the database, which a server may be using at the same time. Ends this process. */
export async function runCli(args: string[]): Promise<never> {
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
}
