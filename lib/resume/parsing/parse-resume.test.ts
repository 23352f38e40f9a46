import { expect, test } from "vitest";
import { parseResume } from "./parse-resume";

async function profileOf(text: string, fileName = "resume.md") {
  const { profile } = await parseResume(new TextEncoder().encode(text), { fileName, asOf: "2026-11-21" });
  return profile;
}

async function jobsOf(text: string, fileName?: string) {
  const { work } = await profileOf(text, fileName);
  return work.map(({ company, title, start, end }) => [company, title, start, end].map((part) => part?.value ?? null));
}

test("headings with icons as entities and entries in HTML are read", async () => {
  const text = `# Ada Corvid

> <span>&#xe60f;</span> \`ada@corvid.example\`

## &#xe618; Work Experience

<div alt="entry-title">
    <h3>Welder - Corvid Forge Ltd, Leeds</h3>
    <p>March 2018 - July 2019</p>
</div>

- Welded gates.
`;
  expect(await jobsOf(text)).toEqual([["Corvid Forge Ltd", "Welder", "2018-03", "2019-07"]]);
});

test("title and employer set apart by marks alone, employers without a company word", async () => {
  const text = `# Ada Corvid

## Experience

### **Test Engineer**  [e-Rook](https://rook.example)

*March 2018 - Present*

* Tested rooks.

### **高级 Android 开发工程师** [88 信用](https://magpie.example)

*2016/10 - 2018/02*

* Tested magpies.
`;
  expect(await jobsOf(text)).toEqual([
    ["e-Rook", "Test Engineer", "2018-03", "present"],
    ["88 信用", "高级 Android 开发工程师", "2016-10", "2018-02"],
  ]);
});

test("a bullet may set off a whole entry, with its title and period below it", async () => {
  const text = `Ada Corvid

Education

• Georgia Institute of Technology\tAtlanta, GA
Master of Science in Computer Science; GPA: 4.00\tAug 2012 – Dec 2013

• Birla Institute of Technology and Science\tPilani, India
Bachelor of Engineering in Electrical Engineering\tAug 2008 – July 2012

Experience

• Rookery\tLeeds, UK
Software Engineer\tOct 2016 – Present
◦ Wrote the nest service.

• Magpie\tYork, UK
Data Scientist\tJan 2014 – Oct 2016
◦ Counted shiny things.
`;
  expect(await jobsOf(text, "resume.txt")).toEqual([
    ["Rookery", "Software Engineer", "2016-10", "present"],
    ["Magpie", "Data Scientist", "2014-01", "2016-10"],
  ]);
  const { education } = await profileOf(text, "resume.txt");
  expect(education.map(({ school, start }) => [school?.value, start?.value])).toEqual([
    ["Georgia Institute of Technology", "2012-08"],
    ["Birla Institute of Technology and Science", "2008-08"],
  ]);
});

test("periods in a column beside the bullets are the entry's, other years in bullets are not", async () => {
  const text = `Ada Corvid

Education

PhD\tPrinceton University, PhD in Computer Science\tPrinceton, NJ
• Thesis: Nests and queues\tSept 2018 – May 2023
• Advisor: Prof. Rook

Experience

Rook AI, Research Scientist\tLeeds, UK
• Trained rooks on maps of the moor\tJune 2023 – present
• Paper on nests accepted at NestConf 2024 (spotlight)

Magpie Lab, Research Intern\tYork, UK
• Counted shiny things\tMay 2022 – Aug 2022
• Invited extension in Nests (2023)
`;
  expect(await jobsOf(text, "resume.txt")).toEqual([
    ["Rook AI", "Research Scientist", "2023-06", "present"],
    ["Magpie Lab", "Research Intern", "2022-05", "2022-08"],
  ]);
  const [phd] = (await profileOf(text, "resume.txt")).education;
  expect([phd?.major?.value, phd?.start?.value, phd?.end?.value]).toEqual(["Computer Science", "2018-09", "2023-05"]);
});

test("the name beside a gender, studies without a section, hidden schools and rated skills", async () => {
  const text = `# 联系方式

- 手机：13812345678

# 个人信息

- 鹿小鸣/男/1990
- 本科/白鹿大学计算机系

# 技能清单

- ★★★ Java
- ★★☆ C++、Python
`;
  const { name, education, skills } = await profileOf(text);
  expect(name?.value).toBe("鹿小鸣");
  expect(education.map(({ school, major }) => [school?.value, major?.value])).toEqual([["白鹿大学", "计算机"]]);
  expect(skills.map((skill) => skill.name.value)).toEqual(["Java", "C++", "Python"]);
  const hidden = await profileOf("# 鹿小鸣\n\n## 教育经历\n\n- 硕士，XXXX大学，软件工程专业，2016.9~2019.7\n");
  expect(hidden.education[0]?.school?.value).toBe("XXXX大学");
});

test("neither an account nor a street is the name", async () => {
  const account = await profileOf(
    "# Wren Adair\n\n- GitHub: [https://github.com/Rookie](https://github.com/Rookie)\n- Email: rookie@corvid.example\n",
    "Rookie.md",
  );
  expect(account.name?.value).toBe("Wren Adair");
  const street = await profileOf("Wren Adair\n555 La Verne Way, La Verne, CA\nadair@laverne.example\n", "laverne.txt");
  expect(street.name?.value).toBe("Wren Adair");
});

