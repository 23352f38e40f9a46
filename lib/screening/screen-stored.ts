import { redactResume } from "@/lib/resume/blind/redact-resume";
import type { BlindMode } from "@/lib/resume/blind/schema";
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
  /** What is not shown of the candidates of the position. */
  blind: BlindMode;
};

/** Screens a resume as it is stored, with what people corrected in it. */
export function screenStored({ position, ...stored }: ScreenStored): ScreeningResult {
  return screenResume({ position, ...toScreened(stored) });
}

/** What any engine gets to see: for a blind position, nothing that tells who it is. */
export function toScreened(stored: Omit<ScreenStored, "position">) {
  const { text, profile: readProfile, corrections, names, blind } = stored;
  const read = resumeProfile.parse(readProfile);
  const { profile, placed } = applyCorrections(read, corrections);
  const applied = placed.map(({ at: path, value, correctedById, correctedAt }) => ({
    ...{ path, value, by: names.get(correctedById) ?? null, at: correctedAt.toISOString() },
  }));
  if (blind === "off") return { text, profile, corrections: applied };
  const hidden = redactResume({ text, profile, read, hidesSchools: blind === "person_and_schools" });
  return {
    ...{ text: hidden.text, profile: hidden.profile },
    corrections: applied.map((correction) => ({ ...correction, value: hidden.redact(correction.value) })),
  };
}
