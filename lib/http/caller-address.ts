/** Where a request comes from, as the proxy nearest to us saw it; empty where nobody says. */
export function callerAddress(forwarded: unknown): string {
  return typeof forwarded === "string" ? (forwarded.split(",").at(-1)?.trim() ?? "") : "";
}
