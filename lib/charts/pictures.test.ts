import { expect, test } from "vitest";
import { barsPicture } from "./bars";
import type { Shape } from "./shapes";
import { timelinePicture } from "./timeline";

const left = (shape: Shape) => (shape.type === "polygon" ? Math.min(...shape.points.map(([x]) => x)) : 0);
const right = (shape: Shape) => (shape.type === "polygon" ? Math.max(...shape.points.map(([x]) => x)) : 0);
const polygons = (shapes: Shape[]) => shapes.filter(({ type }) => type === "polygon");

test("on a time line what came earlier begins further left, and all of it is within the picture", () => {
  const entries = [
    { label: "星桥科技有限公司后端开发工程师与架构设计负责人岗位", from: 0, to: 700 },
    { label: "later", from: 700, to: 1000 },
    { label: "a moment", from: 500, to: 500 },
  ];
  const { shapes, width, height } = timelinePicture({ entries });
  const [first, second, moment] = polygons(shapes);
  if (!first || !second || !moment) throw new Error("a bar is missing");
  expect(left(first)).toBeLessThan(left(second));
  expect(right(first)).toBeCloseTo(left(second));
  expect(right(moment) - left(moment)).toBeGreaterThan(1);
  for (const shape of shapes)
    if (shape.type !== "text" && shape.type !== "dot")
      for (const [x, y] of shape.points) expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true);
  expect(shapes.some((shape) => shape.type === "text" && shape.text.endsWith("…"))).toBe(true);
  expect(timelinePicture({ entries: [] }).shapes).toEqual([]);
});

test("a bar is as long as its value, and a range lies around its mark", () => {
  const { shapes } = barsPicture({
    max: 100,
    bars: [
      { label: "a", value: 100 },
      { label: "b", value: 50 },
      { label: "c", value: 60, low: 40, high: 80 },
    ],
  });
  const [whole, half, range] = polygons(shapes);
  if (!whole || !half || !range) throw new Error("a bar is missing");
  expect(right(half) - left(half)).toBeCloseTo((right(whole) - left(whole)) / 2);
  expect(left(range)).toBeGreaterThan(left(whole));
  const mark = shapes.find((shape) => shape.type === "line" && shape.colour === "accent");
  const x = mark?.type === "line" ? (mark.points[0]?.[0] ?? 0) : 0;
  expect(left(range) < x && x < right(range)).toBe(true);
});
