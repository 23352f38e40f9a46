import { createCanvas, GlobalFonts } from "@napi-rs/canvas";
import { printColours } from "../../charts/print-colours";
import type { Picture, Shape } from "../../charts/shapes";

/** Pixels for a point: sharp in print. */
const scale = 3;
const family = "Hireglass Report";
/** A picture in the report's own font, on white. */
export function drawPng({ width, height, shapes }: Picture, fontFile: string): Uint8Array {
  if (!GlobalFonts.has(family)) GlobalFonts.registerFromPath(fontFile, family);
  const canvas = createCanvas(Math.ceil(width * scale), Math.ceil(height * scale));
  const context = canvas.getContext("2d");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(scale, scale);
  for (const shape of shapes) draw(context, shape);
  return Uint8Array.from(canvas.toBuffer("image/png"));
}

type Context = ReturnType<ReturnType<typeof createCanvas>["getContext"]>;

function draw(context: Context, shape: Shape) {
  const colour = printColours[shape.colour];
  context.fillStyle = colour;
  context.strokeStyle = colour;
  if (shape.type === "text") {
    context.font = `${shape.size}px "${family}"`;
    context.textAlign = shape.align;
    context.textBaseline = "middle";
    context.fillText(shape.text, shape.x, shape.y);
    return;
  }
  context.beginPath();
  if (shape.type === "dot") {
    context.arc(shape.x, shape.y, shape.radius, 0, 2 * Math.PI);
    context.fill();
    return;
  }
  for (const [x, y] of shape.points) context.lineTo(x, y);
  if (shape.type === "polygon") {
    context.closePath();
    context.globalAlpha = shape.opacity;
    context.fill();
    context.globalAlpha = 1;
    return;
  }
  context.setLineDash(shape.isDashed ? [4, 3] : []);
  context.lineWidth = shape.width;
  context.stroke();
}
