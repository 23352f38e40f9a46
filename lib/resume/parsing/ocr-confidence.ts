import type { ResumeDocument } from "../document";
import { type ResumeProfile, resumeProfile, type TextSpan } from "../profile";

/** Lowers how sure each value is by how sure OCR was of the words it stands on. */
export function withOcrConfidence(profile: ResumeProfile, { boxes, confidences }: ResumeDocument): ResumeProfile {
  if (!confidences) return profile;
  const sure = (span: TextSpan) => {
    const under = boxes.flatMap(([start, end], index) =>
      start < span.end && span.start < end ? [confidences[index] ?? 1] : [],
    );
    return under.length === 0 ? 1 : under.reduce((sum, confidence) => sum + confidence, 0) / under.length;
  };
  const lower = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(lower);
    if (typeof value !== "object" || value === null) return value;
    if (!isReading(value)) return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, lower(part)]));
    const least = Math.min(...value.spans.map(sure));
    return { ...value, confidence: Math.round(value.confidence * least * 100) / 100 };
  };
  return resumeProfile.parse(lower(profile));
}

function isReading(value: object): value is { spans: TextSpan[]; confidence: number } {
  return "spans" in value && "confidence" in value;
}
