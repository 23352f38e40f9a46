import type { FigureKey } from "@/lib/figures/kinds";
import type { FiguresQuery } from "@/lib/figures/schema";

type Number = { figure: FigureKey; of: string; part?: string };

/** Where the list behind a number is, with the same position and months. */
export function figureAddress({ positionId, months }: FiguresQuery, { figure, of, part = "" }: Number): string {
  const query = new URLSearchParams({ figure, of, months: String(months) });
  if (part) query.set("part", part);
  if (positionId) query.set("positionId", positionId);
  return `/figures/list?${query}`;
}
