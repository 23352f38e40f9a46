/** A piece of text as the PDF draws it. Points; y grows downwards from the page's top. */
export type Run = {
  text: string;
  x: number;
  top: number;
  width: number;
  size: number;
  baseline: number;
  /** The PDF's own name for the font; equal names are equal fonts within a page. */
  font: string;
  /** From 0 to 1 where OCR read it. */
  confidence?: number;
};

/** Runs on one baseline without a wide gap between them: a phrase, a table cell, one column's line. */
export type Segment = {
  text: string;
  /** Where each run stands within `text`. */
  parts: { start: number; end: number; run: Run }[];
  x0: number;
  x1: number;
  top: number;
  bottom: number;
  baseline: number;
  size: number;
};

/** Segments read together from left to right. */
export type Row = { segments: Segment[]; isNewBlock: boolean };
