import { expect, test } from "vitest";
import { normalizeText } from "./normalize-text";

test("case, width, spacing and punctuation do not make texts differ", () => {
  expect(normalizeText("Ｊane  Doe，\n工程师 (Go)")).toBe(normalizeText("jane doe,工程师（GO）"));
  expect(normalizeText("Jane Doe")).not.toBe(normalizeText("Jane Roe"));
});
