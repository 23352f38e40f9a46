import { expect, test } from "vitest";
import { cleanCharacters } from "./clean-text";

test.each([
  ["G¨ung¨ore, Bo˘gazi¸ci", "Güngöre, Boğaziçi"],
  ["Jos´e", "José"],
  ["l´essai, S¸ahin, ¨", "l´essai, S¸ahin, ¨"],
])("accents beside their letters: %s", (text, expected) => {
  expect(cleanCharacters(text)).toBe(expected);
});

test.each([
  ["⼿机", "手机"],
  ["⼿手机号与⼯工作", "手机号与工作"],
  ["管理\uf9e4组件，\uf9ba了解", "管理组件，了解"],
  ["\uf9ba解", "了解"],
])("signs that look like a character, alone or beside it: %s", (text, expected) => {
  expect(cleanCharacters(text)).toBe(expected);
});
