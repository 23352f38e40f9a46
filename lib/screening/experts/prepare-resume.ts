import type { Requirement } from "@/lib/position/requirement";
import { blankPersonal } from "@/lib/resume/blank-personal";
import type { ResumeProfile } from "@/lib/resume/profile";
import { findCopied } from "@/lib/screening/engine/copied";
import { findDisclaimed } from "@/lib/screening/engine/disclaimed";
import { blank } from "@/lib/screening/engine/evidence";
import { writeCorrections } from "@/lib/screening/engine/with-corrections";
import type { FactSource } from "@/lib/screening/engine/with-facts";
import type { AppliedCorrection } from "@/lib/screening/schema";

/** More of a resume than that is not sent. */
export const longestText = 24_000;

type PrepareResume = {
  text: string;
  /** With what people corrected. */
  profile: ResumeProfile;
  corrections: AppliedCorrection[];
  requirements: readonly Requirement[];
};

/**
 * What an expert by a model is shown of a resume, at the places of its text: without the person's name, contacts and
 * sensitive details, and without what is no evidence for anybody: words to the reader, wishes, hobbies, the position's own
 * sentences, and what a person says was read wrongly.
 */
export function prepareResume({ text, profile, corrections, requirements }: PrepareResume) {
  const { replaced } = writeCorrections({ text, profile, corrections });
  const { denials, disclaimed } = findDisclaimed({ text, profile });
  const isDenial = new Set(denials);
  const uncounted = [
    ...disclaimed.filter((span) => !isDenial.has(span)),
    ...replaced,
    ...findCopied(text, requirements),
  ];
  const shown = blank(blankPersonal(text, profile), uncounted).slice(0, longestText);
  return { text, shown, denials, uncounted } satisfies FactSource & { shown: string };
}
export type PreparedResume = ReturnType<typeof prepareResume>;
