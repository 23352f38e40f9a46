import { expect, test } from "vitest";
import { cleanCharacters } from "./clean-text";

test.each([
  ["G¨ung¨ore, Bo˘gazi¸ci", "Güngöre, Boğaziçi"],
  ["Jos´e", "José"],
  ["l´essai, S¸ahin, ¨", "l´essai, S¸ahin, ¨"],
])("accents beside their letters: %s", (text, expected) => {
  expect(cleanCharacters(text)).toBe(expected);
});
