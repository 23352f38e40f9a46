import { type Dice, makeDice } from "../demo/dice";
import { docxLayouts } from "./files/docx-layouts";
import { textBoxDocx } from "./files/docx-text-boxes";
import { pdfLayouts } from "./files/pdf-layouts";
import { pdfTables } from "./files/pdf-tables";
import { scanLayouts } from "./files/scans";
import { textLayouts } from "./files/text";
import { type Language, makePerson, type Person } from "./person";
import type { Truth } from "./truth";
import type { Look } from "./writing/arrange";
import type { Sheet } from "./writing/sheet";
import { writeResume } from "./writing/write-resume";

/** A resume that nobody wrote, and exactly what it says. `make` gives the same bytes for the same seed. */
export type GoldFile = {
  name: string;
  language: Language;
  format: "pdf" | "docx" | "doc" | "txt" | "md" | "image";
  layout: string;
  truth: Truth;
  make: () => Promise<Buffer>;
};

export const goldSeed = 20_26_11;

type Layout = {
  name: string;
  ending: string;
  format: GoldFile["format"];
  draw: (sheet: Sheet) => Promise<Buffer> | Buffer;
  /** How often it comes, and the only ways it can set an entry. */
  count: number;
  looks?: Look[];
  /** One page is all there is. */
  isShort?: boolean;
};

const gutter: Look[] = ["gutter", "gutter-line"];
const layouts: Layout[] = [
  { name: "one column", ending: "pdf", format: "pdf", draw: pdfLayouts.oneColumn, count: 10 },
  { name: "centred header", ending: "pdf", format: "pdf", draw: pdfLayouts.centred, count: 8 },
  { name: "left sidebar", ending: "pdf", format: "pdf", draw: pdfLayouts.leftSidebar, count: 9 },
  { name: "right sidebar", ending: "pdf", format: "pdf", draw: pdfLayouts.rightSidebar, count: 9 },
  { name: "two columns", ending: "pdf", format: "pdf", draw: pdfLayouts.twoColumns, count: 8 },
  { name: "dense", ending: "pdf", format: "pdf", draw: pdfLayouts.dense, count: 7 },
  { name: "spaced headings", ending: "pdf", format: "pdf", draw: pdfLayouts.spacedHeadings, count: 7 },
  { name: "many pages", ending: "pdf", format: "pdf", draw: pdfLayouts.manyPages, count: 7 },
  { name: "date gutter", ending: "pdf", format: "pdf", draw: pdfTables.gutter, count: 9, looks: gutter },
  { name: "headings left", ending: "pdf", format: "pdf", draw: pdfTables.headingsLeft, count: 7 },
  { name: "ruled form", ending: "pdf", format: "pdf", draw: pdfTables.form, count: 8 },
  { name: "icons", ending: "pdf", format: "pdf", draw: pdfTables.icons, count: 7 },
  { name: "plain Word", ending: "docx", format: "docx", draw: docxLayouts.plain, count: 8 },
  { name: "sidebar table", ending: "docx", format: "docx", draw: docxLayouts.sidebar, count: 7 },
  { name: "form table", ending: "docx", format: "docx", draw: docxLayouts.form, count: 7 },
  { name: "page header", ending: "docx", format: "docx", draw: docxLayouts.pageHeader, count: 6 },
  { name: "date column", ending: "docx", format: "docx", draw: docxLayouts.columns, count: 6, looks: gutter },
  { name: "text boxes", ending: "docx", format: "docx", draw: textBoxDocx, count: 6 },
  { name: "Word 97", ending: "doc", format: "doc", draw: textLayouts.doc, count: 6 },
  { name: "plain text", ending: "txt", format: "txt", draw: textLayouts.plain, count: 7 },
  { name: "typed text", ending: "txt", format: "txt", draw: textLayouts.typed, count: 6 },
  { name: "old encoding", ending: "txt", format: "txt", draw: textLayouts.old, count: 5 },
  { name: "Markdown", ending: "md", format: "md", draw: textLayouts.markdown, count: 6 },
  { name: "PNG page", ending: "png", format: "image", draw: scanLayouts.png, count: 4, isShort: true },
  { name: "faint JPEG", ending: "jpg", format: "image", draw: scanLayouts.jpeg, count: 4, isShort: true },
  { name: "scanned PDF", ending: "pdf", format: "image", draw: scanLayouts.scannedPdf, count: 4 },
];
/** Half Chinese, four in ten English, the rest both. */
const languages: Language[] = ["zh", "en", "zh", "en", "zh", "en", "zh", "en", "zh", "mixed"];

export function makeGold(seed = goldSeed): GoldFile[] {
  const order = layouts.flatMap((layout) => Array.from({ length: layout.count }, () => layout));
  return order.map((layout, number) => makeFile({ layout, number, seed }));
}

/** All truths, one to a line, as they stand in truth.jsonl. */
export function truthLines(): string {
  return makeGold()
    .map(
      ({ name, language, format, layout, truth }) => `${JSON.stringify({ name, language, format, layout, truth })}\n`,
    )
    .join("");
}

/** Every file has dice of its own, so that a change to one leaves the others as they are. */
function makeFile({ layout, number, seed }: { layout: Layout; number: number; seed: number }): GoldFile {
  const dice: Dice = makeDice(seed * 1000 + number);
  const language = languages[(number * 7 + Math.floor(number / 10)) % languages.length] ?? "zh";
  const whole = makePerson(number, language, dice);
  const person = layout.isShort ? shorten(whole) : whole;
  const { sheet, truth } = writeResume(person, { looks: layout.looks }, dice);
  return {
    name: `${String(number).padStart(3, "0")}-${layout.name.toLowerCase().replaceAll(" ", "-")}.${layout.ending}`,
    ...{ language, format: layout.format, layout: layout.name, truth },
    make: async () => layout.draw(sheet),
  };
}

function shorten(person: Person): Person {
  const jobs = person.jobs.slice(0, 2).map((job) => ({ ...job, duties: job.duties.slice(0, 1) }));
  return { ...person, jobs, projects: [] };
}
