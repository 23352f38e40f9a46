import type { ResumeProfile, TextSpan } from "@/lib/resume/profile";

type Field = { path: string; spans: readonly TextSpan[]; isInferred: boolean };

/** What stands in the profile beside the fields a person sees. */
const unseen = new Set([
  "sections",
  "sensitivePlaces",
  "filled",
  "secondPerson",
  "yearsOfWorkInferred",
  "yearsOfWorkText",
]);

/** The field whose place is the smallest around a character of the text; null where none was read. */
export function findField(profile: ResumeProfile, offset: number): Omit<Field, "isInferred"> | null {
  let best: (Field & { length: number }) | null = null;
  for (const field of listFields(profile, "")) {
    for (const { start, end } of field.spans) {
      // What was inferred from a place comes behind what stands there.
      const length = end - start + (field.isInferred ? 100_000 : 0);
      if (start <= offset && offset < end && (!best || length < best.length)) best = { ...field, length };
    }
  }
  return best && { path: best.path, spans: best.spans };
}

function* listFields(part: unknown, path: string): Generator<Field> {
  if (typeof part !== "object" || part === null) return;
  if ("spans" in part && "confidence" in part) {
    yield { path, spans: part.spans as TextSpan[], isInferred: "basis" in part && part.basis === "inferred" };
    return;
  }
  for (const [key, inner] of Object.entries(part)) {
    if (path === "" && unseen.has(key)) continue;
    yield* listFields(inner, path === "" ? key : `${path}.${key}`);
  }
}
