import "server-only";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { isInfected } from "@/lib/storage/is-infected";
import { storage } from "@/lib/storage/storage";

/**
 * Has a stored recording scanned, where there is a scanner, piece by piece as it is read.
 *
 * @throws unsupported_type for one with a virus; unavailable, too_large as `isInfected`
 */
export async function refuseInfected(storageKey: string, fileSize: number): Promise<void> {
  if (!env().CLAMD_URL) return;
  const chunks = await storage().getRange(storageKey, 0, fileSize);
  if (chunks && (await isInfected(chunks))) throw new AppError("unsupported_type", "video_infected");
}
