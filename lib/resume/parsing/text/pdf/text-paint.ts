import type { PDFPageProxy } from "pdfjs-dist/types/src/display/api";
import { applyMatrix, type DrawingReader, type Matrix, multiply, replayDrawing, toNumbers } from "./page-drawing";

/** Text as the page paints it: where it starts, in points from the page's top left, and why nobody can see it. */
export type TextPaint = {
  x: number;
  width: number;
  baseline: number;
  text: string;
  hidden: "background_colour" | "invisible" | null;
};

type Box = { x0: number; y0: number; x1: number; y1: number };
/** What lies under later text: a colour, or null where a picture, a pattern or an odd shape makes it unknown. */
type Ground = Box & { colour: string | null };
type Graphics = { colour: string | null; alpha: number };
type Glyph = { unicode?: string; width?: number; isSpace?: boolean };

/**
 * Replays a page's drawing far enough to know the colour of each piece of text and what lies under it. Invisible text
 * over a picture is a scan's own text layer and counts as seen.
 */
export async function textPaints(page: PDFPageProxy): Promise<TextPaint[]> {
  const painter = new Painter(page.view, await textOperators());
  await replayDrawing(page, painter);
  return painter.finish();
}

type TextOperators = Map<number, (painter: Painter, args: unknown[], matrix: Matrix) => void>;

async function textOperators(): Promise<TextOperators> {
  const { OPS } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  return new Map([
    [OPS.setFillRGBColor, (painter, [colour]) => painter.fill(typeof colour === "string" ? colour : null)],
    [OPS.setFillColorN, (painter) => painter.fill(null)],
    [OPS.setGState, (painter, [states]) => painter.setState(states)],
    [OPS.shadingFill, (painter) => painter.shade()],
    [OPS.beginText, (painter) => painter.beginText()],
    [OPS.setFont, (painter, [, size]) => painter.setFont(Number(size))],
    [OPS.setTextMatrix, (painter, args) => painter.setTextMatrix(toNumbers(args.length === 1 ? args[0] : args))],
    [OPS.setLeading, (painter, [leading]) => painter.setLeading(Number(leading))],
    [OPS.moveText, (painter, [x, y]) => painter.move(Number(x), Number(y))],
    [OPS.setLeadingMoveText, (painter, [x, y]) => painter.setLeading(Number(y)).move(Number(x), Number(y))],
    [OPS.nextLine, (painter) => painter.nextLine()],
    [OPS.setTextRenderingMode, (painter, [mode]) => painter.setMode(Number(mode))],
    [OPS.setCharSpacing, (painter, [spacing]) => painter.setSpacing(Number(spacing))],
    [OPS.showText, (painter, [glyphs], matrix) => painter.show(Array.isArray(glyphs) ? glyphs : [], matrix)],
  ]);
}

const white = "#ffffff";
/** Colours this near to each other cannot be told apart on paper; the sum over red, green and blue. */
const nearColours = 30;
/** Text modes that draw nothing: 3, and 7, which only clips. */
const invisibleModes = new Set([3, 7]);

class Painter implements DrawingReader {
  private readonly paints: (TextPaint & { at: [number, number] })[] = [];
  private readonly saved: Graphics[] = [];
  private readonly grounds: Ground[] = [];
  private graphics: Graphics = { colour: "#000000", alpha: 1 };
  private line: Matrix = [1, 0, 0, 1, 0, 0];
  private advance = 0;
  private size = 0;
  private leading = 0;
  private spacing = 0;
  private mode = 0;

  constructor(
    private readonly view: number[],
    private readonly operators: TextOperators,
  ) {}

  other(operator: number, args: unknown[], matrix: Matrix): void {
    this.operators.get(operator)?.(this, args, matrix);
  }

  save(): void {
    this.saved.push({ ...this.graphics });
  }

  restore(): void {
    this.graphics = this.saved.pop() ?? this.graphics;
  }

  fill(colour: string | null): void {
    this.graphics.colour = colour;
  }

  /** `[["ca", 0.5], …]`; a soft mask makes the colour unknown. */
  setState(states: unknown): void {
    for (const [key, value] of Array.isArray(states) ? states : []) {
      if (key === "ca") this.graphics.alpha = Number(value);
      if (key === "SMask" && value) this.graphics.colour = null;
    }
  }

