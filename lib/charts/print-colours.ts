import type { Colour } from "./shapes";

/** On white paper; the screen has its own. */
export const printColours: Record<Colour, string> = {
  ...{ ink: "#1b2225", soft: "#566067", line: "#d5dadd", accent: "#0b5a60", range: "#8fb8bb" },
  ...{ series0: "#0b5a60", series1: "#b4622d", series2: "#6d4a94", series3: "#3d7a4a" },
};
