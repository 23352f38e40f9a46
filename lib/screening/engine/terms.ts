import type { TextSpan } from "@/lib/resume/profile";
import { type Entry, type Evidence, fold, isIn, type Sentence } from "./evidence";
import { coveredMonths, intervalOf, within } from "./months";
import { labelOf, type Term, type TermGroup } from "./read-terms";

/** From this share of a phrase's words on, a sentence says the phrase. */
export const enoughOfPhrase = 0.7;

/** Where a resume shows a term: the places of its dictionary skill, or the sentences that say its phrase. */
export function placesOfTerm({ label, skill }: Term, evidence: Evidence): readonly TextSpan[] {
  if (skill) return evidence.skillPlaces.get(skill) ?? [];
  const exact = evidence.findTerm(label);
  if (exact.length > 0) return exact;
  return rankSentences(label, evidence).flatMap(({ sentence, share }) => (share >= enoughOfPhrase ? [sentence] : []));
}

export function placesOf(group: TermGroup, evidence: Evidence): TextSpan[] {
  return group.flatMap((term) => placesOfTerm(term, evidence)).toSorted((a, b) => a.start - b.start);
}

/** The places of a group and of the skills that imply it, for when and how long it was used. */
export function shownPlacesOf(group: TermGroup, evidence: Evidence): TextSpan[] {
  return group.flatMap((term) => (term.skill ? evidence.shownBy(term.skill) : placesOfTerm(term, evidence)));
}

/** The alternatives of a group that the resume shows, by name; the whole group when it shows none. */
export function shownLabel(group: TermGroup, evidence: Evidence): string {
  const shown = group.filter((term) => placesOfTerm(term, evidence).length > 0);
  return labelOf(shown.length > 0 ? shown : group);
}

/** A place inside a job or project says more than one in a list. */
export function bestPlace(places: readonly TextSpan[], evidence: Evidence): TextSpan | undefined {
  const uses = evidence.usesOf(places);
  return places.find((place) => uses.some(({ span }) => isIn(place, span))) ?? places[0];
}

/** Years covered by the dated entries, or the part of them within the last so many years; internships do not count. */
export function yearsIn(entries: readonly Entry[], asOf: string, window: number | null = null): number {
  const paid = entries.filter((entry) => !("isInternship" in entry && entry.isInternship));
  const intervals = paid.flatMap((entry) => intervalOf(entry, asOf) ?? []);
  return coveredMonths(intervals.flatMap((interval) => within(window, interval, asOf))) / 12;
}

export function listed(labels: string[]) {
  return [...new Set(labels)].join("、");
}

/** The sentences that say some of a phrase, the fullest first. Chinese counts by pairs of characters, Latin words by their stems. One word of a longer phrase says nothing. */
export function rankSentences(phrase: string, { sentences }: Evidence): { sentence: Sentence; share: number }[] {
  const units = unitsOf(phrase);
  if (units.length === 0) return [];
  return sentences
    .map((sentence) => ({ sentence, said: units.filter((unit) => says(sentence.folded, unit)).length }))
    .filter(({ said }) => said >= Math.min(2, units.length))
    .map(({ sentence, said }) => ({ sentence, share: said / units.length }))
    .toSorted((a, b) => b.share - a.share || a.sentence.start - b.sentence.start);
}

function unitsOf(phrase: string): string[] {
  const units = fold(phrase)
    .split(/[^\p{L}\p{N}+#.]+|(?<=\p{Script=Han})(?=[a-z0-9])|(?<=[a-z0-9])(?=\p{Script=Han})/u)
    .flatMap((word) => {
      if (!/\p{Script=Han}/u.test(word)) return word.length >= 2 ? [stemOf(word)] : [];
      return Array.from({ length: Math.max(1, word.length - 1) }, (_, index) => word.slice(index, index + 2));
    });
  return [...new Set(units)];
}

/** Enough for "preparing", "prepared" and "preparation" to meet. */
function stemOf(word: string): string {
  // "meetings" are not what "meet" is about.
  const bare = word.replace(/(?:ations?|(?<=ing)s|ing|ised|ized|ed|es|s|ers?|ors?|ments?)$/, "");
  return bare.length >= 4 ? bare : word;
}

function says(folded: string, unit: string): boolean {
  if (/\p{Script=Han}/u.test(unit)) return folded.includes(unit);
  for (let at = folded.indexOf(unit); at >= 0; at = folded.indexOf(unit, at + 1)) {
    const rest = /^[a-z]*/.exec(folded.slice(at + unit.length, at + unit.length + 8))?.[0].length ?? 0;
    if (!/[a-z0-9]/.test(folded[at - 1] ?? "") && rest <= (unit.length >= 4 ? 6 : 0)) return true;
  }
  return false;
}
