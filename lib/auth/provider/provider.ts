import "server-only";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import { providerSettings } from "./provider-settings";

export const providerId = "oidc";

/** What the provider says of a person, signed; whatever else it says is not looked at. */
export const providerClaims = z.object({
  iss: z.string().min(1),
  sub: z.string().min(1).max(255),
  email: z.string().optional().catch(undefined),
  /** Some send it as text. */
  email_verified: z
    .union([z.boolean(), z.enum(["true", "false"]).transform((said) => said === "true")])
    .optional()
    .catch(undefined),
  name: z.string().optional().catch(undefined),
});
export type ProviderClaims = z.infer<typeof providerClaims>;

/** For NextAuth: discovery, PKCE, state and nonce; the signed token is all that is read. */
export function oidcProvider(): OAuthConfig<ProviderClaims>[] {
  const settings = providerSettings();
  if (!settings) return [];
  const { issuer, clientId, clientSecret, name } = settings;
  return [
    {
      ...{ id: providerId, name, type: "oauth", issuer, clientId, clientSecret },
      wellKnown: `${issuer}/.well-known/openid-configuration`,
      authorization: { params: { scope: "openid email profile" } },
      idToken: true,
      checks: ["pkce", "state", "nonce"],
      httpOptions: { timeout: 10_000 },
      profile: ({ sub }) => ({ id: sub }),
    },
  ];
}
