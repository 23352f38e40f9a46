import "server-only";
import { createHash, randomBytes } from "node:crypto";

/** 192 random bits; the hash is what the database keeps. */
export function createSecretToken(prefix: string) {
  const token = `${prefix}${randomBytes(24).toString("base64url")}`;
  return { token, tokenHash: hashSecretToken(token) };
}

export function hashSecretToken(token: string) {
  return createHash("sha256").update(token).digest("hex");
}
