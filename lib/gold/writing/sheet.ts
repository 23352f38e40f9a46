import type { SectionName } from "../content/wording";
import type { Language } from "../person";

/** One line: what stands left, what stands at the right edge, and how much of it is set in bold. */
export type Row = { left: string; right?: string; bold: number };
/** `dates` are apart only where the layout has a place of their own for them. */
export type Entry = { dates: string | null; rows: Row[]; lines: string[] };
export type Section = { kind: SectionName; heading: string; entries: Entry[]; lines: string[]; isSide: boolean };
export type Fact = { kind: "phone" | "email" | "place" | "link" | "other"; label: string; value: string };

/** What a resume says, in its order and words, before it is laid out. */
export type Sheet = {
  language: Language;
  name: string;
  headline: string | null;
  facts: Fact[];
  sections: Section[];
  /** Under the frame where a photograph would be. */
  caption: string | null;
  footer: ((page: number, pages: number) => string) | null;
  bullet: string;
};

export function colon({ language }: Pick<Sheet, "language">) {
  return language === "en" ? ": " : "：";
}

export function factLine(sheet: Sheet, between: string) {
  return sheet.facts.map((fact) => factText(sheet, fact)).join(between);
}

export function factText(sheet: Sheet, { label, value }: Fact) {
  return label ? `${label}${colon(sheet)}${value}` : value;
}

/** Whole lines in bold, plain lines, and both in one. */
export const bold = (left: string, right?: string): Row => ({ left, right, bold: left.length });
export const plain = (left: string, right?: string): Row => ({ left, right, bold: 0 });
