import "server-only";
import { knownVersions, vaultKey } from "@/lib/vault-keys";

/** What tells a key from another one and nothing of what it is. */
export function keyMarks(): Record<string, string> {
  return Object.fromEntries(
    knownVersions().map((version) => [version, vaultKey(version, "backup mark")?.toString("hex").slice(0, 16) ?? ""]),
  );
}
