import type { Reading } from "./measure";
import { calibration, type Figures, type Tally, tally } from "./scoring/tally";

/** What is aimed at on files never seen. */
export const aims: Record<string, number> = {
  ...{ name: 0.98, email: 0.98, phone: 0.98, "education.entry": 0.9, "work.entry": 0.9, skills: 0.85, overall: 0.931 },
};
/** Pictures are read by OCR first and take minutes; a test that runs often leaves them out. */
export const isScan = ({ format }: { format: string }) => format === "image";

export type Baseline = { files: number; text: Tally; scans: Tally };

export function toBaseline(gold: Reading[]): Baseline {
  const scans = gold.filter(isScan);
  const text = gold.filter((reading) => !isScan(reading));
  return { files: gold.length, text: rounded(tallyOf(text)), scans: rounded(tallyOf(scans)) };
}

export function tallyOf(readings: Reading[]): Tally {
  return tally(readings.flatMap(({ verdicts }) => verdicts));
}

function rounded({ overall, fields }: Tally): Tally {
  return {
    overall: roundFigures(overall),
    fields: Object.fromEntries(Object.entries(fields).map(([field, figures]) => [field, roundFigures(figures)])),
  };
}

function roundFigures({ count, precision, recall, f1 }: Figures): Figures {
  const round = (share: number | null) => (share === null ? null : Math.round(share * 10_000) / 10_000);
  return { count, precision: round(precision), recall: round(recall), f1: round(f1) };
}

type Table = { title: string; head: string[]; rows: string[][] };

/** The tables of a run, for the terminal and for the report alike. */
export function tables(gold: Reading[], real: Reading[]): Table[] {
  const text = gold.filter((reading) => !isScan(reading));
  return [
    byField("Made-up files with text", text),
    groups("By language", text, ({ language }) => language),
    groups("By format", gold, ({ format }) => format),
    groups("By layout", gold, ({ layout }) => layout),
    bands("Confidence, made-up files with text", text),
    times("Time to read a file", gold),
    ...(gold.some(isScan) ? [byField("Made-up scans and pictures, read by OCR", gold.filter(isScan))] : []),
    ...(real.length > 0
      ? [
          byField("Real labelled files", real),
          bands("Confidence, real labelled files", real),
          times("Time to read a real file", real),
        ]
      : []),
  ];
}

function byField(title: string, readings: Reading[]): Table {
  const { overall, fields } = tallyOf(readings);
  const rows = [["overall", overall] as const, ...Object.entries(fields)].map(
    ([field, { count, precision, recall, f1 }]) => [
      ...[
        field,
        String(count),
        percent(precision),
        percent(recall),
        percent(f1),
        aims[field] ? percent(aims[field]) : "",
      ],
    ],
  );
  const failed = readings.filter(({ failure }) => failure !== null).length;
  const unread = failed > 0 ? `, ${failed} of them not read` : "";
  return {
    title: `${title} (${readings.length} files${unread})`,
    head: ["field", "n", "precision", "recall", "F1", "aim"],
    rows,
  };
}

const shown = ["name", "email", "phone", "city", "degree", "education.entry", "work.entry", "projects.name", "skills"];

function groups(title: string, readings: Reading[], keyOf: (reading: Reading) => string): Table {
  const rows = [...Map.groupBy(readings, keyOf)].map(([key, own]) => {
    const { overall, fields } = tallyOf(own);
    return [key, String(own.length), percent(overall.f1), ...shown.map((field) => percent(fields[field]?.f1 ?? null))];
  });
  return { title: `${title} (F1)`, head: ["", "files", "overall", ...shown], rows };
}

function bands(title: string, readings: Reading[]): Table {
  const rows = calibration(readings.flatMap(({ verdicts }) => verdicts)).map(({ from, to, count, right }) => [
    ...[`${from.toFixed(2)} – ${to.toFixed(2)}`, String(count), percent(count > 0 ? right / count : null)],
  ]);
  return { title, head: ["confidence", "values", "right"], rows };
}

function times(title: string, readings: Reading[]): Table {
  const rows = [...Map.groupBy(readings, ({ format }) => format)].map(([format, own]) => {
    const sorted = own.map(({ ms }) => ms).sort((a, b) => a - b);
    const at = (share: number) =>
      `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0)} ms`;
    return [format, String(own.length), at(0.5), at(0.95)];
  });
  return { title, head: ["format", "files", "p50", "p95"], rows };
}

function percent(share: number | null) {
  return share === null ? "–" : (share * 100).toFixed(1);
}

export function toMarkdown(all: Table[]): string {
  const table = ({ title, head, rows }: Table) => {
    const widths = head.map((cell, column) => Math.max(3, cell.length, ...rows.map((row) => row[column]?.length ?? 0)));
    const line = (cells: string[]) =>
      `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
    return [`## ${title}`, "", line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line), ""];
  };
  return [...introduction, ...all.flatMap(table)].join("\n");
}

export function toLines(all: Table[]): string {
  return all
    .flatMap(({ title, head, rows }) => {
      const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0)));
      const line = (cells: string[]) =>
        cells
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join("  ")
          .trimEnd();
      return ["", title, line(head), ...rows.map(line)];
    })
    .join("\n");
}

const introduction = [
  "# How right the parser is",
  "",
  "Written by `npm run bench:accuracy`, together with `accuracy.json`, which a test holds the parser to: no field may fall by more than one point.",
  "",
  "- **Made-up files**: people who do not exist, from a seed (`lib/gold`), in Chinese, English and both, drawn as real PDF, Word, text and picture files while the bench runs. What each says stands in `lib/gold/truth.jsonl`.",
  "- **Real files**: public sample resumes that may stand beside the repository; only their figures are here.",
  "- A value is right when it is the truth's but for case, width, white space and punctuation; telephone numbers by their digits, dates by year and month, degrees by level. A wrong value is one too many and one too few. An entry (`….entry`) is right when all its parts are. Overall is over all single values.",
  "- Confidence: of the values given with one in a band, the share that is right.",
  "",
];
