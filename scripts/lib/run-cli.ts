import { spawn } from "node:child_process";
import { buildBundles } from "./bundles.ts";
import { addVaultKey, dataDir } from "./data-dir.ts";
import { type OpenDatabase, openDatabase } from "./database.ts";

/** Commands that read files only. */
const withoutDatabase = ["parse", "help", "--help", undefined];

/** Runs the command line on the database, which a server may be using at the same time. Ends this process. */
export async function runCli(args: string[]): Promise<never> {
  try {
    await buildBundles();
    const database = withoutDatabase.includes(args[0]) ? null : await openDatabase();
    if (args.includes("--new-key") && database) await useNewKey(database);
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

/** A server that is running would not know the new key, and could open nothing that is sealed under it. */
async function useNewKey(database: OpenDatabase) {
  if (!database.folder || process.env.VAULT_KEYS) {
    await database.stop();
    throw new Error(
      "The keys are not in the data folder: put the line of `vault key` first into VAULT_KEYS, restart the servers, then run `vault rotate`.",
    );
  }
  if (!database.isOwner) {
    await database.stop();
    throw new Error("Stop the server first: it would not know the new key.");
  }
  database.env.VAULT_KEYS = addVaultKey().vaultKeys ?? "";
}
