import "server-only";
import { hkdfSync } from "node:crypto";
import { env } from "@/lib/env";

/** Of what was sealed under NEXTAUTH_SECRET, before the vault had keys of its own or where it has none. */
export const firstVersion = "v1";

const entry = /^(\d{1,6}):([A-Za-z0-9_+/=-]{32,})$/;
let read: { from: string; keys: Map<string, string> } | null = null;

/**
 * Secrets of the vault by version, the one that seals first. They lie outside the database: in VAULT_KEYS, which
 * `npm start` fills from the data folder's secrets.json.
 *
 * @throws when VAULT_KEYS is not of the form "2:secret 1:secret"
 */
function vaultKeys(): Map<string, string> {
  const { VAULT_KEYS = "", NEXTAUTH_SECRET } = env();
  const from = `${VAULT_KEYS}\n${NEXTAUTH_SECRET}`;
  if (read?.from === from) return read.keys;
  const keys = new Map<string, string>();
  for (const written of VAULT_KEYS.split(/[\s,]+/).filter(Boolean)) {
    const [, number, secret] = entry.exec(written) ?? [];
    if (!number || !secret || keys.has(`k${number}`))
      throw new Error('VAULT_KEYS: a list of "number:secret", each number once, 32 characters and more');
    keys.set(`k${number}`, secret);
  }
  keys.set(firstVersion, NEXTAUTH_SECRET);
  read = { from, keys };
  return keys;
}

/** What things are sealed under now: the first of VAULT_KEYS. */
export function currentVersion(): string {
  return vaultKeys().keys().next().value ?? firstVersion;
}

/** The key of one purpose; null for a version that is not there. */
export function vaultKey(version: string, purpose: string): Buffer | null {
  const secret = vaultKeys().get(version);
  return secret === undefined ? null : Buffer.from(hkdfSync("sha256", secret, "hireglass", purpose, 32));
}

/** Every version there is, the current one first. */
export function knownVersions(): string[] {
  return [...vaultKeys().keys()];
}
