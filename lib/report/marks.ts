import type { BoardMark } from "@/lib/screening/schema";

/** Readable without colour; the same as on the screen. */
export const marks: Record<BoardMark, string> = { met: "●", partly: "◐", not_met: "○", unknown: "?", gate_failed: "■" };
