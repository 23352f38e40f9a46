import { z } from "zod";
import { offerStates } from "@/lib/offer/kinds";

export const saveOfferInput = z.object({
  /** Monthly, yuan. */
  salary: z.int().min(1).max(10_000_000),
  startDate: z.iso.date(),
  notes: z.string().trim().max(5000).default(""),
  state: z.enum(offerStates).default("draft"),
});
export type SaveOfferInput = z.infer<typeof saveOfferInput>;

export const offerView = saveOfferInput.extend({
  id: z.uuid(),
  by: z.string(),
  createdAt: z.iso.datetime(),
});
export type OfferView = z.infer<typeof offerView>;

export const offerDetail = z.object({
  /** Of the position as it is; null where it names none. */
  range: z.object({ min: z.int().nullable(), max: z.int().nullable() }),
  /** Whether the candidate stands where an offer can be made. */
  isOpen: z.boolean(),
  /** The newest first: each time it was written. */
  offers: offerView.array(),
});
export type OfferDetail = z.infer<typeof offerDetail>;

export const savedOffer = z.object({ id: z.uuid() });
