import { type Colour, type Picture, type Shape, seriesColours } from "@/lib/charts/shapes";

export type RadarSeries = { name: string; values: (number | null)[] };
type Radar = {
  axes: string[];
  series: readonly RadarSeries[];
  max: number;
  min: number;
  /** The names below, where no list beside it tells them. */
  hasLegend?: boolean;
  width?: number;
  height?: number;
};

const rings = 4;
const labelSize = 9;
const legendRow = 14;

/**
 * Values on axes around a middle. One that is unknown has no corner: the outline goes from its neighbours straight to
 * the others, dashed, and its axis stays empty.
 */
export function radarPicture({ axes, series, max, min, hasLegend, width = 320, height = 230 }: Radar): Picture {
  const middle = { x: width / 2, y: height / 2 + 4 };
  const radius = Math.min(width / 2 - 80, height / 2 - 24);
  const at = (axis: number, share: number): [number, number] => {
    const angle = (axis / axes.length) * 2 * Math.PI - Math.PI / 2;
    return [round(middle.x + Math.cos(angle) * radius * share), round(middle.y + Math.sin(angle) * radius * share)];
  };
  const around = (share: number) => axes.map((_, axis) => at(axis, share));
  const grid: Shape[] = [
    ...Array.from({ length: rings }, (_, ring): Shape => {
      const points = around((ring + 1) / rings);
      return { type: "line", points: [...points, ...points.slice(0, 1)], colour: "line", width: 0.7 };
    }),
    ...axes.map((_, axis): Shape => ({ type: "line", points: [at(axis, 0), at(axis, 1)], colour: "line", width: 0.7 })),
    ...axes.map((text, axis): Shape => {
      const [x, y] = at(axis, 1.14);
      const align = Math.abs(x - middle.x) < 4 ? "center" : x > middle.x ? "left" : "right";
      return { type: "text", x, y, text, size: labelSize, align, colour: "soft" };
    }),
  ];
  const lines = series.flatMap(({ values }, place): Shape[] => {
    const colour: Colour = seriesColours[place % seriesColours.length] ?? "accent";
    const points = values.flatMap((value, axis) => (value === null ? [] : [at(axis, (value - min) / (max - min))]));
    const isWhole = points.length === axes.length;
    const closed = [...points, ...points.slice(0, 1)];
    return [
      ...(points.length > 2 ? [{ type: "polygon" as const, points, colour, opacity: 0.1 }] : []),
      ...(points.length > 1
        ? [{ type: "line" as const, points: closed, colour, width: 1.5, ...(!isWhole && { isDashed: true }) }]
        : []),
      ...points.map(([x, y]): Shape => ({ type: "dot", x, y, radius: 2.5, colour })),
    ];
  });
  if (!hasLegend) return { width, height, shapes: [...grid, ...lines] };
  const legend = series.flatMap(({ name }, place): Shape[] => {
    const y = height + place * legendRow + 4;
    const colour: Colour = seriesColours[place % seriesColours.length] ?? "accent";
    return [
      { type: "dot", x: middle.x - 60, y, radius: 3, colour },
      { type: "text", x: middle.x - 50, y, text: name, size: labelSize, align: "left", colour: "ink" },
    ];
  });
  return { width, height: height + series.length * legendRow + 6, shapes: [...grid, ...lines, ...legend] };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
