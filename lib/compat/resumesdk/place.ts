import { normalizePlace } from "@/lib/resume/parsing/dictionaries/normalize-place";
import { isKnownPlace } from "@/lib/resume/parsing/dictionaries/places";
import type { Reading } from "@/lib/resume/profile";

type Place = Reading<string> | null | undefined;

/** 中国-省-市-区县, cut at the level known. */
export function placeOf(place: Place): string | undefined {
  return (place && normalizePlace(place.value)) ?? undefined;
}

/** Several places, comma-joined. */
export function placesOf(places: Place): string | undefined {
  const parts = places?.value.split(/(?<!\s)\s*[,，、;；/|]\s*|(?<!\s)\s+(?=\p{Script=Han})/u) ?? [];
  return [...new Set(parts.flatMap((part) => normalizePlace(part) ?? []))].join(",") || undefined;
}

/** A known place that is not in China. */
export function isForeign(place: Place): boolean {
  if (!place) return false;
  const norm = normalizePlace(place.value);
  if (norm) return !norm.startsWith("中国");
  return place.value.split(/(?<!\s)\s*[,，]\s*/).some((part) => /^\p{Script=Latin}/u.test(part) && isKnownPlace(part));
}
