import type { Picture, Shape } from "./shapes";

/** From and to as days since 1970; a moment has no length. */
export type TimelineEntry = { label: string; from: number; to: number };
type Timeline = { entries: readonly TimelineEntry[]; width?: number };

const rowHeight = 18;
const labelWidth = 190;
const axisHeight = 18;
const barHeight = 8;
const fewestPixels = 3;
const dayMs = 86_400_000;

/** Bars over a scale of time, the first at the top; the scale has years, months or days, as there is room. */
export function timelinePicture({ entries, width = 480 }: Timeline): Picture {
  const height = entries.length * rowHeight + axisHeight + 6;
  if (entries.length === 0) return { width, height, shapes: [] };
  const first = Math.min(...entries.map(({ from }) => from));
  const last = Math.max(...entries.map(({ to }) => to), first + 1);
  const at = (day: number) => labelWidth + ((day - first) / (last - first)) * (width - labelWidth - 14) + 4;
  const bottom = entries.length * rowHeight + 2;
  const ticks = ticksBetween(first, last);
  return {
    ...{ width, height },
    shapes: [
      ...ticks.flatMap(({ day, text }): Shape[] => [
        {
          type: "line",
          points: [
            [at(day), 0],
            [at(day), bottom],
          ],
          colour: "line",
          width: 0.5,
        },
        { type: "text", x: at(day), y: bottom + 9, text, size: 7.5, align: "center", colour: "soft" },
      ]),
      ...entries.flatMap(({ label, from, to }, row): Shape[] => {
        const y = row * rowHeight + rowHeight / 2;
        const [left, right] = [at(from), Math.max(at(to), at(from) + fewestPixels)];
        const corners: [number, number][] = [
          [left, y - barHeight / 2],
          [right, y - barHeight / 2],
          [right, y + barHeight / 2],
          [left, y + barHeight / 2],
        ];
        return [
          { type: "text", x: 0, y, text: shorten(label), size: 8.5, align: "left", colour: "ink" },
          { type: "polygon", points: corners, colour: "accent", opacity: 0.75 },
        ];
      }),
    ],
  };
}

/** About as many characters as fit before the bars; a Chinese one is as wide as two. */
function shorten(label: string): string {
  let room = 40;
  let end = 0;
  for (const character of label) {
    room -= /[\u2e80-\uffef]/.test(character) ? 2 : 1;
    if (room < 0) return `${label.slice(0, end)}…`;
    end += character.length;
  }
  return label;
}

function ticksBetween(first: number, last: number): { day: number; text: string }[] {
  const days = last - first;
  const steps = [1, 7, 30.44, 91.3, 365.25, 730.5, 1826, 3652];
  const step = steps.find((length) => days / length <= 7) ?? 3652;
  const count = Math.floor(days / step) + 1;
  return Array.from({ length: count }, (_, index) => {
    const day = Math.round(first + index * step);
    const date = new Date(day * dayMs).toISOString();
    return { day, text: step >= 365 ? date.slice(0, 4) : step >= 30 ? date.slice(0, 7) : date.slice(5, 10) };
  });
}
