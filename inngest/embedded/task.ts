import type { Memo } from "./protocol.ts";

/** A claimed piece of work with all it needs to be done. */
export type Task = {
  id: string;
  token: string;
  kind: "call" | "sleep" | "wait" | "invoke";
  runId: string;
  /** `step` to call the function from the top, else the id of one step. */
  stepId: string;
  functionId: string;
  attempt: number;
  crashes: number;
  event: Record<string, unknown>;
  parallel: boolean;
  hasParent: boolean;
  /** In completion order. */
  steps: [id: string, memo: Memo][];
};

export const discovery = "step";
export const timerQueue = "@timer";
