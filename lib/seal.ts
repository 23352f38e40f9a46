import "server-only";
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/env";
import { currentVersion, firstVersion, vaultKey } from "@/lib/vault-keys";

const algorithm = "aes-256-gcm";
const nonceLength = 12;
const tagLength = 16;
/** Before sealed bytes of any version but the first: then the version's length and the version. */
const mark = Buffer.from("HGv\0", "latin1");

/** `purpose` has a key of its own; what is `boundTo` one row opens with no other. */
export type Sealing = { purpose: string; boundTo: string };

/** AES-256-GCM under the vault's current key; the version stands before it. */
export function seal(text: string, sealing: Sealing): string {
  const version = currentVersion();
  return [version, ...encrypt(Buffer.from(text), version, sealing).map((part) => part.toString("base64url"))].join(".");
}

/** Null when it does not open: a key that is not there, another row, or a changed one. */
export function unseal(text: string, sealing: Sealing): string | null {
  const [version = "", nonce = "", tag = "", sealed = ""] = text.split(".");
  const [own, sign, rest] = [nonce, tag, sealed].map((part) => Buffer.from(part, "base64url"));
  return (own && sign && rest && decrypt([own, sign, rest], version, sealing)?.toString("utf8")) ?? null;
}

/** As `seal`, without the growth of letters: mark and version, nonce, tag and what is sealed in a row. */
export function sealBytes(bytes: Uint8Array, sealing: Sealing): Uint8Array<ArrayBuffer> {
  const version = currentVersion();
  return Uint8Array.from(Buffer.concat([headOf(version), ...encrypt(bytes, version, sealing)]));
}

/** Null when it does not open. */
export function unsealBytes(sealed: Uint8Array, sealing: Sealing): Buffer | null {
  const version = versionOfBytes(sealed);
  const start = headOf(version).length;
  const at = [start, start + nonceLength, start + nonceLength + tagLength] as const;
  return decrypt(
    [sealed.subarray(at[0], at[1]), sealed.subarray(at[1], at[2]), sealed.subarray(at[2])],
    version,
    sealing,
  );
}

/** Under which key something is sealed. */
export function versionOf(sealed: string): string {
  return sealed.split(".", 1)[0] ?? "";
}

export function versionOfBytes(sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.length);
  if (!bytes.subarray(0, mark.length).equals(mark)) return firstVersion;
  const length = bytes[mark.length] ?? 0;
  return bytes.subarray(mark.length + 1, mark.length + 1 + length).toString("latin1");
}

function headOf(version: string): Buffer {
  // As it was before there were versions.
  if (version === firstVersion) return Buffer.alloc(0);
  return Buffer.concat([mark, Buffer.from([version.length]), Buffer.from(version, "latin1")]);
}

type Parts<T> = [nonce: T, tag: T, sealed: T];

function encrypt(bytes: Uint8Array, version: string, { purpose, boundTo }: Sealing): Parts<Buffer> {
  const key = vaultKey(version, purpose);
  if (!key) throw new Error(`The vault has no key ${version}`);
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(boundTo));
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return [nonce, cipher.getAuthTag(), sealed];
}

function decrypt(
  [nonce, tag, sealed]: Parts<Uint8Array>,
  version: string,
  { purpose, boundTo }: Sealing,
): Buffer | null {
  const key = vaultKey(version, purpose);
  if (!key) return null;
  try {
    const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagLength })
      .setAAD(Buffer.from(boundTo))
      .setAuthTag(tag);
    return Buffer.concat([decipher.update(sealed), decipher.final()]);
  } catch {
    return null;
  }
}

/** What two equal texts share and nobody without NEXTAUTH_SECRET can try values against, as PostgreSQL's `int`. */
export function keyedHash32(text: string, { purpose, boundTo }: Sealing): number {
  const key = Buffer.from(hkdfSync("sha256", env().NEXTAUTH_SECRET, "hireglass", purpose, 32));
  return createHmac("sha256", key).update(`${boundTo}\n${text}`).digest().readInt32BE(0);
}
