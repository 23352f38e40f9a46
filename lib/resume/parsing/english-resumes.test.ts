import { describe, expect, test } from "vitest";
import type { Reading } from "../profile";
import { parseResume } from "./parse-resume";

const head = "Ada Corvid\nada@corvid.example\n\n";

async function profileOf(text: string) {
  const bytes = new TextEncoder().encode(text);
  return (await parseResume(bytes, { fileName: "resume.txt", asOf: "2026-11-21" })).profile;
}

const values = (readings: (Reading<string> | null)[]) => readings.map((reading) => reading?.value ?? null);

async function jobsOf(text: string) {
  const { work } = await profileOf(`${head}EXPERIENCE\n\n${text}`);
  return work.map(({ company, title, start, end }) => values([company, title, start, end]));
}

async function studiesOf(text: string) {
  const { education } = await profileOf(`${head}EDUCATION\n\n${text}`);
  return education.map(({ school, degree, major, start, end }) => values([school, degree, major, start, end]));
}

describe("jobs", () => {
  test("a place in brackets is no part of the employer's name", async () => {
    const text = "Project Coordinator\tSeptember 2012 - January 2014\nThe Corvid Group Ltd. (Toronto, Canada)\n";
    expect((await jobsOf(text)).map(([company]) => company)).toEqual(["The Corvid Group Ltd."]);
  });

  test("a title behind a bullet above its employer, and what was done behind bullets too", async () => {
    const text = `• Registered Nurse
  Corvid City Hospital, Leeds, England
• Cared for patients of two wards, and taught four students how to.
`;
    expect((await jobsOf(text)).map(([company, title]) => [company, title])).toEqual([
      ["Corvid City Hospital", "Registered Nurse"],
    ]);
  });

  test("behind a long dash stands the title, with short dashes of its own, on one line or two", async () => {
    const text = `Corvid Metals, Leeds, England — Production Planner - Shipping Coordinator
December 2023 - May 2024
• Kept the books.

Harbour Pest Control, Norcross, Georgia —Sales
Representative
January 2023 - August 2023
I recruited and trained a summer sales team and went from door to door with them.
`;
    expect(await jobsOf(text)).toEqual([
      ["Corvid Metals", "Production Planner - Shipping Coordinator", "2023-12", "2024-05"],
      ["Harbour Pest Control", "Sales Representative", "2023-01", "2023-08"],
    ]);
  });

  test("a line of dashes leads to the place, and a short title is none of a company's", async () => {
    const text = `2018-2023    CORVID, Staff SE ------------------------------------- Boston MA
     Lead technical strategy and systems design for the whole catalogue.

2014-2018    INKWELL GROUP, Senior SE ---------------------------------- Boston MA
     Wrote the recommender.
`;
    expect(await jobsOf(text)).toEqual([
      ["CORVID", "Staff SE", "2018", "2023"],
      ["INKWELL GROUP", "Senior SE", "2014", "2018"],
    ]);
  });

  test("years and months in two digits", async () => {
    expect(await jobsOf("2018–22\tData Analyst\tLeeds, UK\nCorvid Health Ltd\n")).toEqual([
      ["Corvid Health Ltd", "Data Analyst", "2018", "2022"],
    ]);
    expect(await jobsOf("7/14-Present, University of Leeds: Research Assistant\n")).toEqual([
      ["University of Leeds", "Research Assistant", "2014-07", "present"],
    ]);
    // With a short dash it is a month.
    expect(await jobsOf("2018-02 - 2019-05\tData Analyst\nCorvid Health Ltd\n")).toEqual([
      ["Corvid Health Ltd", "Data Analyst", "2018-02", "2019-05"],
    ]);
  });

  test("the end of a period above its start", async () => {
    const text = `Current	Software Engineer, Corvid Ltd	Remote
|
2024	• Works on all things up and down the stack.

2024	Data Engineer, Inkwell Ltd	Remote
|
2021	• Moved the warehouse.
`;
    expect(await jobsOf(text)).toEqual([
      ["Corvid Ltd", "Software Engineer", "2024", "present"],
      ["Inkwell Ltd", "Data Engineer", "2021", "2024"],
    ]);
  });

  test("a city glued to the employer, a remark behind it, and a shop named after its owner", async () => {
    const text = `Teaching Assistant	2017–2022
University of Western Ontario London, Ontario, Canada

Feb 2015-Oct 2016: Analyst, Corvid Ltd (generally working in R and SQL)

Marlow's, Andover, MN. 02/2012 – 08/2014.
`;
    expect(await jobsOf(text)).toEqual([
      ["University of Western Ontario", "Teaching Assistant", "2017", "2022"],
      ["Corvid Ltd", "Analyst", "2015-02", "2016-10"],
      ["Marlow's", null, "2012-02", "2014-08"],
    ]);
  });
});

