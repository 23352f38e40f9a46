import { expect, test } from "vitest";
import type { ResumeDocument } from "../document";
import { extractProfile } from "./extract-profile";
import { withOcrConfidence } from "./ocr-confidence";

const text = "Jane Miller\njane.miller@example.com\n";
const document: ResumeDocument = {
  ...{ kind: "png", text, pages: [{ width: 595, height: 842 }], isTruncated: false },
  boxes: [
    [0, 4, 0, 10, 10, 30, 12],
    [5, 11, 0, 44, 10, 40, 12],
    [12, 35, 0, 10, 30, 150, 12],
  ],
};

test("a value is as sure as the words it stands on", () => {
  const profile = extractProfile(document, { asOf: "2026-11-21" });
  const lowered = withOcrConfidence(profile, { ...document, confidences: [1, 0.6, 0.5] });
  const name = profile.name?.confidence ?? 0;
  const email = profile.emails[0]?.confidence ?? 0;
  expect(lowered.name?.confidence).toBeCloseTo(name * 0.8, 2);
  expect(lowered.emails[0]?.confidence).toBeCloseTo(email * 0.5, 2);
  expect({ ...lowered.name, confidence: name }).toEqual(profile.name);
});

test("without OCR nothing changes", () => {
  const profile = extractProfile(document, { asOf: "2026-11-21" });
  expect(withOcrConfidence(profile, document)).toBe(profile);
});
