import "server-only";
import type { ModelConfig } from "@/lib/ai/models";
import { findModel, modelNameOf } from "@/lib/ai/settings/find-model";
import { readStoredSettings } from "@/lib/ai/settings/stored-settings";

/** Whether fields that reading left uncertain go to a model: one is set up, and nobody has turned that off. */
export async function hasFillingModel(organisationId: string): Promise<boolean> {
  const stored = await readStoredSettings(organisationId);
  return stored.fillsFields && modelNameOf({ stored, task: "fields" }) !== null;
}

/** @throws key_unreadable */
export async function findFillingModel(organisationId: string): Promise<ModelConfig | null> {
  return (await hasFillingModel(organisationId)) ? findModel({ organisationId, task: "fields" }) : null;
}
