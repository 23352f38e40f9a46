import "server-only";
import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { ModelError } from "@/lib/ai/model-error";
import { env } from "@/lib/env";
import { isPublicAddress } from "@/lib/http/public-address";

/**
 * Whether prompts may go to a server as far as its address alone tells: the environment's own always, others on the
 * public internet, and hosts of `MODEL_ALLOWED_HOSTS`. Who may write settings of an organisation need not be who runs
 * the server, and must not reach into its network.
 */
export function mayBeModelAddress(baseUrl: string): boolean {
  const { hostname } = new URL(baseUrl);
  if (isAllowed(baseUrl)) return true;
  const bare = hostname.replace(/^\[|\]$/g, "");
  if (isIP(bare) > 0) return isPublicAddress(bare);
  return !/(?:^|\.)localhost\.?$/i.test(bare);
}

/** The same with what the host's name stands for now. @throws ModelError wrong_address, as for a server that is not there */
export async function assertModelAddress(baseUrl: string): Promise<void> {
  if (isAllowed(baseUrl)) return;
  if (!mayBeModelAddress(baseUrl)) throw new ModelError("wrong_address");
  const { hostname } = new URL(baseUrl);
  if (isIP(hostname.replace(/^\[|\]$/g, "")) > 0) return;
  const addresses = await lookup(hostname, { all: true }).catch(() => []);
  if (addresses.length === 0 || !addresses.every(({ address }) => isPublicAddress(address)))
    throw new ModelError("wrong_address");
}

function isAllowed(baseUrl: string): boolean {
  const { MODEL_ALLOWED_HOSTS: allowed, OPENAI_BASE_URL: own } = env();
  const { host, hostname, origin } = new URL(baseUrl);
  return (own !== undefined && new URL(own).origin === origin) || allowed.includes(host) || allowed.includes(hostname);
}
