import { expect, test } from "vitest";
import { correctWords } from "./correct-words";

/** Words side by side with a gap of a third of a character. */
function words(line: string) {
  let x = 0;
  return line.split(/ (?=\S)/).map((text, index, all) => {
    const word = { text, x, y: 0, width: text.length * 6, height: 12, confidence: 0.9 - index / 100 };
    x += word.width + (all[index + 1] === undefined ? 0 : 4);
    return word;
  });
}
const correct = (line: string) => correctWords(words(line)).map(({ text }) => text);

test.each([
  ["l38001380O0", ["13800138000"]],
  ["电话：138O0138000", ["电话：13800138000"]],
  ["138-0013-80O0", ["138-0013-8000"]],
  ["+4917612345G78", ["+4917612345G78"]],
  ["+49l7612345678", ["+4917612345678"]],
])("%s, a number but for letters that look like digits, is one", (line, expected) => {
  expect(correct(line)).toEqual(expected);
});

test.each([
  ["not a mobile number", "l2800138000"],
  ["too many letters", "l38OOlS8OOO"],
  ["a product's name", "SolidWorks2020"],
  ["a longer word", "ID13800138OOOX"],
  ["whole already", "13800138000"],
])("%s is left alone", (_, line) => {
  expect(correct(line)).toEqual([line]);
});

test.each([
  ["jane @example.com", ["jane@example.com"]],
  ["jane@ example.com", ["jane@example.com"]],
  ["jane@example .com", ["jane@example.com"]],
  ["jane@example. com", ["jane@example.com"]],
  ["jane@example.c0m", ["jane@example.com"]],
  ["jane.doe@mail.example.con", ["jane.doe@mail.example.com"]],
  ["jane@example.com 13800138000", ["jane@example.com", "13800138000"]],
  ["Popcorn .corn", ["Popcorn", ".corn"]],
  ["邮箱： jane@example.com", ["邮箱：", "jane@example.com"]],
])("%s", (line, expected) => {
  expect(correct(line)).toEqual(expected);
});

test("a mended address covers its parts and is as sure as the least of them", () => {
  expect(correctWords(words("jane @example.com"))).toEqual([
    { text: "jane@example.com", x: 0, y: 0, width: 100, height: 12, confidence: 0.89 },
  ]);
});

test("parts that stand far apart stay apart", () => {
  const [left, right] = words("jane @example.com");
  if (!left || !right) throw new Error("two words");
  expect(correctWords([left, { ...right, x: right.x + 40 }])).toHaveLength(2);
});
