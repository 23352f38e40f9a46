import { applyCorrections } from "@/lib/resume/corrections/apply-corrections";
import type { StoredCorrection } from "@/lib/resume/corrections/load-corrections";
import { resumeProfile } from "@/lib/resume/profile";
import type { ScreenedPosition } from "@/lib/screening/engine/score-judged";
import { screenResume } from "@/lib/screening/engine/screen-resume";
import type { ScreeningResult } from "@/lib/screening/schema";

type ScreenStored = {
  position: ScreenedPosition;
  text: string;
  /** As it is stored. */
  profile: unknown;
  corrections: readonly StoredCorrection[];
  /** Of those who corrected, by their ids. */
  names: ReadonlyMap<string, string>;
};

/** Screens a resume as it is stored, with what people corrected in it. */
export function screenStored({ position, text, profile: stored, corrections, names }: ScreenStored): ScreeningResult {
  const { profile, placed } = applyCorrections(resumeProfile.parse(stored), corrections);
  const applied = placed.map(({ at: path, value, correctedById, correctedAt }) => ({
    ...{ path, value, by: names.get(correctedById) ?? null, at: correctedAt.toISOString() },
  }));
  return screenResume({ position, text, profile, corrections: applied });
}
