import { inngest } from "@/inngest/client";
import { personErased } from "@/inngest/events";
import { finishErasure, removeErasedFiles } from "@/lib/privacy/remove-erased-files";

/** Twice: work that was under way when the rows went may still have written a file. */
export const removeErasedFilesFunction = inngest.createFunction(
  { id: "remove-erased-files", triggers: [personErased], retries: 10 },
  async ({ event, step }) => {
    await step.run("remove", () => removeErasedFiles(event.data));
    await step.sleep("until-work-under-way-has-ended", "15m");
    await step.run("remove-again", () => removeErasedFiles(event.data));
    await step.run("finish", () => finishErasure(event.data));
  },
);
