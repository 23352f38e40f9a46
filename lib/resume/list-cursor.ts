import { z } from "zod";
import { AppError } from "@/lib/errors";

/** A match: what sorting needs of it. */
export type Found = { id: string; receivedAt: Date };

type Cursor = { kind: "sorted"; offset: number; after: null } | { kind: "newest"; offset: 0; after: Found };

/** Where a page begins: a place among sorted matches, or the row before it. */
export function cursorOf(place: { offset: number } | { after: Found }): string {
  return "offset" in place ? `s_${place.offset}` : `n_${place.after.receivedAt.toISOString()}_${place.after.id}`;
}

const shape = z.union([
  z.tuple([z.literal("s"), z.coerce.number().int().min(0).max(1000)]),
  z.tuple([z.literal("n"), z.iso.datetime(), z.uuid()]),
]);

/** @throws bad_request for a cursor this server did not make */
export function readCursor(text: string | undefined): Cursor | null {
  if (!text) return null;
  const parsed = shape.safeParse(text.split("_"));
  if (!parsed.success) throw new AppError("bad_request", "invalid_fields", { values: { fields: "cursor" } });
  const [kind, value, id] = parsed.data;
  if (kind === "s") return { kind: "sorted", offset: value, after: null };
  return { kind: "newest", offset: 0, after: { id, receivedAt: new Date(value) } };
}
