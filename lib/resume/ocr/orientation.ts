import { type Grey, percentile, scale, turn } from "./grey";

const lookWidth = 600;
const largestSkew = 6;
/** About a line and its gap, on the small picture that is looked at. */
const rippleReach = 12;

/** Share of dark pixels below which a page holds nothing. */
const blankShare = 0.0004;

export function isBlank(grey: Grey): boolean {
  const limit = inkLimit(grey);
  let ink = 0;
  for (const value of grey.data) if (value < limit) ink += 1;
  return ink < grey.data.length * blankShare;
}

/** Whether lines of writing run from top to bottom: then the ink of columns ripples more than that of rows. */
export function isSideways(grey: Grey): boolean {
  const small = scale(grey, Math.min(1, (1.4 * lookWidth) / Math.max(grey.width, grey.height)));
  return ripple(turn(small, 90)) > 1.3 * ripple(small);
}

/** How far rows differ from those around them, relative to what these hold, at the angle where they do most. */
function ripple(grey: Grey): number {
  const points = inkPoints(grey);
  let most = 0;
  for (let degrees = -largestSkew; degrees <= largestSkew; degrees += 0.5) {
    const rows = inkRows(points, degrees, grey);
    let around = rows.subarray(0, rippleReach).reduce((sum, count) => sum + count, 0);
    let [differences, level] = [0, 0];
    for (let row = 0; row < rows.length; row += 1) {
      around += (rows[row + rippleReach] ?? 0) - (rows[row - rippleReach - 1] ?? 0);
      const mean = around / (2 * rippleReach + 1);
      differences += ((rows[row] ?? 0) - mean) ** 2;
      level += mean ** 2;
    }
    most = Math.max(most, differences / Math.max(1, level));
  }
  return most;
}

/**
 * Degrees clockwise that make the lines run level, within ±6; 0 where none stands out. The right angle is the one
 * where rows are most clearly either writing or gap.
 */
export function findSkew(grey: Grey): number {
  const small = scale(grey, Math.min(1, lookWidth / grey.width));
  const points = inkPoints(small);
  if (points.length < 400) return 0;
  const score = (degrees: number) => sumOfSquares(inkRows(points, degrees, small));
  const level = score(0);
  let best = { degrees: 0, score: level };
  for (let degrees = -largestSkew; degrees <= largestSkew; degrees += 0.5) {
    const found = score(degrees);
    if (found > best.score) best = { degrees, score: found };
  }
  for (const fine of [-0.4, -0.3, -0.2, -0.1, 0.1, 0.2, 0.3, 0.4].map((step) => best.degrees + step)) {
    const found = score(fine);
    if (found > best.score) best = { degrees: fine, score: found };
  }
  return best.score > level * 1.1 ? Math.round(best.degrees * 10) / 10 : 0;
}

/** How much ink each row holds when the page is turned clockwise by so much. */
function inkRows(points: Int32Array, degrees: number, { width, height }: Grey): Float64Array {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const offset = Math.ceil(width * Math.abs(slope)) + 1;
  const rows = new Float64Array(height + offset * 2);
  for (let index = 0; index < points.length; index += 2) {
    const row = Math.round((points[index + 1] ?? 0) + ((points[index] ?? 0) - width / 2) * slope) + offset;
    rows[row] = (rows[row] ?? 0) + 1;
  }
  return rows;
}

function sumOfSquares(counts: Float64Array): number {
  let sum = 0;
  for (const count of counts) sum += count * count;
  return sum;
}

function inkPoints(grey: Grey): Int32Array {
  const limit = inkLimit(grey);
  const points: number[] = [];
  for (let index = 0; index < grey.data.length; index += 1) {
    if ((grey.data[index] ?? 255) < limit) points.push(index % grey.width, Math.floor(index / grey.width));
  }
  // A mostly dark page says nothing this way.
  return points.length > grey.data.length ? new Int32Array() : Int32Array.from(points);
}

/** Darker than this is ink; paper is what most of the page is. */
function inkLimit({ data }: Grey): number {
  return percentile(data, 0.5) * 0.72;
}
