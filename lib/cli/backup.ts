import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Manifest } from "@/lib/backup/manifest";
import { restoreBackup } from "@/lib/backup/restore-backup";
import { writeBackup } from "@/lib/backup/write-backup";

export async function backUpFromTerminal(target?: string): Promise<number> {
  if (!target) throw new Error("backup: name a file, or a folder to put one into");
  const isFolder = await stat(target).then(
    (found) => found.isDirectory(),
    () => false,
  );
  const name = `hireglass-${new Date().toISOString().slice(0, 19).replaceAll(":", "")}.zip`;
  const path = isFolder ? join(target, name) : target;
  console.log(`Wrote ${path}: ${count(await writeBackup(path))}.`);
  console.log(
    "The keys are not in it: keep secrets.json (or NEXTAUTH_SECRET and VAULT_KEYS) somewhere else, or sealed fields stay shut.",
  );
  return 0;
}

export async function restoreFromTerminal(
  path: string | undefined,
  options: { ignoresKeys: boolean },
): Promise<number> {
  if (!path) throw new Error("restore: name the backup");
  console.log(`Restored ${count(await restoreBackup({ path, ...options }))}. Everybody has to sign in again.`);
  return 0;
}

function count({ tables, files }: Manifest) {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return `${rows} rows of ${tables.length} tables and ${files.length} files`;
}
