import { companyScore } from "./dictionaries/companies";
import { titleScore } from "./dictionaries/titles";

/*
 * How sure a reading is by what speaks for it. The shares are measured: docs/accuracy.md shows, for each band, how many
 * of the values given with it are right; of those given 0.9 or more at least 95 in 100 have to be.
 */

/** An employer behind its label or with a legal form, one with a word of its kind, and one told by its place alone. */
export function sureOfCompany(
  text: string,
  { isLabelled, hasTitle }: { isLabelled: boolean; hasTitle: boolean },
): number {
  const score = companyScore(text);
  const own = isLabelled ? 0.97 : score >= 2.5 ? 0.97 : score >= 1.5 ? 0.89 : 0.86;
  return hasTitle ? own : own - 0.12;
}

export function sureOfTitle(
  text: string,
  { isLabelled, hasCompany }: { isLabelled: boolean; hasCompany: boolean },
): number {
  const score = titleScore(text);
  const own = isLabelled ? 0.97 : score === 2 ? 0.95 : score >= 1 ? 0.9 : 0.78;
  return hasCompany ? own : own - 0.12;
}
