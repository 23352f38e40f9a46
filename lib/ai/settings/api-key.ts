import "server-only";
import { seal, unseal } from "@/lib/seal";

const purpose = "model api key";

/** Bound to the organisation: a copied row opens nowhere else. */
export function encryptApiKey({ apiKey, organisationId }: { apiKey: string; organisationId: string }): string {
  return seal(apiKey, { purpose, boundTo: organisationId });
}

/** Null when it does not open: another NEXTAUTH_SECRET, another organisation, or a changed row. */
export function decryptApiKey({ encrypted, organisationId }: { encrypted: string; organisationId: string }) {
  return unseal(encrypted, { purpose, boundTo: organisationId });
}
