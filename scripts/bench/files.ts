import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { mixedFiles, pdfFile, type ResumeFile } from "../../lib/testing/resume-files.ts";

const folder = "../shared/resumes/files";

/** Generated files of all kinds; every other PDF has two pages. */
export function generatedFiles(count: number): ResumeFile[] {
  return mixedFiles(count, 10_000).map((file, index) =>
    file.name.endsWith(".pdf") && index % 4 === 0 ? pdfFile(10_000 + index, { pages: 2 }) : file,
  );
}

export function realFiles(): ResumeFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
}

/** The same file with other bytes: what follows a PDF's end, a text's last line, or a ZIP's (its comment) is not read. */
export function copyOf({ name, bytes }: ResumeFile, number: number): ResumeFile {
  const mark = Buffer.from(`copy ${number}`);
  if (bytes.subarray(0, 2).toString() === "PK") {
    const copy = Buffer.concat([bytes, mark]);
    const end = bytes.lastIndexOf(Buffer.from("PK\u0005\u0006"));
    copy.writeUInt16LE(bytes.readUInt16LE(end + 20) + mark.length, end + 20);
    return { name: `${number}-${name}`, bytes: copy };
  }
  const separator = extname(name) === ".pdf" ? "\n%" : "\n";
  return { name: `${number}-${name}`, bytes: Buffer.concat([bytes, Buffer.from(separator), mark, Buffer.from("\n")]) };
}