describe("studies", () => {
  test("two degrees on one line, and several below one school", async () => {
    const text = `Corvid Institute of Technology
Bachelor of Science in Computer Science, Bachelor of Arts in Economics	2015 - 2019

University of Leeds
■ Ph.D. in Geology	Dec 2009 – Jul 2014
■ M.S. in Geography	Aug 2006 – Aug 2008
`;
    expect((await studiesOf(text)).map(([school, degree, major]) => [school, degree, major])).toEqual([
      ["Corvid Institute of Technology", "Bachelor of Science", "Computer Science"],
      ["Corvid Institute of Technology", "Bachelor of Arts", "Economics"],
      ["University of Leeds", "Ph.D.", "Geology"],
      ["University of Leeds", "M.S.", "Geography"],
    ]);
  });

  test("the field in brackets, before 'major' or behind 'major in', without its honours", async () => {
    const text = `University of Leeds	2007 - 2013
PhD (Philosophy)

University of York	2003 - 2007
BA, Major in Economics and Minor in Politics

University of Hull. Computer Science Major. 2001

University of Bath, MSci Mathematics First Class	1997 - 2001
`;
    expect((await studiesOf(text)).map(([school, , major]) => [school, major])).toEqual([
      ["University of Leeds", "Philosophy"],
      ["University of York", "Economics"],
      ["University of Hull", "Computer Science"],
      ["University of Bath", "Mathematics"],
    ]);
  });

  test("a school without a school word, before its place and a degree", async () => {
    const text = `Riverton High, Saint George, Utah — High School Diploma
August 2012 - May 2016
`;
    expect((await studiesOf(text)).map(([school]) => school)).toEqual(["Riverton High"]);
  });

  test("a town is no field", async () => {
    const text = `University of Leeds
B.Sc. Computer Science
Sep 2019 — Jul 2023	Riverton, UK
`;
    expect(await studiesOf(text)).toEqual([["University of Leeds", "B.Sc.", "Computer Science", "2019-09", "2023-07"]]);
  });
});

describe("headings", () => {
  test("with the period of the first entry, a bullet, a qualifier, or over two lines", async () => {
    const profile = await profileOf(`${head}SKILLS
• Welding
• Rigging
• EDUCATION
University of Leeds, BSc Physics, 2014 - 2017

TECHNICAL SKILLS &
METHODOLOGIES
Java, Scrum

PROJECTS Oct 2025 – Nov 2025
Wildfire model
• Simulated fires.

SELECTED EMPLOYMENT
Corvid Ltd, Rigger, 2018 - 2020
`);
    expect(profile.sections.map(({ kind }) => kind)).toEqual([
      "header",
      "skills",
      "education",
      "skills",
      "projects",
      "work",
    ]);
    expect(profile.projects.map(({ name, start }) => values([name, start]))).toEqual([["Wildfire model", "2025-10"]]);
  });
});

