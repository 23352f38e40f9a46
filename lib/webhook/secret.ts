import "server-only";
import { randomBytes } from "node:crypto";
import { seal, unseal } from "@/lib/seal";

const secretBytes = 24;
const sealing = (endpointId: string) => ({ purpose: "webhook-secret", boundTo: endpointId });

export function makeSecret(endpointId: string) {
  const secret = `whsec_${randomBytes(secretBytes).toString("base64")}`;
  return { secret, sealedSecret: seal(secret, sealing(endpointId)) };
}

export function openSecret({ id, sealedSecret }: { id: string; sealedSecret: string }): string | null {
  return unseal(sealedSecret, sealing(id));
}
