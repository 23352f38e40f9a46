import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const dataDir = resolve(process.env.DATA_DIR ?? ".data");

export type Secrets = {
  databasePassword: string;
  nextauthSecret: string;
  /** Of the vault, "2:secret 1:secret", the one that seals first; missing while NEXTAUTH_SECRET is the only one. */
  vaultKeys?: string;
};

/** The generated secrets of an embedded run; made once, readable by the owner only. */
export function readSecrets(folder = dataDir): Secrets {
  const path = secretsFile(folder);
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) {
      throw new Error(`${path} is not readable. Restore it from a backup: without it the database cannot be opened.`, {
        cause: error,
      });
    }
  }
  const secrets = {
    databasePassword: randomBytes(24).toString("base64url"),
    nextauthSecret: randomBytes(32).toString("base64url"),
  };
  // Others pass through on the way to the database folder, which PostgreSQL keeps for itself.
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  writeFileSync(path, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets;
}

/** Puts a new key of the vault before those there are. Written beside and moved: the file is never half there. */
export function addVaultKey(folder = dataDir): Secrets {
  const secrets = readSecrets(folder);
  const keys = secrets.vaultKeys?.split(" ") ?? [];
  const newest = Math.max(1, ...keys.map((key) => Number(key.split(":")[0])));
  const vaultKeys = [`${newest + 1}:${randomBytes(32).toString("base64url")}`, ...keys].join(" ");
  const path = secretsFile(folder);
  writeFileSync(`${path}.new`, `${JSON.stringify({ ...secrets, vaultKeys }, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return { ...secrets, vaultKeys };
}

function secretsFile(folder: string) {
  return join(folder, "secrets.json");
}