test.each([
  ["Brand Manager\tMay 2019 – Present\nInkwell & Sons", "Inkwell & Sons", "Brand Manager"],
  ["Brand Manager\tMay 2019 – Present\nPier 9 Catering, Front of House", "Pier 9 Catering", "Brand Manager"],
  ["May 2019 – Present\tNorthwind Traders\tBrand Manager", "Northwind Traders", "Brand Manager"],
  ["Brand Manager - Contoso, Berlin\nMay 2019 – Present", "Contoso", "Brand Manager"],
  ["Brand Manager - Rookery, Sweden\nMay 2019 – Present", "Rookery", "Brand Manager"],
  ["Brand Manager at Hollow Pine\tMay 2019 – Present\nBrand Studio", "Hollow Pine", "Brand Manager"],
  ["The Harbour Post – Copywriter (5/2019 to now)\nPress Office", "The Harbour Post", "Copywriter"],
  ["Barista\tMay 2019 – Present\nFreelance", "Freelance", "Barista"],
])("employers without a company word: %j", async (heading, company, title) => {
  const text = `Ada Corvid\n\nWork Experience\n\n${heading}\n• Counted shiny things.\n• Sold them.\n`;
  expect(await jobsOf(text, "resume.txt")).toEqual([[company, title, "2019-05", "present"]]);
});

test("what is told below a title is not its employer", async () => {
  const text =
    "Ada Corvid\n\nWork Experience\n\nRookery Ltd, Fitter\tMay 2019 – Present\nGlobal Sourcing\n• Fitted nests.\n";
  expect(await jobsOf(text, "resume.txt")).toEqual([["Rookery Ltd", "Fitter", "2019-05", "present"]]);
});

test("a high school is a school, its diploma a degree", async () => {
  const text = `Ada Corvid

Education

Brookline High School\t2003.09 — 2006.06
High School Diploma
`;
  const { education } = await profileOf(text, "resume.txt");
  expect(education.map(({ school, degree }) => [school?.value, degree?.value])).toEqual([
    ["Brookline High School", "High School Diploma"],
  ]);
});

test("Markdown may begin with a comment, its headings be halves in spans", async () => {
  const text = `<!-- made with care -->
# Ada Corvid

## Experience

### <span>CEO, Rookery</span> <span>Dec 2013 -- Dec 2014</span>

- Ran the rookery.
`;
  expect(await jobsOf(text)).toEqual([["Rookery", "CEO", "2013-12", "2014-12"]]);
});

test.each([
  ["Nest Databases (Redmond, WA)\nJunior Fitter, 2016 - 2017", "Nest Databases", "Junior Fitter"],
  ["Rook Research, Remote\t2016 - 2017\nNest Databases, Summer Intern", "Rook Research", "Summer Intern"],
])("places in brackets, titles below: %j", async (heading, company, title) => {
  const text = `Ada Corvid\n\nWork Experience\n\n${heading}\n• Counted shiny things.\n• Sold them.\n`;
  expect(await jobsOf(text, "resume.txt")).toEqual([[company, title, "2016", "2017"]]);
});

test("paragraphs that wrap are no projects of their own", async () => {
  const text = `Ada Corvid

Projects

Nest Ledger
The ledger is a platform for twigs aimed at rooks of the northern moors and of the eastern woods,
suppliers, and those who only look on from the wall.
Designed one way to sign in that rooks and jackdaws share, so that nobody has to remember more than one nest,
handling forty thousand of them a day.
`;
  const { projects } = await profileOf(text, "resume.txt");
  expect(projects.map(({ name }) => name?.value)).toEqual(["Nest Ledger"]);
});

test("a first name that is a brand, a school by its short name", async () => {
  const { name, education } = await profileOf(
    "Tesla Corvid\ntesla@corvid.example\n\n教育背景\n\n北邮 计算机科学与技术 本科\n",
    "resume.txt",
  );
  expect(name?.value).toBe("Tesla Corvid");
  expect(education.map(({ school, major }) => [school?.value, major?.value])).toEqual([["北邮", "计算机科学与技术"]]);
});

test("Markdown saved as text, phones of ten digits", async () => {
  const text = `Ada Corvid
Phone: +91-9876543210

### Experience
**Data Intern – Rook Solutions**
*Jan 2024 – Jun 2024*
- Counted shiny things.

### Education
B.Sc. in Computer Science – XYZ University
*2020 – 2023*
`;
  expect(await jobsOf(text, "resume.txt")).toEqual([["Rook Solutions", "Data Intern", "2024-01", "2024-06"]]);
  const { phones, education } = await profileOf(text, "resume.txt");
  expect(phones.map(({ value }) => value)).toEqual(["+91-9876543210"]);
  expect([education[0]?.start?.value, education[0]?.end?.value]).toEqual(["2020", "2023"]);
});

test("what kind of work it was is no title, degrees in the genitive and in capitals", async () => {
  const text = `Ada Corvid

Experience

Rook Speech Software Technologies\tIstanbul, Turkey
AI Research and Development Intern\tJan 2022 – Feb 2022, Internship
• Counted shiny things.

Education

Harvey Mudd College\tClaremont, CA
Bachelor's of Science, Computer Science and Mathematics\tAug 2023 — May 2027
`;
  expect(await jobsOf(text, "resume.txt")).toEqual([
    ["Rook Speech Software Technologies", "AI Research and Development Intern", "2022-01", "2022-02"],
  ]);
  const [entry] = (await profileOf(text, "resume.txt")).education;
  expect([entry?.degree?.value, entry?.major?.value]).toEqual([
    "Bachelor's of Science",
    "Computer Science and Mathematics",
  ]);
});