describe("the person", () => {
  test("a name over two lines, and a city beside an address at the end", async () => {
    const text = `Ada
Corvid
EXPERIENCE
Corvid Ltd, Rigger, 2018 - 2020
• Rigged.
SKILLS
• Welding
Tucson, AZ
5204445555
ada@corvid.example
`;
    const { name, city, phones } = await profileOf(text);
    expect(values([name, city, phones[0] ?? null])).toEqual(["Ada Corvid", "Tucson", "5204445555"]);
  });

  test("a country before its city, a British postcode, an address within a link", async () => {
    const cityOf = async (line: string) => (await profileOf(`Ada Corvid\n${line}\nada@corvid.example\n`)).city?.value;
    expect(await cityOf("Iran, Tehran")).toBe("Tehran");
    expect(await cityOf("3 Mill Lane, Orpington, BR6 6JG")).toBe("Orpington");
    const { emails } = await profileOf(`${head}https://lists.example/20231009-1-ada@lists.example/T\n`);
    expect(emails.map(({ value }) => value)).toEqual(["ada@corvid.example"]);
  });

  test("a language among the skills", async () => {
    const { languages } = await profileOf(
      `${head}SKILLS\n• Welding\n• Fluent in English and Vietnamese\n• Proficient in Java\n`,
    );
    expect(languages.map(({ name }) => name.value)).toEqual(["English", "Vietnamese"]);
  });

  test("periods and ages are no skills", async () => {
    const { skills } = await profileOf(`${head}SKILLS\nPython, Jan 2019, 10 years of experience, 24岁, Git\n`);
    expect(skills.map(({ name }) => name.value)).toEqual(["Python", "Git"]);
  });
});

