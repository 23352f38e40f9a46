import type { Reading, ResumeProfile, TextSpan } from "@/lib/resume/profile";
import type { AppliedCorrection, Quote } from "@/lib/screening/schema";

type Written = { text: string; profile: ResumeProfile; replaced: TextSpan[]; corrections: AppliedCorrection[] };
type Place = TextSpan & { correction: AppliedCorrection };

/** What a person says they have done. Who they are, where they live and what they wish for is no evidence. */
const evidence =
  /^(?:education|work|projects|activities|trainings|skills|languages|languageCertificates|certificates)\.|^(?:highestDegree|yearsOfWork|englishLevel|computerLevel)$/;

/** Longer than any quote, so that none reaches from the resume's text into what was written behind it. */
const gap = "\n".repeat(400);

/**
 * Corrected values stand in no text, and the engine looks for everything in one. They are written behind the resume's,
 * a line each, and what they replaced no longer counts. {@link takeOutCorrections} takes what was found there out of the
 * quotes again: a quote is the resume's own words.
 */
export function writeCorrections({ text, profile: read, corrections }: Omit<Written, "replaced">) {
  const profile = structuredClone(read);
  const places: Place[] = [];
  const replaced: TextSpan[] = [];
  let written = text;
  for (const correction of corrections) {
    const reading = evidence.test(correction.path) ? readingAt(profile, correction.path) : null;
    if (reading?.basis !== "corrected") continue;
    if (correction.path.includes(".")) replaced.push(...reading.spans);
    written += written === text ? gap : "\n";
    const place = { start: written.length, end: written.length + correction.value.length };
    written += correction.value;
    places.push({ ...place, correction });
    reading.spans = [place];
  }
  if (places.length === 0) return { text, profile: read, replaced, places };
  follow(profile, new Set(places.map(({ correction }) => correction.path)));
  return { text: written, profile, replaced, places };
}

/** Values that follow from corrected ones stand where those stand. */
function follow(profile: ResumeProfile, own: ReadonlySet<string>) {
  for (const { degree, degreeLevel } of profile.education) {
    if (degree && degreeLevel?.basis === "corrected") degreeLevel.spans = degree.spans;
  }
  const { highestDegree, yearsOfWork } = profile;
  const highest = profile.education.find(({ degreeLevel }) => degreeLevel?.value === highestDegree?.value)?.degreeLevel;
  if (highestDegree?.basis === "corrected" && highest && !own.has("highestDegree")) highestDegree.spans = highest.spans;
  if (yearsOfWork?.basis === "inferred") {
    const dated = profile.work.filter(({ isInternship, start }) => !isInternship && start);
    yearsOfWork.spans = dated.flatMap(({ start, end }) => [...(start?.spans ?? []), ...(end?.spans ?? [])]);
  }
}

/** Quotes from behind the text become corrections, with who made them. */
export function takeOutCorrections<T extends { quotes: Quote[] }>(said: T, text: string, places: readonly Place[]) {
  if (places.length === 0) return said;
  const outside = said.quotes.filter(({ start }) => start >= text.length);
  const found = places.filter(({ start, end }) => outside.some((quote) => quote.start < end && start < quote.end));
  return {
    ...said,
    quotes: said.quotes.filter(({ start }) => start < text.length),
    ...(found.length > 0 && { corrections: found.map(({ correction }) => correction) }),
  };
}

function readingAt(profile: ResumeProfile, path: string): Reading<unknown> | null {
  const found = path.split(".").reduce<unknown>((part, key) => Object(part)[key], profile);
  return typeof found === "object" && found !== null && "spans" in found ? (found as Reading<unknown>) : null;
}
