import { findDegrees } from "../parsing/dictionaries/degrees";
import { inferYears } from "../parsing/fields/years-of-work";
import { degreeLevels, type Reading, type ResumeProfile } from "../profile";
import { modelConfidence } from "./uncertain-fields";

type Part = Record<string, unknown>;

/** The profile with what a model said where the rules were not sure; what they read stays as it is. */
export function applyFilled(profile: ResumeProfile): ResumeProfile {
  if (profile.filled.length === 0) return profile;
  const draft = structuredClone(profile);
  for (const { path, value, span, model } of profile.filled) {
    const keys = path.split(".");
    const last = keys.pop() ?? "";
    const holder = keys.reduce<unknown>((part, key) => Object(part)[key], draft);
    if (typeof holder !== "object" || holder === null) continue;
    const reading: Reading<string> = { value, spans: [span], confidence: modelConfidence, basis: "model", model };
    (holder as Part)[last] = reading;
  }
  return derive(draft);
}

/** What follows from a filled value, where the rules read nothing of their own. */
function derive(profile: ResumeProfile): ResumeProfile {
  for (const entry of profile.education) {
    const level = entry.degree?.basis === "model" ? findDegrees(entry.degree.value)[0]?.level : undefined;
    if (entry.degree && level) entry.degreeLevel = { ...entry.degree, value: level };
  }
  const levels = profile.education.flatMap(({ degreeLevel }) => degreeLevel ?? []);
  profile.highestDegree ??=
    levels.toSorted((a, b) => degreeLevels.indexOf(b.value) - degreeLevels.indexOf(a.value))[0] ?? null;
  if (profile.work.some(({ start, end }) => start?.basis === "model" || end?.basis === "model")) {
    profile.yearsOfWorkInferred = inferYears(profile.work, profile.asOf);
    profile.yearsOfWork ??= profile.yearsOfWorkInferred;
  }
  return profile;
}
