import { expect, test } from "vitest";
import { drawPdf, write } from "../../../../demo/files/pdf-page";
import { parseResume } from "../../parse-resume";

type Cell = [x: number, y: number, text: string, isHeading?: boolean];

/** A page whose headings stand at its left, with rows and pairs of columns below them. */
async function parsed(cells: Cell[]) {
  const bytes = await drawPdf((pdf) => {
    for (const [x, y, text, isHeading] of cells)
      write(pdf, { x, width: 590 - x, y }, text, { size: isHeading ? 12 : 10, isBold: isHeading === true });
  });
  return (await parseResume(bytes, { fileName: "a.pdf", asOf: "2026-11-21" })).profile;
}

const head: Cell[] = [
  [50, 30, "Ada Corvid", true],
  [50, 50, "ada@corvid.example"],
];

test("projects side by side below one heading leave the studies above them in rows", async () => {
  const { education, projects } = await parsed([
    ...head,
    [50, 90, "Education", true],
    [50, 110, "Corvid University"],
    [400, 110, "August 2012 to May 2016"],
    [50, 125, "Leeds, England"],
    [370, 125, "Bachelor's in Computer Science"],
    [50, 155, "Projects", true],
    [50, 175, "Hedge Atlas"],
    [300, 175, "Birdcount"],
    [50, 190, "Project Lead"],
    [300, 190, "Developer"],
    [50, 212, "Led the drawing of a map"],
    [300, 214, "Wrote a program that counts"],
    [50, 224, "of every hedge in the county."],
    [300, 228, "birds in pictures of hedges,"],
    [300, 242, "for volunteers."],
    [50, 280, "Skills", true],
    [50, 300, "Python, Java, Go"],
  ]);
  expect(education.map(({ school, major, start }) => [school?.value, major?.value, start?.value])).toEqual([
    ["Corvid University", "Computer Science", "2012-08"],
  ]);
  expect(projects.map(({ name }) => name?.value)).toEqual(["Hedge Atlas", "Birdcount"]);
});

test("projects side by side whose lines match", async () => {
  const { projects } = await parsed([
    ...head,
    [50, 90, "Projects", true],
    [50, 110, "Hedge Atlas"],
    [300, 110, "Birdcount"],
    [50, 125, "Project Lead"],
    [300, 125, "Developer"],
    [50, 145, "Led the drawing of a map"],
    [300, 145, "Wrote a program that"],
    [50, 159, "of every hedge in the"],
    [300, 159, "counts birds in pictures"],
    [50, 173, "county and its rivers."],
    [300, 173, "of hedges, for volunteers."],
    [50, 210, "Skills", true],
    [50, 230, "Python, Java, Go"],
  ]);
  expect(projects.map(({ name }) => name?.value)).toEqual(["Hedge Atlas", "Birdcount"]);
});

test("as many places and dates as lines beside them stay the ends of their rows", async () => {
  const { education } = await parsed([
    ...head,
    [50, 90, "Education", true],
    [50, 112, "Corvid Institute of Technology"],
    [470, 112, "Atlanta, GA"],
    [60, 126, "Master of Science in Computer Science; GPA: 4.00"],
    [440, 126, "Aug 2012 - Dec 2013"],
    [50, 146, "Rookery Institute of Technology and Science"],
    [470, 146, "Leeds, England"],
    [60, 160, "Bachelor of Engineering in Electronics; GPA: 3.66"],
    [440, 160, "Aug 2008 - July 2012"],
    [50, 190, "Experience", true],
    [50, 210, "Inkwell Industries"],
    [470, 210, "Leeds, England"],
    [60, 224, "Software Engineer"],
    [440, 224, "Jan 2014 - Present"],
  ]);
  expect(education.map(({ start, end }) => [start?.value, end?.value])).toEqual([
    ["2012-08", "2013-12"],
    ["2008-08", "2012-07"],
  ]);
});

test("colons below each other belong to the labels beside them", async () => {
  const { skills } = await parsed([
    ...head,
    [50, 90, "Technical Skills", true],
    [50, 110, "Programming"],
    [150, 110, ": Python, Java, Go"],
    [50, 125, "Tools"],
    [150, 125, ": Git, Docker"],
    [50, 140, "Platforms"],
    [150, 140, ": Linux, Windows"],
    [50, 170, "Certifications", true],
    [50, 190, "Corvid Certified Counter of Birds"],
  ]);
  expect(skills.map(({ name }) => name.value)).toEqual(["Python", "Java", "Go", "Git", "Docker", "Linux", "Windows"]);
});

test("short labels beside long lists are rows, though every line has its partner", async () => {
  const rows: [string, string][] = [
    ["DevOps", "Git, Docker, Jenkins, Vagrant, Packer, Bash Script"],
    ["Back-end", "Django, Flask, REST API, PostgreSQL"],
    ["Front-end", "HTML5, JavaScript, React, Redux"],
    ["Programming", "Python, Java, Haskell, Lua, Matlab"],
    ["Other", "Microsoft Office, Adobe Photoshop, Final Cut Pro"],
    ["Languages", "Chinese, English"],
  ];
  const { skills, languages } = await parsed([
    ...head,
    [50, 90, "Skills", true],
    ...rows.flatMap(([label, list], index): Cell[] => [
      [50, 115 + index * 16, label],
      [150, 115 + index * 16, list],
    ]),
    [50, 240, "Education", true],
    [50, 262, "Corvid University"],
    [400, 262, "2012 - 2016"],
  ]);
  const names = skills.map(({ name }) => name?.value);
  expect(names).toEqual(expect.arrayContaining(["Jenkins", "Django", "React", "Haskell", "Final Cut Pro"]));
  expect(languages.length).toBe(2);
});
