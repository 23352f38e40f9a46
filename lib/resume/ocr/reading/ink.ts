import { type Grey, percentile } from "../grey";

/** Which pixels of a strip of writing are strokes, and which columns and rows hold any. */
export type Ink = {
  width: number;
  height: number;
  isInk: Uint8Array;
  columns: Uint32Array;
  /** From the top of its highest letter to the foot of its lowest. */
  lineHeight: number;
};

/** Of the darkest stroke's distance to the paper, how far a pixel has to be from it. */
const strokeShare = 0.4;
const leastContrast = 16;

/** Dark on light or light on dark: the paper is what most of a strip is. What reaches in from other lines is left out. */
export function findInk({ width, height, data }: Grey): Ink {
  const paper = percentile(data, 0.5);
  const distances = data.map((value) => Math.abs(value - paper));
  const limit = Math.max(leastContrast, percentile(distances, 0.98) * strokeShare);
  const isInk = distances.map((distance) => (distance > limit ? 1 : 0));
  const { top, bottom } = lineRows(isInk, width, height);
  isInk.fill(0, 0, top * width).fill(0, bottom * width);
  const columns = new Uint32Array(width);
  for (let place = top * width; place < bottom * width; place += 1) {
    if (isInk[place]) columns[place % width] = (columns[place % width] ?? 0) + 1;
  }
  return { width, height, isInk, columns, lineHeight: bottom - top };
}

/** Whether the middle of a strip lies in a line, and not between two that were taken for one. */
export function isOneLine({ width, height, isInk, lineHeight }: Ink): boolean {
  const [from, to] = [Math.ceil(height * 0.3), Math.floor(height * 0.7)];
  const isEmpty = (row: number) => !isInk.subarray(row * width, (row + 1) * width).includes(1);
  return lineHeight > height * 0.4 && !Array.from({ length: to - from }, (_, row) => from + row).some(isEmpty);
}

/** The rows around the fullest one, as far as they hold ink. */
function lineRows(isInk: Uint8Array, width: number, height: number): { top: number; bottom: number } {
  const rows = Array.from({ length: height }, (_, row) =>
    isInk.subarray(row * width, (row + 1) * width).reduce((sum, value) => sum + value, 0),
  );
  const middle = Math.floor(height / 2);
  let [top, bottom] = [middle, middle + 1];
  while (top > 0 && (top > height * 0.35 || rows[top - 1])) top -= 1;
  while (bottom < height && (bottom < height * 0.65 || rows[bottom])) bottom += 1;
  return { top, bottom };
}

/** The widest stretch of columns without ink between two places; of no width in the middle where there is none. */
export function widestGap({ columns }: Ink, from: number, to: number): { start: number; end: number } {
  const middle = Math.round((from + to) / 2);
  let widest = { start: middle, end: middle };
  let start = -1;
  for (let column = Math.max(0, Math.floor(from)); column <= Math.min(columns.length, Math.ceil(to)); column += 1) {
    const isEmpty = column < Math.min(columns.length, Math.ceil(to)) && columns[column] === 0;
    if (isEmpty && start < 0) start = column;
    if (isEmpty || start < 0) continue;
    if (column - start > widest.end - widest.start) widest = { start, end: column };
    start = -1;
  }
  return widest;
}

/** The first and last rows with ink between two columns; null where there is none. */
export function inkRows(
  { width, height, isInk }: Ink,
  left: number,
  right: number,
): { top: number; bottom: number } | null {
  let [top, bottom] = [-1, -1];
  for (let row = 0; row < height; row += 1) {
    if (!isInk.subarray(row * width + left, row * width + right).includes(1)) continue;
    if (top < 0) top = row;
    bottom = row + 1;
  }
  return top < 0 ? null : { top, bottom };
}
