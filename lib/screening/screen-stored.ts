import { applyCorrections } from "@/lib/resume/corrections/apply-corrections";
import type { StoredCorrection } from "@/lib/resume/corrections/load-corrections";
import { resumeProfile } from "@/lib/resume/profile";
import type { ScreenedPosition } from "@/lib/screening/engine/score-judged";
import { screenResume } from "@/lib/screening/engine/screen-resume";
import type { ScreeningResult } from "@/lib/screening/schema";

type Stored = {
  text: string;
  /** As it is stored. */
  profile: unknown;
  corrections: readonly StoredCorrection[];
  /** Of those who corrected, by their ids. */
  names: ReadonlyMap<string, string>;
};

/** Screens a resume as it is stored, with what people corrected in it. */
export function screenStored({ position, ...stored }: Stored & { position: ScreenedPosition }): ScreeningResult {
  return screenResume({ position, ...readStored(stored) });
}

/** What any engine reads of a stored resume: its text, the profile as corrected, and who corrected what. */
export function readStored({ text, profile: stored, corrections, names }: Stored) {
  const { profile, placed } = applyCorrections(resumeProfile.parse(stored), corrections);
  const applied = placed.map(({ at: path, value, correctedById, correctedAt }) => ({
    ...{ path, value, by: names.get(correctedById) ?? null, at: correctedAt.toISOString() },
  }));
  return { text, profile, corrections: applied };
}
