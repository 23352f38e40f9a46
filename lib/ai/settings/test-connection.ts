import "server-only";
import { callModel } from "@/lib/ai/call-model";
import { modelTasks } from "@/lib/ai/kinds";
import { ModelError } from "@/lib/ai/model-error";
import type { ConnectionTest, ModelFailure } from "@/lib/ai/schema";
import { modelNameOf, toModel } from "@/lib/ai/settings/find-model";
import { readStoredSettings } from "@/lib/ai/settings/stored-settings";
import { assertCan } from "@/lib/auth/permissions";
import { limitRate } from "@/lib/auth/rate-limit";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";

const testTimeoutMs = 20_000;

/**
 * Says a word to each model that is set up, with the settings as saved, and reports what came of it.
 *
 * @throws conflict when none is set up
 */
export async function testConnection({ viewer, signal }: { viewer: Viewer; signal?: AbortSignal }) {
  assertCan(viewer, "settings:write");
  const { organisationId } = viewer;
  await limitRate({ key: `model-test:${organisationId}`, limit: 20, windowSeconds: 600 });
  const stored = await readStoredSettings(organisationId);
  const names = new Set(modelTasks.flatMap((task) => modelNameOf({ stored, task }) ?? []));
  if (names.size === 0) throw new AppError("conflict", "model_not_configured");
  const results: ConnectionTest["results"] = [];
  for (const name of names) {
    const startedAt = performance.now();
    const failureReason = await failureOf(async () => {
      const model = toModel({ stored, organisationId, task: "test", name });
      const messages = [{ role: "user" as const, content: "Answer with the word: ready" }];
      const instructions = "You are asked whether you can be reached.";
      const text = await callModel({ model, instructions, messages, signal, retries: 0, timeoutMs: testTimeoutMs });
      if (text.trim() === "") throw new ModelError("not_understood");
    });
    results.push({ model: name, failureReason, durationMs: Math.round(performance.now() - startedAt) });
  }
  return { results } satisfies ConnectionTest;
}

async function failureOf(call: () => Promise<void>): Promise<ModelFailure | null> {
  try {
    await call();
    return null;
  } catch (error) {
    if (error instanceof ModelError) return error.reason;
    throw error;
  }
}
