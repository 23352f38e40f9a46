import type { Picture, Shape } from "./shapes";

export type Bar = { label: string; value: number | null; low?: number; high?: number; text?: string };
type Bars = { bars: readonly Bar[]; max: number; width?: number; labelWidth?: number };

const rowHeight = 20;
const valueWidth = 90;

/** Values as bars from the left; one with a range shows it behind a mark, and one that is unknown the range alone. */
export function barsPicture({ bars, max, width = 460, labelWidth = 130 }: Bars): Picture {
  const room = width - labelWidth - valueWidth;
  const at = (value: number | null) => labelWidth + (max > 0 ? Math.min(1, Math.max(0, (value ?? 0) / max)) : 0) * room;
  const shapes = bars.flatMap(({ label, value, low, high, text }, row): Shape[] => {
    const y = row * rowHeight + rowHeight / 2;
    const isRange = low !== undefined && high !== undefined;
    const box = (from: number, to: number, half: number): [number, number][] => [
      [from, y - half],
      [to, y - half],
      [to, y + half],
      [from, y + half],
    ];
    const bar: Shape[] = isRange
      ? [
          { type: "polygon", points: box(at(low), Math.max(at(high), at(low) + 1), 2.5), colour: "range", opacity: 1 },
          ...(value === null ? [] : [mark(at(value), y)]),
        ]
      : [
          {
            type: "polygon",
            points: box(labelWidth, Math.max(at(value), labelWidth + 0.5), 4),
            colour: "accent",
            opacity: 0.8,
          },
        ];
    return [
      { type: "text", x: labelWidth - 8, y, text: label, size: 9, align: "right", colour: "ink" },
      {
        type: "line",
        points: [
          [labelWidth, y],
          [labelWidth + room, y],
        ],
        colour: "line",
        width: 0.6,
      },
      ...bar,
      {
        type: "text",
        x: width - valueWidth + 8,
        y,
        text: text ?? (value === null ? "" : String(value)),
        size: 9,
        align: "left",
        colour: "soft",
      },
    ];
  });
  return { width, height: bars.length * rowHeight + 4, shapes };
}

function mark(x: number, y: number): Shape {
  return {
    ...{ type: "line", colour: "accent", width: 2 },
    points: [
      [x, y - 6],
      [x, y + 6],
    ],
  };
}
