import { modelTasks } from "../ai/kinds";
import type { ModelNames } from "../ai/schema";

/** Which model serves what, as it is saved: none but those that are named. */
export function namedModels(named: Partial<ModelNames> = {}): ModelNames {
  const none = Object.fromEntries(["default", ...modelTasks].map((task) => [task, ""]));
  return { ...(none as ModelNames), ...named };
}
