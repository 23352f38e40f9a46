import { createHmac, timingSafeEqual } from "node:crypto";

type Signed = { id: string; timestamp: number; body: string; secret: string };

/** By Standard Webhooks: HMAC-SHA-256 over id, seconds and body, under the key behind `whsec_`. */
export function signWebhook({ id, timestamp, body, secret }: Signed): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
}

/** What a receiver does: any of the signatures in the header, space between them, may fit. */
export function isSignedBy(header: string, signed: Signed): boolean {
  const expected = Buffer.from(signWebhook(signed));
  return header.split(" ").some((given) => {
    const found = Buffer.from(given);
    return found.length === expected.length && timingSafeEqual(found, expected);
  });
}
