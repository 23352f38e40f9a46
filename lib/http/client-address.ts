import "server-only";

/** Set by us on every request (`watchRequests`); what a client sends under this name never gets through. */
export const clientAddressHeader = "x-hireglass-client";

type ReadHeader = { get(name: string): string | null };

/** Where a request comes from: what limits count by and the audit log keeps. Empty when nothing tells. */
export function clientAddress(headers: ReadHeader): string {
  // Where the platform takes requests in, it says the address itself.
  const told = headers.get(clientAddressHeader) ?? headers.get("x-forwarded-for")?.split(",").at(-1) ?? "";
  return told.trim().slice(0, 64);
}

/**
 * The address a request came from: the connection's, or behind `hops` proxies of ours the one that the outermost of
 * them saw. What stands further left in X-Forwarded-For anybody can have written.
 */
export function addressBehind(forwarded: string | undefined, connection: string, hops: number): string {
  const chain = [...(forwarded ?? "").split(",").map((part) => part.trim()), connection].filter(Boolean);
  const address = chain.at(-1 - hops) ?? chain[0] ?? "";
  return address.replace(/^::ffff:/, "");
}
