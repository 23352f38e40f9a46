import { inngest } from "@/inngest/client";
import { resumesDeleted } from "@/inngest/events";
import { purgeResumes } from "@/lib/resume/delete-resumes";

export const purgeResumesFunction = inngest.createFunction(
  { id: "purge-resumes", triggers: [resumesDeleted], retries: 10 },
  async ({ event, step }) => {
    const { organisationId, deleteAt } = event.data;
    await step.sleepUntil("until-undoing-ends", new Date(deleteAt));
    await step.run("purge", () => purgeResumes({ organisationId, asOf: new Date(deleteAt) }));
  },
);
