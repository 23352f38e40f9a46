import "server-only";
import type { ModelConfig } from "@/lib/ai/models";
import { findModel, modelNameOf } from "@/lib/ai/settings/find-model";
import { readStoredSettings } from "@/lib/ai/settings/stored-settings";

/** Whether experts by a model take part in screenings: one is set up, and nobody has turned that off. */
export async function hasExpertsModel(organisationId: string): Promise<boolean> {
  const stored = await readStoredSettings(organisationId);
  return stored.asksExperts && modelNameOf({ stored, task: "experts" }) !== null;
}

/** @throws key_unreadable */
export async function findExpertsModel(organisationId: string): Promise<ModelConfig | null> {
  return (await hasExpertsModel(organisationId)) ? findModel({ organisationId, task: "experts" }) : null;
}
