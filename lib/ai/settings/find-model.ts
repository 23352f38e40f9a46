import "server-only";
import { ModelError } from "@/lib/ai/model-error";
import { defaultModelName, type ModelConfig, openAiBaseUrl } from "@/lib/ai/models";
import type { ModelTask } from "@/lib/ai/schema";
import { decryptApiKey } from "@/lib/ai/settings/api-key";
import { environmentConnection, environmentModelNames } from "@/lib/ai/settings/environment";
import { readStoredSettings, type StoredModelSettings } from "@/lib/ai/settings/stored-settings";

/**
 * The model that serves a task, null when the built-in engine does.
 *
 * @throws key_unreadable when a key is stored that this NEXTAUTH_SECRET does not open
 */
export async function findModel({ organisationId, task }: { organisationId: string; task: ModelTask }) {
  const stored = await readStoredSettings(organisationId);
  const name = modelNameOf({ stored, task });
  return name === null ? null : toModel({ stored, organisationId, task, name });
}

/** Whether a task goes to a model at all, be its key in order or not. */
export async function hasModel({ organisationId, task }: { organisationId: string; task: ModelTask }) {
  return modelNameOf({ stored: await readStoredSettings(organisationId), task }) !== null;
}

/** What a task would be sent to; needs no key and so never fails. */
export function modelNameOf({ stored, task }: { stored: StoredModelSettings; task: ModelTask }): string | null {
  const baseUrl = environmentConnection()?.baseUrl ?? storedBaseUrl(stored);
  if (!baseUrl) return null;
  const fromEnvironment = environmentModelNames();
  const names = [fromEnvironment[task], fromEnvironment.default, stored.modelNames[task], stored.modelNames.default];
  return names.find((name) => name !== "") || defaultModelName(baseUrl) || null;
}

type ToModel = Pick<ModelConfig, "organisationId" | "task" | "name"> & { stored: StoredModelSettings };

export function toModel({ stored, organisationId, task, name }: ToModel): ModelConfig {
  const { prices, currency, monthlyTokenCap, monthlyCostCap } = stored;
  const price = prices.find(({ model }) => model === name) ?? null;
  const connection = environmentConnection() ?? {
    baseUrl: storedBaseUrl(stored),
    apiKey: readApiKey(stored, organisationId),
  };
  return { organisationId, task, name, ...connection, price, currency, monthlyTokenCap, monthlyCostCap };
}

function storedBaseUrl({ baseUrl, encryptedApiKey }: StoredModelSettings): string {
  return baseUrl || (encryptedApiKey ? openAiBaseUrl : "");
}

function readApiKey({ encryptedApiKey: encrypted }: StoredModelSettings, organisationId: string): string | null {
  if (encrypted === null) return null;
  const apiKey = decryptApiKey({ encrypted, organisationId });
  if (apiKey === null) throw new ModelError("key_unreadable");
  return apiKey;
}
