import { expect, test } from "vitest";
import type { TextBox } from "./document";
import { findBoxes } from "./find-boxes";

const boxes: TextBox[] = [
  [0, 10, 0, 100, 50, 200, 12],
  [11, 21, 0, 100, 70, 200, 12],
  [22, 32, 1, 100, 50, 200, 12],
];

test("a span inside a run takes its share of the width", () => {
  expect(findBoxes(boxes, { start: 5, end: 10 })).toEqual([{ page: 0, x: 200, y: 50, width: 100, height: 12 }]);
});

test("a span over several runs and pages has a rectangle in each", () => {
  const rects = findBoxes(boxes, { start: 8, end: 25 });
  expect(rects.map(({ page, y }) => [page, y])).toEqual([
    [0, 50],
    [0, 70],
    [1, 50],
  ]);
});

test("touching runs are not covered", () => {
  expect(findBoxes(boxes, { start: 10, end: 11 })).toEqual([]);
});
