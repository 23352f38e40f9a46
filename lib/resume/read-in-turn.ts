import "server-only";
import { openGate } from "@/lib/http/gate";
import { isLookedAt } from "@/lib/http/looks";
import { type ReadResume, readResume } from "@/lib/resume/read-resume";

/** Of one server. */
export const readingsAtOnce = 8;

const readings = openGate({
  name: "readings",
  atOnce: () => (isLookedAt() ? 1 : readingsAtOnce),
  ...{ waiting: Number.POSITIVE_INFINITY, isPatient: true },
  ...{ retryAfterSeconds: 1, message: "server_busy" },
});

/** {@link readResume} for jobs: one file after the other while people look through pages. */
export function readInTurn(resume: ReadResume) {
  return readings.run(resume, () => readResume(resume));
}
