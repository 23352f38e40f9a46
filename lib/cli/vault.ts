import { randomBytes } from "node:crypto";
import { rotateVault } from "@/lib/rotate-vault";
import { currentVersion, knownVersions } from "@/lib/vault-keys";

/** Seals everything under the current key, or says what that would change. */
export async function rotateVaultFromTerminal({ isChanging }: { isChanging: boolean }): Promise<number> {
  console.log(`Current key ${currentVersion()}; known: ${knownVersions().join(", ")}`);
  let unreadable = 0;
  let left = 0;
  for await (const column of rotateVault({ isChanging })) {
    const { name, changed, current } = column;
    unreadable += column.unreadable;
    left += isChanging ? 0 : changed;
    const said = isChanging ? "sealed anew" : "under an older key";
    console.log(`  ${name}: ${changed} ${said}, ${current} under the current one, ${column.unreadable} do not open`);
  }
  if (unreadable > 0) {
    console.log("What does not open needs a key that is not there: put it back into VAULT_KEYS (or NEXTAUTH_SECRET).");
    return 1;
  }
  if (isChanging || left === 0) console.log("Older keys are not needed for anything in this database any more.");
  return 0;
}

/** A key to put first into VAULT_KEYS; where the keys lie in the data folder, `vault rotate --new-key` does it. */
export async function printVaultKey(): Promise<number> {
  const numbers = knownVersions().map((version) => Number(version.slice(1)));
  console.log(`${Math.max(...numbers) + 1}:${randomBytes(32).toString("base64url")}`);
  return 0;
}
