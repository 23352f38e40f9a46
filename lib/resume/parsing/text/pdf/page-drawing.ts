import type { PDFPageProxy } from "pdfjs-dist/types/src/display/api";

/** As PDF has them: `x' = a·x + c·y + e`, `y' = b·x + d·y + f`. */
export type Matrix = [a: number, b: number, c: number, d: number, e: number, f: number];

/** Told of each step that is drawn, in order; what it has no method for is passed over. */
export type DrawingReader = {
  save?(): void;
  restore?(): void;
  /** A picture fills the unit square under `matrix`. Its name is null when it stands in the page itself. */
  picture?(matrix: Matrix, name: string | null): void;
  /** Of a shape: whether it is filled, its box before `matrix`, and its outline as pdf.js writes it. */
  shape?(matrix: Matrix, shape: { isFilled: boolean; box: number[]; outline: unknown }): void;
  /** Every other operator by its number, see `OPS` of pdf.js. */
  other?(operator: number, args: unknown[], matrix: Matrix): void;
};

/** Goes through the drawing of a page, keeping count of where it stands. */
export async function replayDrawing(page: PDFPageProxy, reader: DrawingReader): Promise<void> {
  const { OPS } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const { fnArray, argsArray } = await page.getOperatorList();
  const pictures = new Set<number>(pictureOperators.map((name) => OPS[name]));
  const fills = new Set<number>(fillOperators.map((name) => OPS[name]));
  const saved: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  const transform = (step: number[]) => {
    if (step.length === 6) matrix = multiply(matrix, step as Matrix);
  };
  const save = () => {
    saved.push(matrix);
    reader.save?.();
  };
  const restore = () => {
    matrix = saved.pop() ?? matrix;
    reader.restore?.();
  };
  for (const [index, operator] of fnArray.entries()) {
    const given: unknown = argsArray[index];
    const args: unknown[] = Array.isArray(given) ? given : [];
    if (operator === OPS.save) save();
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) restore();
    else if (operator === OPS.transform) transform(toNumbers(args));
    else if (operator === OPS.paintFormXObjectBegin) {
      save();
      transform(toNumbers(args[0]));
    } else if (operator === OPS.constructPath) {
      const [painting, outline, box] = args;
      reader.shape?.(matrix, { isFilled: fills.has(Number(painting)), box: toNumbers(box), outline });
    } else if (pictures.has(operator)) reader.picture?.(matrix, typeof args[0] === "string" ? args[0] : null);
    else reader.other?.(operator, args, matrix);
  }
}

const pictureOperators = [
  "paintImageXObject",
  "paintInlineImageXObject",
  "paintImageMaskXObject",
  "paintInlineImageXObjectGroup",
  "paintImageXObjectRepeat",
  "paintImageMaskXObjectRepeat",
  "paintImageMaskXObjectGroup",
] as const;

const fillOperators = ["fill", "eoFill", "fillStroke", "eoFillStroke", "closeFillStroke", "closeEOFillStroke"] as const;

export function toNumbers(args: unknown): number[] {
  if (ArrayBuffer.isView(args)) return Array.from(args as Float32Array);
  return Array.isArray(args) && args.every((value) => typeof value === "number") ? args : [];
}

export function applyMatrix([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** What `inner` and then `outer` do. */
export function multiply(outer: Matrix, [a, b, c, d, e, f]: Matrix): Matrix {
  const [x, y] = applyMatrix(outer, e, f);
  const [p, q, r, s] = outer;
  return [p * a + r * b, q * a + s * b, p * c + r * d, q * c + s * d, x, y];
}
