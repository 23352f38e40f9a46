import "server-only";
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

const version = "v1";
const algorithm = "aes-256-gcm";

/** `purpose` has a key of its own; what is `boundTo` one row opens with no other. */
type Sealing = { purpose: string; boundTo: string };

/** AES-256-GCM under a key derived from NEXTAUTH_SECRET. */
export function seal(text: string, { purpose, boundTo }: Sealing): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(algorithm, deriveKey(purpose), nonce).setAAD(Buffer.from(boundTo));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return [version, ...[nonce, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url"))].join(".");
}

/** Null when it does not open: another NEXTAUTH_SECRET, another row, or a changed one. */
export function unseal(text: string, { purpose, boundTo }: Sealing): string | null {
  const [found, nonce = "", tag = "", sealed = ""] = text.split(".");
  if (found !== version) return null;
  try {
    const decipher = createDecipheriv(algorithm, deriveKey(purpose), Buffer.from(nonce, "base64url"), {
      authTagLength: 16,
    })
      .setAAD(Buffer.from(boundTo))
      .setAuthTag(Buffer.from(tag, "base64url"));
    return Buffer.concat([decipher.update(Buffer.from(sealed, "base64url")), decipher.final()]).toString("utf8");
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
