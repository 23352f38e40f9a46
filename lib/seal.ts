import "server-only";
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

const version = "v1";
const algorithm = "aes-256-gcm";
const nonceLength = 12;
const tagLength = 16;

/** `purpose` has a key of its own; what is `boundTo` one row opens with no other. */
type Sealing = { purpose: string; boundTo: string };

/** AES-256-GCM under a key derived from NEXTAUTH_SECRET. */
export function seal(text: string, sealing: Sealing): string {
  return [version, ...encrypt(Buffer.from(text), sealing).map((part) => part.toString("base64url"))].join(".");
}

/** Null when it does not open: another NEXTAUTH_SECRET, another row, or a changed one. */
export function unseal(text: string, sealing: Sealing): string | null {
  const [found, nonce = "", tag = "", sealed = ""] = text.split(".");
  if (found !== version) return null;
  const [own, mark, rest] = [nonce, tag, sealed].map((part) => Buffer.from(part, "base64url"));
  return (own && mark && rest && decrypt([own, mark, rest], sealing)?.toString("utf8")) ?? null;
}

/** As `seal`, without the growth of letters: nonce, tag and what is sealed in a row. */
export function sealBytes(bytes: Uint8Array, sealing: Sealing): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.concat(encrypt(bytes, sealing)));
}

/** Null when it does not open. */
export function unsealBytes(sealed: Uint8Array, sealing: Sealing): Buffer | null {
  const at = [nonceLength, nonceLength + tagLength] as const;
  return decrypt([sealed.subarray(0, at[0]), sealed.subarray(at[0], at[1]), sealed.subarray(at[1])], sealing);
}

type Parts<T> = [nonce: T, tag: T, sealed: T];

function encrypt(bytes: Uint8Array, { purpose, boundTo }: Sealing): Parts<Buffer> {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv(algorithm, deriveKey(purpose), nonce).setAAD(Buffer.from(boundTo));
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return [nonce, cipher.getAuthTag(), sealed];
}

function decrypt([nonce, tag, sealed]: Parts<Uint8Array>, { purpose, boundTo }: Sealing): Buffer | null {
  try {
    const decipher = createDecipheriv(algorithm, deriveKey(purpose), nonce, { authTagLength: tagLength })
      .setAAD(Buffer.from(boundTo))
      .setAuthTag(tag);
    return Buffer.concat([decipher.update(sealed), decipher.final()]);
  } catch {
    return null;
  }
}

/** What two equal texts share and nobody without NEXTAUTH_SECRET can try values against, as PostgreSQL's `int`. */
export function keyedHash32(text: string, { purpose, boundTo }: Sealing): number {
  return createHmac("sha256", deriveKey(purpose)).update(`${boundTo}\n${text}`).digest().readInt32BE(0);
}

function deriveKey(purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", env().NEXTAUTH_SECRET, "hireglass", purpose, 32));
}
