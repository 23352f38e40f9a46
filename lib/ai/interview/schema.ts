import { z } from "zod";

export const playedAnswer = z.object({ answer: z.string().min(1).max(1500) });

export const draftedQuestions = z.object({
  questions: z
    .array(
      z.object({
        text: z.string().min(5).max(500),
        /** Number of the requirement it is about, from 1; null for one about the resume alone. */
        requirement: z.int().nullable(),
        /** Words of the resume it goes after, copied exactly; null for none. */
        quote: z.string().nullable(),
        listenFor: z.array(z.string().min(1).max(300)).max(4),
        difficulty: z.int().min(1).max(10),
      }),
    )
    .max(20),
});
export type DraftedQuestions = z.infer<typeof draftedQuestions>;
