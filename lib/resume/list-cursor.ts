import { z } from "zod";
import { AppError } from "@/lib/errors";
import { type WordReading, wordReadings } from "@/lib/resume/parsing/index/search-tokens";

/** A match: what sorting needs of it. */
export type Found = { id: string; receivedAt: Date };

/** How the words of the query are taken on a page behind a row, and whether those that say them were shown before. */
type Words = { reading?: WordReading; isRest?: boolean };
type Cursor = { kind: "sorted"; offset: number; after: null } | ({ kind: "newest"; offset: 0; after: Found } & Words);

/** Where a page begins: a place among sorted matches, or the row before it. */
export function cursorOf(place: { offset: number } | ({ after: Found } & Words)): string {
  if ("offset" in place) return `s_${place.offset}`;
  const { after, reading = "whole", isRest } = place;
  return `${isRest ? "r" : "n"}_${after.receivedAt.toISOString()}_${after.id}_${reading}`;
}

const shape = z.union([
  z.tuple([z.literal("s"), z.coerce.number().int().min(0).max(1000)]),
  z.tuple([z.enum(["n", "r"]), z.iso.datetime(), z.uuid(), z.enum(wordReadings)]),
]);

/** @throws bad_request for a cursor this server did not make */
export function readCursor(text: string | undefined): Cursor | null {
  if (!text) return null;
  const parsed = shape.safeParse(text.split("_"));
  if (!parsed.success) throw new AppError("bad_request", "invalid_fields", { values: { fields: "cursor" } });
  const [kind, value, id, reading] = parsed.data;
  if (kind === "s") return { kind: "sorted", offset: value, after: null };
  return { kind: "newest", offset: 0, after: { id, receivedAt: new Date(value) }, reading, isRest: kind === "r" };
}
