import { inngest } from "@/inngest/client";
import { forgetOldWindows } from "@/lib/auth/forget-old-windows";

export const forgetOldWindowsFunction = inngest.createFunction(
  { id: "forget-old-windows", triggers: [{ cron: "7 * * * *" }], concurrency: { limit: 1 }, retries: 3 },
  ({ step }) => step.run("forget", () => forgetOldWindows()),
);
