import { expect, test } from "vitest";
import { findMentions, mentionAt, splitMentions } from "./find-mentions";

const people = [
  { id: "a", name: "Anna" },
  { id: "b", name: "Anna Lee" },
  { id: "c", name: "王芳" },
  { id: "d", name: "王芳" },
];

test("who is called is who stands behind an @: the longest name, and of two alike the chosen one", () => {
  expect(findMentions("@Anna Lee, please ask @王芳", people, new Set(["d"]))).toEqual(["b", "d"]);
  expect(findMentions("@Anna @Anna and anna@example.com, Anna Lee", people, new Set())).toEqual(["a"]);
  expect(findMentions("请@王芳看一下", people, new Set(["c"]))).toEqual(["c"]);
  expect(splitMentions("to @Anna!", people, new Set())).toEqual([
    { text: "to ", person: null },
    { text: "@Anna", person: people[0] },
    { text: "!", person: null },
  ]);
});

test.each([
  ["@", 1, { start: 0, query: "" }],
  ["see @an", 7, { start: 4, query: "an" }],
  ["请@王", 3, { start: 1, query: "王" }],
  ["me@example", 10, null],
  ["@Anna Lee", 9, null],
  ["@an later", 3, { start: 0, query: "an" }],
])("behind %j at %i a name is being written: %j", (text, caret, found) => {
  expect(mentionAt(text, caret)).toEqual(found);
});