describe("names with more around them", () => {
  test("the town behind a school with nothing but a space between, and a campus that belongs to the name", async () => {
    const text = `Stanford University Stanford, CA
B.S. Physics 2010 - 2014

University of Oregon Eugene, OR
M.S. Biology 2014 - 2016

Oberlin College Oberlin OH
B.A. English 2008

University of Leeds Leeds United Kingdom
BSc Mathematics 2004 - 2008

University of New Orleans, LA
BA Economics 2001
`;
    expect((await studiesOf(text)).map(([school]) => school)).toEqual([
      "Stanford University",
      "University of Oregon",
      "Oberlin College",
      "University of Leeds",
      "University of New Orleans",
    ]);
  });

  test("a field of study over two lines, a school over two lines, and a department", async () => {
    expect(
      await studiesOf("B.Tech in Electronics and\nCommunication Engineering\nAnna University, Chennai   2008 – 2012\n"),
    ).toEqual([["Anna University", "B.Tech", "Electronics and Communication Engineering", "2008", "2012"]]);
    expect(await studiesOf("BA in History, Queens College,\nCity University of New York\n")).toHaveLength(1);
    expect(await studiesOf("Ph.D., Department of Chemistry, Rice University, 2000-2004\n")).toEqual([
      ["Rice University", "Ph.D.", "Chemistry", "2000", "2004"],
    ]);
  });

  test("the town behind an employer, a campus, and a heading for some of the jobs", async () => {
    const text = `Bluefin Analytics Seattle, WA
Data Engineer Jan 2020 - Present
• Did things.

Vertex Group, Inc. London, United Kingdom
Analyst 2004-2005
• Did things.

Research Assistant, University of California, San Diego, 2002-2003
• Did things.
`;
    expect((await jobsOf(text)).map(([company]) => company)).toEqual([
      "Bluefin Analytics",
      "Vertex Group, Inc.",
      "University of California, San Diego",
    ]);
    expect(
      await jobsOf("Industry Work Experience\n1998–present Advisor, Corvid University School of Medicine\n"),
    ).toEqual([["Corvid University School of Medicine", "Advisor", "1998", "present"]]);
  });

  test("the employer below a title, above plain text", async () => {
    const text = `Special Projects Coordinator\tJan 1999 - May 2001
Corvid Industrial Smoothing
Handled ad hoc initiatives and cross-department coordination for a lean team.

Data Engineer\tJan 1995 - May 1998
Inkwell Industries
Wrote the billing pipelines and kept the books of more than forty customers.
`;
    expect((await jobsOf(text)).map(([company]) => company)).toEqual([
      "Corvid Industrial Smoothing",
      "Inkwell Industries",
    ]);
  });

  test("the first project right below its heading, and contacts that are none", async () => {
    const text = `PROJECTS
Hedge Atlas
Project Lead
Led the drawing of a map of every hedge in the county.

Birdcount
Developer
Wrote a program that counts birds in pictures of hedges.

(555) 123-4567 | ada@corvid.example | https://corvid.example
`;
    expect((await profileOf(`${head}${text}`)).projects.map(({ name }) => name?.value)).toEqual([
      "Hedge Atlas",
      "Birdcount",
    ]);
  });

  test("projects as a list of names with what they are, above an address", async () => {
    const text = `PROJECTS

• Birdcount: A library that counts birds in pictures of hedges, written for volunteers.
• Hedge Atlas: Maps of every hedge of the county, drawn from what volunteers wrote.

+4401134960000
`;
    expect((await profileOf(`${head}${text}`)).projects.map(({ name }) => name?.value)).toEqual([
      "Birdcount",
      "Hedge Atlas",
    ]);
  });

  test("a project's title with a second part, and one that explains", async () => {
    const { projects } = await profileOf(
      `${head}PROJECTS\n\nComparison of Generative Models: Networks, Flows and Diffusion\n\n• Ran experiments.\n\nCorvid: a tool that counts birds\n\n• Wrote it.\n`,
    );
    expect(projects.map(({ name }) => name?.value)).toEqual([
      "Comparison of Generative Models: Networks, Flows and Diffusion",
      "Corvid",
    ]);
  });

  test("a degree among the facts of the person opens no section", async () => {
    const text = `Ada Corvid
Email: ada@corvid.example
Education: Master's Degree
University: Corvid University
Major: Physics

EDUCATION

2017-2019  Corvid University  Master in Physics
`;
    const { education } = await profileOf(text);
    expect(education.map(({ start, end }) => values([start, end]))).toEqual([["2017", "2019"]]);
  });

  test("a group's name before its list, two tools told as one, and a heading of competencies", async () => {
    const { skills } = await profileOf(
      `${head}LEADERSHIP COMPETENCIES\n\nLanguages C++, Java, Go\nProficient in Windows and Linux, Excel\n`,
    );
    expect(skills.map(({ name }) => name.value)).toEqual(["C++", "Java", "Go", "Windows", "Linux", "Excel"]);
  });

  test("a town behind a school's name, and a name that looks like a town with its state", async () => {
    const { city, education } = await profileOf(
      "Jack MA\nada@corvid.example\n\nEDUCATION\n\nCorvid University (Birdtown)\nPhD in Physics, 2010-2014\n",
    );
    expect(city).toBeNull();
    expect(education.map(({ school }) => school?.value)).toEqual(["Corvid University"]);
  });

  test("skills on lines of their own that begin with small letters", async () => {
    const { skills } = await profileOf(`${head}SKILLS\n\ngood manners\n\noutgoing\n\npolite\n`);
    expect(skills.map(({ name }) => name.value)).toEqual(["good manners", "outgoing", "polite"]);
  });

  test("'Languages' above names of programming languages", async () => {
    const { skills, languages } = await profileOf(`${head}LANGUAGE SKILLS\nPython\nR\nSQL\n\nMade with a tool.\n`);
    expect(skills.map(({ name }) => name.value)).toEqual(["Python", "R", "SQL"]);
    expect(languages).toEqual([]);
  });
});

