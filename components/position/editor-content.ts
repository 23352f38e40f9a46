import type { DraftedPosition } from "@/lib/position/draft-schema";
import type { PositionDetail, SavePositionInput } from "@/lib/position/schema";

export type EditorContent = {
  content: SavePositionInput;
  /** What the description says, for the requirements that were read from it, by their key. */
  quotes: ReadonlyMap<string, string>;
};

export function contentOf(position: PositionDetail | null): SavePositionInput {
  const {
    title = "",
    department = "",
    city = "",
    description = "",
    salaryMin = null,
    salaryMax = null,
    requirements = [],
  } = position ?? {};
  return { title, department, city, description, salaryMin, salaryMax, requirements };
}

export function contentOfDraft({ draft }: DraftedPosition): EditorContent {
  const { leftOut: _, requirements: drafted, ...content } = draft;
  const rows = drafted.map(({ quote, ...requirement }) => ({
    quote: quote.text,
    requirement: { ...requirement, key: crypto.randomUUID(), note: "" },
  }));
  return {
    content: { ...content, requirements: rows.map(({ requirement }) => requirement) },
    quotes: new Map(rows.map(({ requirement, quote }) => [requirement.key, quote])),
  };
}
