import { inngest } from "@/inngest/client";
import { startDueReports } from "@/lib/report/schedules/schedules";

/** Every quarter of an hour; a machine that was off makes up for what it missed. */
export const makeScheduledReportsFunction = inngest.createFunction(
  { id: "make-scheduled-reports", triggers: [{ cron: "*/15 * * * *" }], concurrency: { limit: 1 }, retries: 3 },
  ({ step }) => step.run("start-due-reports", () => startDueReports()),
);
