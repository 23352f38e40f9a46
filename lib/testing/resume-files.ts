import PDFDocument from "pdfkit";
import { makePdf } from "../resume/parsing/fixtures/make-pdf.ts";
import { makeDocx, paragraph } from "../resume/parsing/fixtures/make-zip.ts";

export type ResumeFile = { name: string; bytes: Buffer };
type Kind = "pdf" | "docx" | "txt" | "md";

const firstNames = ["Jane", "Peter", "Maria", "Omar", "Lucy", "Hugo", "Nina", "Karl", "Rosa", "Ivan", "Emma", "Noah"];
const lastNames = ["Miller", "Jensen", "Rossi", "Haddad", "Turner", "Becker", "Novak", "Weber", "Garcia", "Petrov"];
const chineseNames = ["李晓雯", "王建国", "张文静", "陈志远", "刘雅婷", "赵子龙", "黄美玲", "周海涛"];

/** Who the resume with this number belongs to. */
export function nameOf(number: number): string {
  return `${firstNames[number % firstNames.length]} ${lastNames[Math.floor(number / firstNames.length) % lastNames.length]}`;
}

/** A plain English resume; the number makes it differ from every other one. */
export function resumeLines(number: number, { skills = "Java, Spring Boot, PostgreSQL, Docker" } = {}): string[] {
  const name = nameOf(number);
  const city = ["Berlin", "London", "Boston", "Dublin"][number % 4];
  return [
    name,
    `Email: ${name.toLowerCase().replace(" ", ".")}.${number}@example.com`,
    `Phone: +1 415 555 ${String(1000 + (number % 9000))}`,
    city ?? "",
    "",
    "Work Experience",
    `Northwind Systems ${number}    Senior Backend Engineer    Mar 2019 - Present`,
    `Built order service number ${number} in Java and Spring Boot; led a team of ${3 + (number % 6)} engineers.`,
    "Contoso Ltd    Backend Engineer    Jul 2015 - Feb 2019",
    "Moved the billing database to PostgreSQL and cut response times by 40%.",
    "",
    "Education",
    "Technical University of Munich    Computer Science    Bachelor    2011 - 2015",
    "",
    "Skills",
    skills,
  ];
}

export function chineseResume(number: number): string {
  return [
    chineseNames[number % chineseNames.length],
    `男 | ${25 + (number % 15)}岁 | 现居住地：杭州`,
    `手机：139${String(10000000 + number).slice(0, 8)}`,
    `E-mail：candidate${number}@example.com`,
    "",
    "工作经历",
    `2019.07 - 至今    杭州云图网络科技有限公司    高级后端工程师`,
    `负责第${number}号订单系统，使用 Java 与 Spring Boot，带领 ${3 + (number % 6)} 人团队。`,
    "",
    "教育经历",
    "2011.09 - 2015.06    浙江大学    计算机科学与技术    本科",
    "",
    "专业技能",
    "Java、Spring Boot、MySQL、Docker",
    "",
  ].join("\n");
}

export function pdfFile(number: number, options?: { skills?: string; pages?: number }): ResumeFile {
  const lines = resumeLines(number, options).map((text, index) => ({ text, x: 60, y: 60 + index * 16 }));
  const more = Array.from({ length: (options?.pages ?? 1) - 1 }, (_, page) =>
    Array.from({ length: 40 }, (_, row) => ({
      text: `Project ${page + 1}.${row + 1}: reporting service ${number} in Java for the finance department`,
      x: 60,
      y: 60 + row * 16,
    })),
  );
  return { name: `${slug(number)}.pdf`, bytes: makePdf([lines.filter(({ text }) => text), ...more]) };
}

export function docxFile(number: number): ResumeFile {
  return { name: `${slug(number)}.docx`, bytes: makeDocx(resumeLines(number).map(paragraph).join("")) };
}

export function txtFile(number: number): ResumeFile {
  return { name: `简历-${number}.txt`, bytes: Buffer.from(chineseResume(number)) };
}

export function mdFile(number: number): ResumeFile {
  const [name = "", ...rest] = resumeLines(number);
  const body = rest.map((line) => (/^(Work Experience|Education|Skills)$/.test(line) ? `## ${line}` : line)).join("\n");
  return { name: `${slug(number)}.md`, bytes: Buffer.from(`# ${name}\n\n${body}\n`) };
}

const makers: Record<Kind, (number: number) => ResumeFile> = { pdf: pdfFile, docx: docxFile, txt: txtFile, md: mdFile };
const turns: Kind[] = ["pdf", "docx", "pdf", "txt", "pdf", "md"];

/** Files of all kinds in turn, each with a text of its own. */
export function mixedFiles(count: number, from = 0): ResumeFile[] {
  return Array.from({ length: count }, (_, index) => makers[turns[index % turns.length] ?? "pdf"](from + index));
}

/** A PDF that opens with its password only. */
export async function passwordPdf(password: string, lines = resumeLines(7), photo?: Buffer): Promise<ResumeFile> {
  const pdf = new PDFDocument({ userPassword: password, ownerPassword: `${password}-owner`, pdfVersion: "1.7" });
  for (const line of lines) pdf.text(line || " ");
  if (photo) pdf.image(photo, 450, 40, { width: 80, height: 112 });
  pdf.end();
  const chunks: Buffer[] = [];
  for await (const chunk of pdf) chunks.push(Buffer.from(chunk));
  return { name: "password.pdf", bytes: Buffer.concat(chunks) };
}

function slug(number: number) {
  return `${nameOf(number).toLowerCase().replace(" ", "-")}-${number}`;
}
