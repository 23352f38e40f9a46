import { z } from "zod";
import { resumeDocument, unreadableReason } from "@/lib/resume/document";
import { textSpan } from "@/lib/resume/profile";

/** A file parsed to be looked at; nothing of it is kept. */
export const parseTrial = z.discriminatedUnion("outcome", [
  z.object({
    outcome: z.literal("read"),
    milliseconds: z.int(),
    document: resumeDocument,
    /** Where the values stand in the text. */
    spans: z.array(textSpan),
    /** The answer a client of the ResumeSDK addresses gets. */
    result: z.record(z.string(), z.unknown()),
  }),
  z.object({ outcome: z.literal("unreadable"), reason: unreadableReason }),
]);
export type ParseTrial = z.infer<typeof parseTrial>;
