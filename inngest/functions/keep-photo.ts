import { inngest } from "@/inngest/client";
import { resumePhotoRequested } from "@/inngest/events";
import { keepPhoto } from "@/lib/resume/vault/keep-photo";

/** Apart from the reading: nobody waits for it, and a resume without its photo is whole. */
export const keepPhotoFunction = inngest.createFunction(
  { id: "keep-photo", triggers: [resumePhotoRequested], concurrency: { limit: 1 }, retries: 3 },
  ({ event, step }) => step.run("keep-photo", () => keepPhoto(event.data)),
);
