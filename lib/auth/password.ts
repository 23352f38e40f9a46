import "server-only";
import { hash, verify } from "@node-rs/argon2";

/** OWASP's setting for Argon2id: 19 MiB, 2 passes, 1 lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A hash nobody's password gives; checking against it takes as long as checking a real one. */
const decoy = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$R1vdnnFEdc0bYnTHzgUzkNYQ0ZDuFn9vnnGWCrJvJWU";

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), parameters);
}

/** False for an unknown user (null) too, after the same time. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const isRight = await verify(passwordHash ?? decoy, password.normalize("NFKC"));
  return passwordHash !== null && isRight;
}
