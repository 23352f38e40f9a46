import { z } from "zod";

/*
 * The part of Inngest's expression language (CEL) that runs here: comparisons of `event.…`, `async.…` and
 * literals by == and !=, joined by &&. The same text means the same on an Inngest server.
 */

const operand = z.union([
  z.object({ root: z.enum(["event", "async"]), path: z.array(z.string()) }),
  z.object({ literal: z.json() }),
]);
type Operand = z.infer<typeof operand>;

export const condition = z.object({ left: operand, equal: z.boolean(), right: operand });
export type Condition = z.infer<typeof condition>;

/** @throws when the text needs more of CEL than is understood here */
export function parseExpression(text: string): Condition[] {
  return text.split("&&").map((part) => {
    const match = /^\s*([^\s=!]+|'[^']*'|"[^"]*")\s*(==|!=)\s*(\S+|'[^']*'|"[^"]*")\s*$/.exec(part);
    if (!match?.[1] || !match[3]) throw new Error(`Expression not supported by the embedded jobs: ${text}`);
    return { left: parseOperand(match[1], text), equal: match[2] === "==", right: parseOperand(match[3], text) };
  });
}

/** Puts in what the run's own event says, so that only the awaited event stays open. */
export function bindEvent(conditions: Condition[], event: unknown): Condition[] {
  const bind = (side: Operand): Operand => {
    const value = "root" in side && side.root === "event" ? read(event, side.path) : null;
    return value === null ? side : { literal: z.json().parse(value) };
  };
  return conditions.map(({ left, equal, right }) => ({ left: bind(left), equal, right: bind(right) }));
}

export function holds(conditions: Condition[], scope: { event?: unknown; async?: unknown }) {
  const value = (side: Operand) => ("root" in side ? read(scope[side.root], side.path) : side.literal);
  return conditions.every(({ left, equal, right }) => {
    // Two events that both lack a field do not match by it.
    const bothMissing = value(left) === null && "root" in left && "root" in right;
    return (value(left) === value(right) && !bothMissing) === equal;
  });
}

/** The value of an `event.data.x` path as a text to count or compare by; null when the event has none. */
export function readKey(path: string[], event: unknown): string | null {
  const value = read(event, path);
  return value === null ? null : typeof value === "string" ? value : JSON.stringify(value);
}

/** `event.data.x` as ["data", "x"], or null when the text is anything else. */
export function parseEventPath(text: string): string[] | null {
  return /^event(\.[A-Za-z_]\w*)+$/.test(text) ? text.split(".").slice(1) : null;
}

function parseOperand(text: string, whole: string): Operand {
  const path = /^(event|async)((?:\.[A-Za-z_]\w*)+)$/.exec(text);
  if (path?.[2]) return { root: path[1] === "event" ? "event" : "async", path: path[2].slice(1).split(".") };
  const quoted = /^'([^'\\]*)'$|^"([^"\\]*)"$/.exec(text);
  if (quoted) return { literal: quoted[1] ?? quoted[2] ?? "" };
  if (/^(true|false|null|-?\d+(\.\d+)?)$/.test(text)) return { literal: JSON.parse(text) };
  throw new Error(`Expression not supported by the embedded jobs: ${whole}`);
}

function read(value: unknown, path: string[]): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== "object" || current === null) return null;
    current = Object.getOwnPropertyDescriptor(current, key)?.value;
  }
  return current ?? null;
}
