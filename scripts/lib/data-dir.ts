import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const dataDir = resolve(process.env.DATA_DIR ?? ".data");

export type Secrets = { databasePassword: string; nextauthSecret: string };

/** The generated secrets of an embedded run; made once, readable by the owner only. */
export function readSecrets(folder = dataDir): Secrets {
  const path = join(folder, "secrets.json");
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
