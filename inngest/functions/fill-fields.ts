import { inngest } from "@/inngest/client";
import { resumeFieldsRequested } from "@/inngest/events";
import { fillFields } from "@/lib/resume/filling/fill-fields";

/** Apart from the reading: nobody waits for a model to see what the rules read. */
export const fillFieldsFunction = inngest.createFunction(
  { id: "fill-fields", triggers: [resumeFieldsRequested], concurrency: { limit: 4 }, retries: 3 },
  ({ event, step }) => step.run("fill-fields", () => fillFields(event.data)),
);