  /** A rectangle covers its box with the colour; of other shapes nobody knows where they are. */
  shape(matrix: Matrix, { isFilled, box, outline }: { isFilled: boolean; box: number[]; outline: unknown }): void {
    if (!isFilled || box.length !== 4) return;
    const data: unknown = Array.isArray(outline) ? outline[0] : outline;
    const isRectangle = ArrayBuffer.isView(data) && "length" in data && Number(data.length) <= 16;
    this.cover(matrix, box, isRectangle && this.graphics.alpha > 0.95 ? this.graphics.colour : null);
  }

  picture(matrix: Matrix): void {
    this.cover(matrix, [0, 0, 1, 1], null);
  }

  shade(): void {
    this.grounds.push({ x0: -Infinity, y0: -Infinity, x1: Infinity, y1: Infinity, colour: null });
  }

  private cover(matrix: Matrix, [x0 = 0, y0 = 0, x1 = 0, y1 = 0]: number[], colour: string | null): void {
    const corners = [applyMatrix(matrix, x0, y0), applyMatrix(matrix, x1, y1)];
    const xs = corners.map(([x]) => x);
    const ys = corners.map(([, y]) => y);
    this.grounds.push({ x0: Math.min(...xs), x1: Math.max(...xs), y0: Math.min(...ys), y1: Math.max(...ys), colour });
  }

  beginText(): void {
    this.setTextMatrix([1, 0, 0, 1, 0, 0]);
  }

  setTextMatrix(matrix: number[]): void {
    if (matrix.length === 6) this.line = matrix as Matrix;
    this.advance = 0;
  }

  setFont(size: number): void {
    this.size = size;
  }

  setLeading(leading: number): this {
    this.leading = leading;
    return this;
  }

  setSpacing(spacing: number): void {
    this.spacing = spacing;
  }

  setMode(mode: number): void {
    this.mode = mode;
  }

  move(x: number, y: number): void {
    this.line = multiply(this.line, [1, 0, 0, 1, x, y]);
    this.advance = 0;
  }

  nextLine(): void {
    this.move(0, this.leading);
  }

  show(glyphs: (Glyph | number | null)[], matrix: Matrix): void {
    const toPage = multiply(matrix, this.line);
    const place = () => applyMatrix(toPage, this.advance, 0);
    const [x, y] = place();
    for (const glyph of glyphs) {
      if (typeof glyph === "number") this.advance -= (glyph * this.size) / 1000;
      else this.advance += ((glyph?.width ?? 0) * this.size) / 1000 + this.spacing;
    }
    const text = glyphs.map((glyph) => (typeof glyph === "object" ? (glyph?.unicode ?? "") : "")).join("");
    if (text.trim() === "") return;
    const [left = 0, , , top = 0] = this.view;
    const width = place()[0] - x;
    this.paints.push({ x: x - left, width, baseline: top - y, text, hidden: this.hiddenAt(x, y), at: [x, y] });
  }

  /**
   * Some programs write a scan's text before its picture; others draw bold letters as outlines with the text unseen over
   * them, and an outline begins behind the place where its letter does.
   */
  finish(): TextPaint[] {
    return this.paints.map(({ at: [x, y], ...paint }) => {
      const isOver = (at: number) => this.grounds.some((ground) => ground.colour === null && covers(ground, at, y));
      const isScan = paint.hidden === "invisible" && (isOver(x) || isOver(x + paint.width / 2));
      return isScan ? { ...paint, hidden: null } : paint;
    });
  }

  private hiddenAt(x: number, y: number): TextPaint["hidden"] {
    const under = this.grounds.findLast((ground) => covers(ground, x, y));
    const ground = under ? under.colour : white;
    if (ground === null) return null;
    if (invisibleModes.has(this.mode) || this.graphics.alpha < 0.05) return "invisible";
    const { colour } = this.graphics;
    return colour !== null && distance(colour, ground) < nearColours ? "background_colour" : null;
  }
}

/** The foot of a letter that starts at a point. */
function covers({ x0, y0, x1, y1 }: Box, x: number, y: number): boolean {
  return x + 0.5 >= x0 && x + 0.5 <= x1 && y + 1 >= y0 && y + 1 <= y1;
}

function distance(one: string, other: string): number {
  const channels = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const [left, right] = [channels(one), channels(other)];
  return left.reduce((sum, value, index) => sum + Math.abs(value - (right[index] ?? 0)), 0);
}
