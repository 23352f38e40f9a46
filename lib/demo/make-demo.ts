import { createHash } from "node:crypto";
import type { Track } from "./content/content";
import { type Dice, makeDice } from "./dice";
import { docxLayouts } from "./files/docx-layouts";
import { pdfLayouts } from "./files/pdf-layouts";
import { tablePdf } from "./files/pdf-table";
import { scanPdf } from "./files/scan-pdf";
import { gb18030Text, markdown, plainText, typedText } from "./files/text";
import { demoSeed } from "./kinds";
import { type Fit, type Language, makePerson, type Person } from "./person";
import { type DateLook, type ResumeText, writeResume } from "./resume-text";
import { type Truth, truthOf } from "./truth";

/** A resume that nobody wrote. `make` gives the same bytes for the same seed. */
export type DemoFile = {
  name: string;
  layout: string;
  /** scan: no text in it; copy: the bytes of an earlier file; newer: a person of an earlier file, a year on. */
  special: "scan" | "copy" | "newer" | null;
  truth: Truth;
  track: Track;
  make: () => Promise<Buffer>;
};

const layouts: Record<string, (resume: ResumeText) => Promise<Buffer> | Buffer> = {
  "one-column.pdf": pdfLayouts.oneColumn,
  "form.docx": docxLayouts.form,
  "left-sidebar.pdf": pdfLayouts.leftSidebar,
  "plain.txt": plainText,
  "centred.pdf": pdfLayouts.centredHeader,
  "sidebar.docx": docxLayouts.sidebar,
  "right-sidebar.pdf": pdfLayouts.rightSidebar,
  "table.pdf": tablePdf,
  "headings.md": markdown,
  "plain.docx": docxLayouts.plain,
  "timeline.pdf": pdfLayouts.timeline,
  "typed.txt": typedText,
  "centred.docx": docxLayouts.centred,
};
const layoutNames = Object.keys(layouts);
const dateLooks: DateLook[] = ["dots", "words", "slashes"];

/** How many of each, in which language. */
const casts: [Track, Language, number][] = [
  ["backend", "zh", 7],
  ["backend", "mixed", 3],
  ["backend", "en", 2],
  ["product", "zh", 3],
  ["product", "mixed", 4],
  ["product", "en", 2],
  ["accountant", "zh", 9],
  ["sales", "en", 9],
  ["analyst", "en", 6],
  ["analyst", "zh", 3],
  ["nurse", "zh", 9],
];
const fits: Fit[] = ["strong", "middle", "strong", "weak", "middle"];

/** The sixty files of the demo: 57 people, and three that show what else happens in a library. */
export function makeDemo(seed = demoSeed): DemoFile[] {
  const dice = makeDice(seed);
  const people = casts.flatMap(([track, language, count]) =>
    Array.from({ length: count }, () => ({ track, language })),
  );
  const files = people.map(({ track, language }, number) => {
    const person = makePerson({ number, track, language, fit: fits[number % fits.length] ?? "middle", dice });
    const layout = layoutNames[number % layoutNames.length] ?? "";
    return { ...toFile({ person, number, layout, dice }), person };
  });
  const [first, second, third] = [files[2], files[20], files[40]];
  if (!first || !second || !third) throw new Error("The cast is too small");
  const scanned = makePerson({ number: 57, track: "accountant", language: "zh", fit: "middle", dice });
  const scanSeed = dice.int(1, 1_000_000);
  const newer = toFile({ person: withNewJobDuty(second.person), number: 58, layout: "plain.docx", dice });
  return [
    ...files.map(({ person: _, ...file }) => file),
    {
      ...toFile({ person: scanned, number: 57, layout: "one-column.pdf", dice }),
      name: "扫描件-简历.pdf",
      layout: "scan",
      special: "scan",
      make: () => scanPdf(makeDice(scanSeed)),
    },
    { ...newer, special: "newer" },
    {
      name: `副本-${first.name}`,
      layout: first.layout,
      special: "copy",
      truth: first.truth,
      track: first.track,
      make: first.make,
    },
  ];
}

type ToFile = { person: Person; number: number; layout: string; dice: Dice };

function toFile({ person, number, layout, dice }: ToFile): DemoFile {
  const resume = writeResume({ person, dates: dice.pick(dateLooks), statesYears: dice.isLucky(0.5) });
  const isOldEncoding = layout === "plain.txt" && number % 2 === 1 && !resume.isEnglish;
  const write = isOldEncoding ? gb18030Text : layouts[layout];
  if (!write) throw new Error(`There is no layout ${layout}`);
  const ending = layout.slice(layout.lastIndexOf("."));
  const name = resume.isEnglish
    ? `${person.name.replaceAll(" ", "_")}_Resume${ending}`
    : `${person.name}-${resume.headline}${ending}`;
  return {
    name,
    layout: isOldEncoding ? "gb18030.txt" : layout,
    special: null,
    truth: truthOf(person),
    track: person.track,
    make: async () => write(resume),
  };
}

/** The same person, writing again after a while. */
function withNewJobDuty(person: Person): Person {
  return { ...person, skills: [...person.skills, person.language === "en" ? "Stakeholder Management" : "团队管理"] };
}

export function hashOf(bytes: Buffer) {
  return createHash("sha256").update(bytes).digest("hex");
}
