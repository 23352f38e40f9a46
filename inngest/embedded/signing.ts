import { createHmac, randomBytes } from "node:crypto";
import canonicalize from "canonicalize";

export function makeSigningKey() {
  return `signkey-prod-${randomBytes(32).toString("hex")}`;
}

/** The body in RFC 8785 form and its `x-inngest-signature`, which the SDK checks against that same form. */
export function signBody(body: unknown, signingKey: string, now = Date.now()) {
  const text = canonicalize(body) ?? "";
  const seconds = Math.floor(now / 1000);
  const key = signingKey.replace(/^signkey-\w+-/, "");
  const digest = createHmac("sha256", key).update(`${text}${seconds}`).digest("hex");
  return { text, signature: `t=${seconds}&s=${digest}` };
}
