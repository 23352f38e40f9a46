import type { Colour, Picture as Drawn, Shape } from "@/lib/charts/shapes";

/** Of the screen's own colours, light and dark. */
export const screenColours: Record<Colour, string> = {
  ...{ ink: "var(--ink)", soft: "var(--ink-soft)", line: "var(--line)", accent: "var(--accent)" },
  ...{ range: "color-mix(in oklch, var(--accent) 40%, transparent)", series0: "var(--accent)" },
  ...{ series1: "var(--series-1)", series2: "var(--series-2)", series3: "var(--series-3)" },
};

/** A picture with its name; the numbers stand in a table beside it. */
export function Picture({ picture, label, className }: { picture: Drawn; label: string; className?: string }) {
  const { width, height, shapes } = picture;
  return (
    <svg aria-label={label} className={className} role="img" viewBox={`0 0 ${width} ${height}`}>
      {shapes.map((shape, index) => (
        <Drawing key={index} shape={shape} />
      ))}
    </svg>
  );
}

const anchors = { left: "start", center: "middle", right: "end" } as const;

function Drawing({ shape }: { shape: Shape }) {
  const colour = screenColours[shape.colour];
  switch (shape.type) {
    case "line":
      return (
        <polyline
          fill="none"
          points={shape.points.join(" ")}
          stroke={colour}
          strokeDasharray={shape.isDashed ? "4 3" : undefined}
          strokeWidth={shape.width}
        />
      );
    case "polygon":
      return (
        <polygon
          fill={colour}
          fillOpacity={shape.opacity}
          points={shape.points.join(" ")}
          stroke={shape.outline ? colour : undefined}
          strokeWidth={shape.outline}
        />
      );
    case "dot":
      return <circle cx={shape.x} cy={shape.y} fill={colour} r={shape.radius} />;
    case "text":
      return (
        <text
          dominantBaseline="middle"
          fill={colour}
          fontSize={shape.size}
          textAnchor={anchors[shape.align]}
          x={shape.x}
          y={shape.y}
        >
          {shape.text}
        </text>
      );
  }
}
