import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { startScreening } from "@/lib/screening/start-screening";
import * as answers from "./answers";
import { forcedError } from "./dev";
import { findOrMakePosition } from "./find-or-make-position";
import { operation, words } from "./operation";
import { submittedPosition, toSubmitted } from "./position-shape";
import { acceptText, findByText, submittedScreening } from "./resumes";

const fields = z.object({
  position: submittedPosition,
  resumes: z
    .array(
      z.looseObject({
        content: words(),
        ...{ name: z.string().nullish(), filename: z.string().nullish() },
        metadata: z.looseObject({ type: z.string().nullish() }).nullish(),
      }),
    )
    .min(1),
});

/** E8: takes the texts in, reads them, and screens them against the position as it was sent. */
export const submitScreening = operation(
  { permission: "screening:start", fields, wrongIn: "details", data: answers.submittedTask },
  async ({ viewer, fields: { position, resumes }, sent }) => {
    // Refused before anything is taken in.
    const positionId = await findOrMakePosition(toSubmitted(position), viewer);
    const batchId = randomUUID();
    const resumeIds: string[] = [];
    for (const [index, { name, filename, content, metadata }] of resumes.entries()) {
      const given = [name, filename].find((value) => value?.trim()) ?? `resume_${index}`;
      const text = { name: given, content, type: metadata?.type ?? "text/plain" };
      resumeIds.push((await findByText(content, viewer)) ?? (await acceptText({ ...text, batchId, viewer })));
    }
    const submitted = submittedScreening.parse({ position: sent.position, resumes: resumes.length });
    const started = await startScreening({
      positionId,
      resumeIds: [...new Set(resumeIds)],
      viewer,
      submitted: JSON.parse(JSON.stringify(submitted)),
      failWith: await forcedError(viewer),
    });
    return {
      status: 202,
      message: "筛选任务已提交。",
      data: { status: "submitted" as const, task_id: started.batchId },
    };
  },
);
