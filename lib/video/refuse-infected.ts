import "server-only";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { isInfected } from "@/lib/storage/is-infected";
import { storage } from "@/lib/storage/storage";

/**
 * Has a stored recording scanned, where there is a scanner, piece by piece as it is read.
 *
 * @throws unsupported_type for one with a virus; unavailable, too_large as `isInfected`; conflict where it is gone
 */
export async function refuseInfected(storageKey: string, fileSize: number): Promise<void> {
  if (!env().CLAMD_URL) return;
  const chunks = await storage().getRange(storageKey, 0, fileSize);
  // Taken away by whoever found the same recording infected a moment before.
  if (!chunks) throw new AppError("conflict", "upload_incomplete");
  if (await isInfected(chunks)) throw new AppError("unsupported_type", "video_infected");
}
