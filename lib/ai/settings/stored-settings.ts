import "server-only";
import { z } from "zod";
import { currency, modelNames, modelPrice } from "@/lib/ai/schema";
import { scopedDb } from "@/lib/db";

const stored = z.object({
  baseUrl: z.string(),
  encryptedApiKey: z.string().nullable(),
  modelNames,
  prices: z.array(modelPrice),
  currency,
  monthlyTokenCap: z.int().nullable(),
  monthlyCostCap: z.number().nullable(),
});
export type StoredModelSettings = z.infer<typeof stored>;

/** What the organisation entered, or what it has before it entered anything. */
export async function readStoredSettings(organisationId: string): Promise<StoredModelSettings> {
  const row = await scopedDb(organisationId).modelSettings.findUnique({ where: { organisationId } });
  return stored.parse(row ?? nothingEntered);
}

const nothingEntered: z.input<typeof stored> = {
  baseUrl: "",
  encryptedApiKey: null,
  modelNames: {},
  prices: [],
  currency: "CNY",
  monthlyTokenCap: null,
  monthlyCostCap: null,
};
