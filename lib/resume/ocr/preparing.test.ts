import { describe, expect, test } from "vitest";
import { enhance } from "./enhance";
import { type Grey, newGrey, percentile, rotate, scale, toGrey, turn } from "./grey";
import { findSkew, isBlank, isSideways } from "./orientation";

/** Lines of words: black bars with gaps, on white. */
function page(width = 700, height = 900): Grey {
  const grey = newGrey(width, height);
  grey.data.fill(255);
  for (let top = 80; top < height - 80; top += 28) {
    for (let x = 70; x < width - 70; x += 1) {
      const isGap = (x * 7 + top * 13) % 61 < 14;
      if (!isGap) for (let y = top; y < top + 12; y += 1) grey.data[y * width + x] = 20;
    }
  }
  return grey;
}

describe("pixels", () => {
  test("what is transparent is paper, and colours weigh as the eye sees them", () => {
    const data = [0, 0, 0, 0, 0, 0, 0, 255, 255, 0, 0, 255, 0, 255, 0, 255];
    const [clear = 0, black = 0, red = 0, green = 0] = toGrey({ width: 4, height: 1, data }).data;
    expect([clear, black]).toEqual([255, 0]);
    expect(green).toBeGreaterThan(red);
  });

  test("four quarter turns are none, and a half turn is two quarters", () => {
    const grey = { width: 3, height: 2, data: Uint8Array.of(1, 2, 3, 4, 5, 6) };
    expect(turn(grey, 90)).toEqual({ width: 2, height: 3, data: Uint8Array.of(4, 1, 5, 2, 6, 3) });
    expect(turn(turn(turn(turn(grey, 90), 90), 90), 90)).toEqual(grey);
    expect(turn(turn(grey, 90), 90)).toEqual(turn(grey, 180));
    expect(turn(turn(grey, 90), 270)).toEqual(grey);
  });

  test("scaling keeps the mean and the size asked for", () => {
    const mean = ({ data }: Grey) => data.reduce((sum, value) => sum + value, 0) / data.length;
    for (const factor of [0.3, 0.5, 1.7]) {
      const scaled = scale(page(), factor);
      expect([scaled.width, scaled.height]).toEqual([Math.round(700 * factor), Math.round(900 * factor)]);
      expect(Math.abs(mean(scaled) - mean(page()))).toBeLessThan(2);
    }
  });

  test("percentiles", () => {
    const data = Uint8Array.from({ length: 100 }, (_, index) => index);
    expect([percentile(data, 0.1), percentile(data, 0.5), percentile(data, 1)]).toEqual([9, 49, 99]);
  });
});

describe("orientation", () => {
  test("lines that run down are noticed, also at a slant", () => {
    expect(isSideways(page())).toBe(false);
    expect(isSideways(turn(page(), 180))).toBe(false);
    expect(isSideways(turn(page(), 90))).toBe(true);
    expect(isSideways(turn(page(), 270))).toBe(true);
    expect(isSideways(rotate(page(), 4))).toBe(false);
    expect(isSideways(rotate(turn(page(), 90), -3))).toBe(true);
  });

  test.each([-5, -2.3, -0.5, 0, 0.8, 3, 5.5])("a page that lies %s° off is turned back", (degrees) => {
    expect(findSkew(rotate(page(), degrees))).toBeCloseTo(-degrees, 0);
    expect(Math.abs(findSkew(rotate(page(), degrees)) + degrees)).toBeLessThanOrEqual(0.3);
  });

  test("an empty page is blank, one with a line is not", () => {
    const empty = newGrey(700, 900);
    empty.data.fill(230);
    expect(isBlank(empty)).toBe(true);
    expect(isBlank(page(700, 200))).toBe(false);
    expect(findSkew(empty)).toBe(0);
  });
});

describe("enhancing", () => {
  const dim = (grey: Grey, light: (x: number) => number): Grey => ({
    ...grey,
    data: grey.data.map((value, index) => (150 + value * 0.25) * light(index % grey.width)),
  });

  test("a clean page is left alone", () => {
    const clean = page();
    expect(enhance(clean)).toBe(clean);
  });

  test.each([
    ["faint writing", () => 1],
    ["a shadow over the page", (x: number) => 0.5 + x / 1400],
  ])("%s becomes black on white", (_, light) => {
    const { data } = enhance(dim(page(), light));
    expect(percentile(data, 0.05)).toBeLessThan(40);
    expect(percentile(data, 0.6)).toBeGreaterThan(225);
  });

  test("a page of one grey stays one: noise is not blown up to writing", () => {
    const grey = newGrey(200, 200);
    grey.data.fill(128);
    grey.data.set([125, 131, 127], 5000);
    const { data } = enhance(grey);
    expect(percentile(data, 0) - percentile(data, 1)).toBeGreaterThan(-16);
  });
});
