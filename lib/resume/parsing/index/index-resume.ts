import { createHash } from "node:crypto";
import type { ResumeProfile, TextSpan } from "../../profile";
import { schoolOf } from "../dictionaries/schools";
import { normalizeText } from "../normalize-text";
import { personKeys } from "./person-keys";
import { begunWords, searchTokens } from "./search-tokens";
import { shingleBands } from "./shingles";

type IndexResume = {
  fileName: string;
  text: string;
  profile: ResumeProfile;
  /** Values that people entered; they are found though the text does not say them. */
  corrected?: string[];
};

/** What lists, filters and searches go by, so that they open neither the text nor the profile. */
export type ResumeIndex = ReturnType<typeof indexResume>;

export function indexResume({ fileName, text, profile, corrected = [] }: IndexResume) {
  const current = profile.work.find(({ end }) => end?.value === "present") ?? profile.work[0];
  const skills = profile.skills.map(({ canonical, name }) => canonical ?? name.value);
  const candidateName = profile.name?.value ?? null;
  const names = candidateName ? [candidateName] : [];
  const searched = [fileName, withoutPlaces(text, profile.sensitivePlaces), ...corrected].join("\n");
  const schoolNames = profile.education.flatMap(({ school }) => school?.value ?? []);
  return {
    candidateName,
    currentTitle: current?.title?.value ?? null,
    currentCompany: current?.company?.value ?? null,
    highestDegree: profile.highestDegree?.value ?? null,
    school: schoolNames[0] ?? null,
    schoolTier: bestTier(schoolNames),
    yearsOfWork: profile.yearsOfWork?.value ?? null,
    city: profile.city?.value ?? null,
    skills: [...new Set(skills)].slice(0, 100),
    textHash: createHash("sha256").update(normalizeText(text)).digest("hex"),
    searchTokens: searchTokens(searched, names),
    words: begunWords(searched, names),
    personKeys: personKeys(profile),
    shingleBands: shingleBands(text),
  };
}

/** Nobody is found by what must not weigh in a judgement. */
export function withoutPlaces(text: string, places: readonly TextSpan[]): string {
  let rest = "";
  let from = 0;
  for (const { start, end } of places) {
    if (end <= from) continue;
    rest += `${text.slice(from, Math.max(from, start))} `;
    from = end;
  }
  return rest + text.slice(from);
}

/** 985 counts more than 211; a campus, an old name or the English one does not matter. */
function bestTier(names: string[]): string | null {
  const types = new Set(names.map((name) => schoolOf(name)?.type));
  if (types.has(1)) return "985";
  return types.has(2) ? "211" : null;
}
