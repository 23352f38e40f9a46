import "server-only";
import { modelTasks } from "@/lib/ai/kinds";
import { modelNameOf } from "@/lib/ai/settings/find-model";
import { toStoredSettings } from "@/lib/ai/settings/stored-settings";
import { systemDb } from "@/lib/db";

/** Whether the environment names a model, which is everybody's, or an organisation does. */
export async function isAnyModelSetUp(): Promise<boolean> {
  const rows = await systemDb().modelSettings.findMany({ take: 100 });
  return [null, ...rows].some((row) => {
    const stored = toStoredSettings(row);
    return modelTasks.some((task) => modelNameOf({ stored, task }) !== null);
  });
}
