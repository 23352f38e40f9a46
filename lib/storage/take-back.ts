import "server-only";
import { storage } from "@/lib/storage/storage";
import { findTrouble } from "@/lib/trouble";

/**
 * Removes a file whose row was not written. When the database went away nobody knows whether it was: then the file
 * stays, and should no row name it, the sweep takes it a day later.
 */
export async function takeBack(storageKey: string, error: unknown): Promise<void> {
  if (findTrouble(error) === "database_away") return;
  // A store that is away is what the caller hears of.
  await storage()
    .remove(storageKey)
    .catch(() => undefined);
}
