import "server-only";
import { z } from "zod";
import { currency, modelNames, modelPrice } from "@/lib/ai/schema";
import { scopedDb } from "@/lib/db";

const stored = z.object({
  baseUrl: z.string(),
  encryptedApiKey: z.string().nullable(),
  modelNames,
  fillsFields: z.boolean(),
  asksExperts: z.boolean(),
  prices: z.array(modelPrice),
  currency,
  monthlyTokenCap: z.int().nullable(),
  monthlyCostCap: z.number().nullable(),
});
export type StoredModelSettings = z.infer<typeof stored>;

export async function readStoredSettings(organisationId: string): Promise<StoredModelSettings> {
  const row = await scopedDb(organisationId).modelSettings.findUnique({ where: { organisationId } });
  return toStoredSettings(row);
}

/** @param row null for an organisation that has entered nothing */
export function toStoredSettings(row: object | null): StoredModelSettings {
  return stored.parse(row ?? nothingEntered);
}

const nothingEntered: z.input<typeof stored> = {
  baseUrl: "",
  encryptedApiKey: null,
  modelNames: {},
  fillsFields: true,
  asksExperts: true,
  prices: [],
  currency: "CNY",
  monthlyTokenCap: null,
  monthlyCostCap: null,
};
