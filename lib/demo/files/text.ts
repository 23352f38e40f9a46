import iconv from "iconv-lite";
import type { Entry, ResumeText } from "../resume-text";
import { factLine, valueLine } from "./pdf-layouts";

/** The text that job boards send: facts, then sections one after the other. */
export function plainText(resume: ResumeText): Buffer {
  const sections = [...resume.main, ...resume.side].map(({ heading, lines, entries }) => [
    heading,
    ...lines,
    ...entries.flatMap(({ dates, name, detail, lines: rows }) => [
      [dates, name, detail].join("    "),
      ...rows.map((row, index) => `${index + 1}. ${row}`),
    ]),
    "",
  ]);
  return Buffer.from([resume.name, factLine(resume, " | "), "", ...sections.flat()].join("\n"));
}

/** Underlined headings and dates at the end of the line, as typed by hand. */
export function typedText(resume: ResumeText): Buffer {
  const sections = [...resume.side.slice(0, 1), ...resume.main, ...resume.side.slice(1)].map(
    ({ heading, lines, entries }) => [
      heading.toUpperCase(),
      "=".repeat(Math.max(8, heading.length)),
      ...lines,
      ...entries.flatMap(({ dates, name, detail, lines: rows }) => [
        `${name}, ${detail}`.padEnd(60) + dates,
        ...rows.map((row) => `- ${row}`),
        "",
      ]),
      "",
    ],
  );
  return Buffer.from([resume.name, valueLine(resume, " | "), "", ...sections.flat()].join("\n"));
}

/** In the encoding of older Chinese Windows programs. */
export function gb18030Text(resume: ResumeText): Buffer {
  return iconv.encode(plainText(resume).toString().replaceAll("\n", "\r\n"), "gb18030");
}

export function markdown(resume: ResumeText): Buffer {
  const entry = ({ name, detail, dates, lines }: Entry) => [
    `### ${name} | ${detail}`,
    "",
    `*${dates}*`,
    "",
    ...lines.map((line) => `- ${line}`),
    "",
  ];
  const sections = [...resume.main, ...resume.side].flatMap(({ heading, lines, entries }) => [
    `## ${heading}`,
    "",
    ...lines.map((line) => `${line}\n`),
    ...entries.flatMap(entry),
  ]);
  return Buffer.from(
    [`# ${resume.name}`, "", `**${resume.headline}**`, "", factLine(resume, " · "), "", ...sections].join("\n"),
  );
}
