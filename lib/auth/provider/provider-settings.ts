import "server-only";
import type { UserRole } from "@/lib/auth/viewer";
import { env } from "@/lib/env";

export type ProviderSettings = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What its button says. */
  name: string;
  /** Domains whose people get an account with their first sign-in, and as what. */
  domains: ReadonlyMap<string, UserRole>;
};

/** The company's own sign-in (OpenID Connect); null where none is set up. */
export function providerSettings(): ProviderSettings | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME, OIDC_DOMAINS } = env();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return null;
  return {
    ...{ issuer: OIDC_ISSUER.replace(/(?<!\/)\/+$/, ""), clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET },
    name: OIDC_NAME ?? new URL(OIDC_ISSUER).hostname,
    domains: OIDC_DOMAINS,
  };
}
