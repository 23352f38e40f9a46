import "server-only";
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

const version = "v1";
const algorithm = "aes-256-gcm";

/** AES-256-GCM under a key derived from NEXTAUTH_SECRET, bound to the organisation: a copied row opens nowhere else. */
export function encryptApiKey({ apiKey, organisationId }: { apiKey: string; organisationId: string }): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(algorithm, deriveKey(), nonce).setAAD(Buffer.from(organisationId));
  const sealed = Buffer.concat([cipher.update(apiKey, "utf8"), cipher.final()]);
  return [version, ...[nonce, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url"))].join(".");
}

/** Null when it does not open: another NEXTAUTH_SECRET, another organisation, or a changed row. */
export function decryptApiKey({ encrypted, organisationId }: { encrypted: string; organisationId: string }) {
  const [found, nonce = "", tag = "", sealed = ""] = encrypted.split(".");
  if (found !== version) return null;
  try {
    const decipher = createDecipheriv(algorithm, deriveKey(), Buffer.from(nonce, "base64url"), { authTagLength: 16 })
      .setAAD(Buffer.from(organisationId))
      .setAuthTag(Buffer.from(tag, "base64url"));
    return Buffer.concat([decipher.update(Buffer.from(sealed, "base64url")), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

function deriveKey(): Buffer {
  return Buffer.from(hkdfSync("sha256", env().NEXTAUTH_SECRET, "hireglass", "model api key", 32));
}
