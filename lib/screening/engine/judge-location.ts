import { findChinesePlaces, isWorldCity } from "@/lib/resume/parsing/dictionaries/places";
import type { Reading } from "@/lib/resume/profile";
import type { Evidence } from "./evidence";
import { type Judgement, judgement, pointsOfShares, statement } from "./judgement";
import { quotesOf } from "./quotes";

/**
 * Where somebody can work: the places they wish for, else where they live. Who wishes for other places only is not met;
 * who merely lives elsewhere is asked.
 */
export function judgeLocation(requirement: string, { profile, text }: Evidence): Judgement {
  const asked = names(requirement);
  const isRemoteAsked = remote.test(requirement);
  if (asked.length === 0 && !isRemoteAsked) return judgement("unknown", 0.3, statement("not_readable"));
  const place = requirement.trim();
  const { locations } = profile.expectation;
  const quotes = (reading: Reading<unknown> | null) => quotesOf(text, [reading]);
  const fits = (reading: Reading<string>) =>
    names(reading.value).some((name) => asked.includes(name)) || (isRemoteAsked && remote.test(reading.value));

  if (locations && (fits(locations) || anywhere.test(locations.value)))
    return judgement("met", 0.9, statement("location_wished", { place: locations.value }), quotes(locations));
  if (profile.city && fits(profile.city)) {
    const reason = statement("location_lives", { place: profile.city.value });
    return locations
      ? judgement("partly", 0.6, reason, quotes(profile.city), pointsOfShares(0.5))
      : judgement("met", 0.8, reason, quotes(profile.city));
  }
  if (locations && names(locations.value).length > 0)
    return judgement("not_met", 0.75, statement("location_other", { place: locations.value }), quotes(locations));
  if (profile.city) return judgement("unknown", 0.6, statement("location_elsewhere", { place: profile.city.value }));
  return judgement("unknown", 0.6, statement("location_absent", { place }));
}

const remote = /远程|居家|在家办公|\bremote\b|\bwork from home\b/i;
const anywhere = /全国|不限|均可|\banywhere\b|\bwilling to relocate\b/i;

/** Cities and provinces without 市 and 省, English ones in lower case. */
function names(text: string): string[] {
  const chinese = findChinesePlaces(text).map(({ name }) => name.replace(/(?<=..)[市省]$/, ""));
  const words = [...text.matchAll(/\p{Lu}[\p{L}.'-]+(?: \p{Lu}[\p{L}.'-]+){0,2}/gu)].flatMap(([phrase]) => {
    const parts = phrase.split(" ");
    // "Based in San Francisco" holds a city of two words behind another capital letter.
    const tails = parts.flatMap((_, from) =>
      parts.slice(from).map((_, length) => parts.slice(from, from + length + 1).join(" ")),
    );
    return tails.filter(isWorldCity).map((name) => name.toLowerCase());
  });
  return [...new Set([...chinese, ...words])];
}
