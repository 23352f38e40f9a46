import { z } from "zod";
import type { Locale } from "@/lib/i18n/locale";

/** One thing the built-in engine found, with words of the resume; what a model's advice may rest on. */
export type ReviewFact = { id: string; text: string; quotes: string[] };
export type ReviewMaterial = { language: Locale; summary: string; facts: ReviewFact[] };

export const reviewAnswer = z.object({
  summary: z.string(),
  suggestions: z.array(z.object({ fact: z.string(), issue: z.string(), recommendation: z.string() })),
});
export type ReviewAnswer = z.infer<typeof reviewAnswer>;
