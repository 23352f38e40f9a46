import { expect, test } from "vitest";
import { radarPicture } from "./radar";

const axes = ["a", "b", "c", "d"];

test("a value stands as far from the middle as it is large, and the first axis points up", () => {
  const { shapes, width, height } = radarPicture({
    axes,
    min: 1,
    max: 5,
    series: [{ name: "x", values: [5, 1, 3, 1] }],
  });
  const dots = shapes.flatMap((shape) => (shape.type === "dot" ? [shape] : []));
  const middle = { x: width / 2, y: height / 2 + 4 };
  expect(dots).toHaveLength(4);
  expect(dots[0]?.x).toBeCloseTo(middle.x);
  expect(middle.y - (dots[0]?.y ?? 0)).toBeCloseTo(2 * ((dots[2]?.y ?? 0) - middle.y));
  expect([dots[1]?.x, dots[1]?.y]).toEqual([middle.x, middle.y]);
});

test("what is unknown has no corner, and the outline says so by its dashes", () => {
  const { shapes } = radarPicture({ axes, min: 1, max: 5, series: [{ name: "x", values: [5, null, 3, 2] }] });
  expect(shapes.filter(({ type }) => type === "dot")).toHaveLength(3);
  expect(shapes.some((shape) => shape.type === "line" && shape.isDashed)).toBe(true);
  const none = radarPicture({ axes, min: 1, max: 5, series: [{ name: "x", values: [null, null, null, null] }] });
  expect(none.shapes.some(({ type }) => type === "dot" || type === "polygon")).toBe(false);
});
