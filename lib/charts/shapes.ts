/** A picture as plain shapes, so that a screen, a PDF and a Word file draw the same one. Units are points. */
export type Shape =
  | { type: "line"; points: [x: number, y: number][]; colour: Colour; width: number; isDashed?: boolean }
  | { type: "polygon"; points: [x: number, y: number][]; colour: Colour; opacity: number; outline?: number }
  | { type: "dot"; x: number; y: number; radius: number; colour: Colour }
  | {
      type: "text";
      x: number;
      y: number;
      text: string;
      size: number;
      align: "left" | "center" | "right";
      colour: Colour;
    };

/** `series0` … are those of things beside each other. */
export type Colour = "ink" | "soft" | "line" | "accent" | "range" | "series0" | "series1" | "series2" | "series3";

export type Picture = { width: number; height: number; shapes: Shape[] };
export const seriesColours = ["series0", "series1", "series2", "series3"] as const;
