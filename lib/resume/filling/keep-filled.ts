import type { FilledValue, ResumeProfile } from "@/lib/resume/profile";
import { uncertainFields } from "./uncertain-fields";

type Read<P> = { text: string; profile: P };

/**
 * What a model found in an earlier reading and the new one is still not sure of, so that nothing is missing until a
 * model has been asked again. Places are those of one text: another one keeps none.
 */
export function keepFilled(
  earlier: Read<Pick<ResumeProfile, "filled">>,
  { text, profile }: Read<ResumeProfile>,
): FilledValue[] {
  if (earlier.profile.filled.length === 0 || earlier.text !== text) return [];
  const fields = uncertainFields(profile, text.length);
  return earlier.profile.filled.filter(({ path, span }) =>
    fields.some((field) => field.path === path && field.window.start <= span.start && span.end <= field.window.end),
  );
}
