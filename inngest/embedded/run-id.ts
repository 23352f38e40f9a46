import { createHash } from "node:crypto";

/** The id of the run that a cause (an event, a cron slot, an invoking step) starts: the same each time it is asked. */
export function runIdFor(functionId: string, cause: string) {
  return createHash("sha256").update(`${functionId}\n${cause}`).digest("hex").slice(0, 32);
}