describe("studies told in few words", () => {
  test.each<[string, string, (string | null)[][]]>([
    [
      "each bullet opens with its school",
      "● Corvid University: Web Development (08/2020 – Current)\n● Rookery College: Supply Chain Management (04/2019 - 08/2019)\n● Ashford University: B.A. in Project Management\n",
      [
        ["Corvid University", null, "Web Development", "2020-08", "present"],
        ["Rookery College", null, "Supply Chain Management", "2019-04", "2019-08"],
        ["Ashford University", "B.A.", "Project Management", null, null],
      ],
    ],
    [
      "a school of a university",
      "• School of Software, Corvid University, Leeds\tSep. 2015 – Mar 2018\n  Master student in Software Engineering.\n",
      [["Corvid University", "Master", "Software Engineering", "2015-09", "2018-03"]],
    ],
    [
      "a higher secondary school",
      "HSC\tHARBOUR HIGHER SECONDARY SCHOOL\tSTATE BOARD\t2017\n",
      [["HARBOUR HIGHER SECONDARY SCHOOL", "HSC", null, null, "2017"]],
    ],
    [
      "a degree in brackets behind the field",
      "2023.09-2025.06\tCorvid University\tSoftware Engineering (Second Bachelor's Degree)\n",
      [["Corvid University", "Bachelor's Degree", "Software Engineering", "2023-09", "2025-06"]],
    ],
    [
      "a heading's word within an entry's labels",
      "Name of university: University of Leeds\nDates of study: Sep.2014 – June 2018\nDegree level: Bachelor\nDegree major: Software Engineering\n",
      [["University of Leeds", "Bachelor", "Software Engineering", "2014-09", "2018-06"]],
    ],
  ])("%s", async (_, text, expected) => {
    expect(await studiesOf(text)).toEqual(expected);
  });

  test("a prize among what a student did names no school", async () => {
    const text =
      "University of Leeds\tSep. 2012 – Jul. 2016\nBachelor of Science in Physics\n• Second Prize of the Contest for Northern College Students (2014)\n";
    expect((await studiesOf(text)).map(([school]) => school)).toEqual(["University of Leeds"]);
  });
});

test("a field that goes on behind its degree's name, and a domain that employs", async () => {
  expect(
    (await studiesOf("University of Leeds\tSep. 2012 – Jul. 2016\nBachelor of Computer Science and Technology\n")).map(
      ([, , major]) => major,
    ),
  ).toEqual(["Computer Science and Technology"]);
  const job =
    "Senior Software Engineer, hedgerows.com Customer Account Team\n\tAugust 2013 – November 2014\n• Advised on solutions.\n";
  expect((await jobsOf(job)).map(([company, title]) => [company, title])).toEqual([
    ["hedgerows.com Customer Account Team", "Senior Software Engineer"],
  ]);
});

describe("jobs and projects told in few words", () => {
  test("the town behind an at sign, and dots that fill the line", async () => {
    const text = `Corvid @Istanbul, Turkey\tMay, 2019 – Present
Data Engineer
Kept the data in order.

Rookery Co.. . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . .
Software Engineer\t2016/12-2018/11
Built the middle-ware.
`;
    expect((await jobsOf(text)).map(([company, title]) => [company, title])).toEqual([
      ["Corvid", "Data Engineer"],
      ["Rookery Co", "Software Engineer"],
    ]);
  });

  test.each<[string, string, string[]]>([
    [
      "bullets above sentences",
      "PROJECTS/Research Work\n\n● Birdcount Webapp\nMy first web application using HTML5 and Bootstrap.\n\n● Hedge Calculator using Python\nWe have created a calculator with a package.\n",
      ["Birdcount Webapp", "Hedge Calculator using Python"],
    ],
    [
      "plain lines above bullets with dates",
      "PROJECTS DONE\nVENDING MACHINE\n• Description: Senses the sizes of the coins.\n• Submitted for: Science Day (28.02.2018).\nGAME DEVELOPMENT\n• Description: Games like Tic Tac Toe.\n• Submitted for: Science Day (28.02.2019)\n",
      ["VENDING MACHINE", "GAME DEVELOPMENT"],
    ],
  ])("%s", async (_, text, expected) => {
    const { projects, work } = await profileOf(head + text);
    expect([projects.map(({ name }) => name?.value), work]).toEqual([expected, []]);
  });

  test("a father's name, a family name in front, a number below its label", async () => {
    const form = await profileOf(
      "J.Thornton\njthornton@corvid.example\n\nPERSONAL INFORMATION\nFather Name : T.Rookery\n",
    );
    expect(form.name?.value).toBe("J.Thornton");
    const own = await profileOf("Resume\nName: THORNTON, JANE\nPhone:\n7986020318\n");
    expect([own.name?.value, own.phones[0]?.value]).toEqual(["THORNTON, JANE", "7986020318"]);
  });
});

