import { z } from "zod";

const limit = z.int().min(0).max(1_000_000_000);

export const createParseAccountInput = z.object({
  name: z.string().trim().min(1).max(100),
  /** Successful calls in all. */
  usageLimit: limit,
});
export type CreateParseAccountInput = z.infer<typeof createParseAccountInput>;

export const updateParseAccountInput = z.object({ usageLimit: limit.optional(), isDisabled: z.boolean().optional() });
export type UpdateParseAccountInput = z.infer<typeof updateParseAccountInput>;

export const parseAccountView = z.object({
  id: z.uuid(),
  uid: z.int(),
  name: z.string(),
  usageLimit: z.int(),
  usageCount: z.int(),
  isDisabled: z.boolean(),
  lastUsedAt: z.iso.datetime().nullable(),
});
export type ParseAccountView = z.infer<typeof parseAccountView>;

/** Shown once: only hashes are kept. */
export const createdParseAccount = z.object({ uid: z.int(), pwd: z.string(), appCode: z.string() });
export type CreatedParseAccount = z.infer<typeof createdParseAccount>;