describe("names among other words", () => {
  test.each([
    ["University of Leeds: Master of Science in Data Science (2018 - 2020)\n", ["University of Leeds", "Data Science"]],
    ["BSc in Physics, University of\nBritish Columbia, Vancouver\n", ["University of British Columbia", "Physics"]],
    [
      "Corvid University\nHONOURS BACHELOR OF SCIENCE\t2013 - 2019\n• Selected courses: Bachelor's Thesis Project (20/20)\n",
      ["Corvid University", null],
    ],
    ["B.S. Computer Engineering — UC San Diego (2016)\n", ["UC San Diego", "Computer Engineering"]],
    [
      "MS/BS in Physics | Corvid University\tAug. 2020\n“Queues in Networks” | MS Thesis\n",
      ["Corvid University", "Physics"],
    ],
  ])("a study: %s", async (text, expected) => {
    const { education } = await profileOf(`${head}EDUCATION\n${text}`);
    expect(education.map(({ school, major }) => [school?.value, major?.value ?? null])).toEqual([expected]);
  });

  test.each([
    ["Jane  Thornton\njthornton@corvid.example\n", "Jane Thornton"],
    ["Jane(Jo) Thornton\njthornton@corvid.example\n", "Jane(Jo) Thornton"],
  ])("a name: %s", async (text, expected) => {
    expect((await profileOf(text)).name?.value).toBe(expected);
  });

  test("a period below the year it ended", async () => {
    const { education } = await profileOf(`${head}EDUCATION\nCorvid University\nB.S. Physics, 2018\n2014 – 2018\n`);
    expect(education.map(({ start, end }) => [start?.value, end?.value])).toEqual([["2014", "2018"]]);
  });

  test("what a job was done with is no employer", async () => {
    const { work } = await profileOf(
      `${head}EXPERIENCE\nTutor in a Summer School | Scala, Java\tSeptember 2024 - Present\n• Checked homework.\n`,
    );
    expect(work.map(({ company }) => company?.value ?? null)).not.toContain("Scala");
  });

  test.each([
    ["Ada (Kit-Lo) Corvid", "Ada (Kit-Lo) Corvid"],
    ["Ada 'Kit' Corvid", "Ada 'Kit' Corvid"],
    ["Ada Corvid | They/Them", "Ada Corvid"],
    ["Ada Corvid’s Resume", "Ada Corvid"],
    ["A D A  C O R V I D", "ADA CORVID"],
    ["ada corvid    (I build software)", "ada corvid"],
    ["Corvid, Ada", "Corvid, Ada"],
    ["First Name: Ada\nLast Name: Corvid", "Ada Corvid"],
    ["Surname : Corvid\nName(s) : Ada", "Ada Corvid"],
    ["Ada\nLou Corvid", "Ada Lou Corvid"],
    ["Portland, Oregon\nAda Corvid", "Ada Corvid"],
  ])("a name at the top: %s", async (top, expected) => {
    expect((await profileOf(`${top}\nada.corvid@corvid.example\n\nSKILLS\nPython, SQL\n`)).name?.value).toBe(expected);
  });

  test("a name that only the file bears is inferred", async () => {
    const bytes = new TextEncoder().encode("mail@corvid.example\n\nSKILLS\nPython, SQL\n");
    const named = await parseResume(bytes, { fileName: "Mina_Corvid_Resume.txt", asOf: "2026-11-21" });
    expect(named.profile.name).toMatchObject({ value: "Mina Corvid", spans: [], basis: "inferred" });
    const unnamed = await parseResume(bytes, { fileName: "Software_Engineer_Resume.txt", asOf: "2026-11-21" });
    expect(unnamed.profile.name).toBeNull();
  });

  test.each([
    ["Earned a B.Sc. in History from Corvid University, 2014 - 2018.\n", ["Corvid University", "History"]],
    ["Studied History at Rookery College, 2014 - 2018, B.A.\n", ["Rookery College", "History"]],
    ["History\t2014 - 2018\nCorvid University\n", ["Corvid University", "History"]],
    ["Corvid University\t2014 - 2018\nDepartment of Letters\nB.A. in History\n", ["Corvid University", "History"]],
    ["B.A. in History, University of Leeds, Boston, MA.\t2014\n", ["University of Leeds", "History"]],
    ["University of Wisconsin: Madison – B.A. History – May 2014\n", ["University of Wisconsin: Madison", "History"]],
    [
      "M.Sc. in Information\nSystems Management\nUniversity of North\nCarolina at Charlotte\n2014 - 2016\n",
      ["University of North Carolina at Charlotte", "Information Systems Management"],
    ],
    [
      "Corvid Institute of\nTechnology\nBachelor of Science in\nElectrical and Computer\nEngineering\n2014 - 2018\n",
      ["Corvid Institute of Technology", "Electrical and Computer Engineering"],
    ],
    ["B.A. in History\t2018\nCorvid University\tPrinceton/New Brunswick, NJ\n", ["Corvid University", "History"]],
  ])("a study wrapped, told or in another order: %s", async (text, expected) => {
    const { education } = await profileOf(`${head}EDUCATION\n${text}`);
    expect(education.map(({ school, major }) => [school?.value, major?.value ?? null])).toEqual([expected]);
  });

  test("research for an employer is work, and an employer said twice no part of the title", async () => {
    const { work } = await profileOf(
      `${head}RESEARCH & ENGINEERING EXPERIENCE\nPlanner at Corvid Forge\tMay 2019 - June 2021\nCorvid Forge Ltd.\tLeeds, UK\n• Planned the yard.\n`,
    );
    expect(work.map(({ title }) => title?.value)).toEqual(["Planner"]);
  });

  test("rows of a table of skills are headed by what they list", async () => {
    const { skills } = await profileOf(
      `${head}SKILLS\nRobotics\tKinematics, Control\nCAD\tSolidWorks\nProgramming\tPython, SQL\nAnalysis\tSPSS, Excel\n`,
    );
    const names = skills.map(({ name }) => name.value);
    expect(names).toEqual(expect.arrayContaining(["SolidWorks", "Python", "SPSS"]));
    expect(names).not.toContain("CAD");
    expect(names).not.toContain("Robotics");
  });

  test("languages of a programmer beside their heading, and a number with wide dashes", async () => {
    const { skills, phones } = await profileOf(
      "Ada Corvid\nada@corvid.example • (503) 555 - 0142\n\nLANGUAGES: Java, Python, SQL\n\nEDUCATION\nCorvid University\t2014 - 2018\nB.A. in History\n",
    );
    expect(skills.map(({ name }) => name.value)).toEqual(["Java", "Python", "SQL"]);
    expect(phones.map(({ value }) => value)).toEqual(["(503) 555 - 0142"]);
  });
});
