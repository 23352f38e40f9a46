import { expect, test } from "vitest";
import type { Reading } from "../profile";
import { parseResume } from "./parse-resume";

const head = "周海涛\n电话：13900001111\n邮箱：zhou@example.com\n\n";

async function read(text: string, fileName = "resume.txt") {
  return (await parseResume(new TextEncoder().encode(text), { asOf: "2026-11-21", fileName })).profile;
}
const values = (readings: (Reading<string> | null | undefined)[]) => readings.map((reading) => reading?.value ?? null);
const jobs = ({ work }: Awaited<ReturnType<typeof read>>) =>
  work.map(({ company, title, start, end }) => values([company, title, start, end]));
const studies = ({ education }: Awaited<ReturnType<typeof read>>) =>
  education.map(({ school, degree, major, start }) => values([school, degree, major, start]));
const projects = (profile: Awaited<ReturnType<typeof read>>) => values(profile.projects.map(({ name }) => name));
const skills = (profile: Awaited<ReturnType<typeof read>>) => values(profile.skills.map(({ name }) => name));

test.each([
  [
    "熟练掌握 STM32F1 系列，熟悉各大常用中间件, 如：FreeRTOS、LwIP、Rookery；能够独立完成低功耗设计。",
    ["FreeRTOS", "LwIP", "Rookery"],
  ],
  [
    "前端方面熟悉 React、Webpack，后端方面熟悉 Koa、Hedgerow.js 等框架，了解其源码，能够阅读官方文档。",
    ["React", "Webpack", "Koa", "Hedgerow.js"],
  ],
  [
    "了解微服务架构，使用过 Nacos、Sentinel、OpenCorvid 等组件，能够独立完成服务的拆分与部署工作。",
    ["Nacos", "Sentinel", "OpenCorvid"],
  ],
  ["熟悉 React-Router、Axios", ["React-Router", "Axios"]],
  ["精通HTML5+CSS3，git maven", ["HTML5", "CSS3", "git", "maven"]],
  ["熟悉科学绘图软件 Gnuplot、Origin", ["Gnuplot", "Origin"]],
  ["熟练使用Linux，能够使用Docker部署；", ["Linux", "Docker"]],
  ["第三方库：requests/Pandas/Numpy/hedgerow4", ["requests", "Pandas", "Numpy", "hedgerow4"]],
  ["Python ⋆ ⋆ ⋆、Matlab ⋆ ⋆", ["Python", "Matlab"]],
])("names of tools among the words of a sentence: %s", async (line, expected) => {
  const found = skills(await read(`${head}专业技能\n${line}\n\n自我评价\n乐观开朗\n`));
  for (const name of expected) expect(found).toContain(name);
  expect(found.filter((name) => /CPU|APP|独立|阅读/.test(name ?? ""))).toEqual([]);
});

test("lines that tell of skills count where no section holds them, or below 其他", async () => {
  const told = "1. 熟悉Spring、MyBatis\n2. 会使用Eclipse、Navicat\n3. 了解Redis\n";
  expect(skills(await read(`${head}求职意向：后端开发\n${told}\n专业技能\n\n荣誉证书\n优秀学生\n`))).toEqual(
    expect.arrayContaining(["Spring", "MyBatis", "Eclipse", "Navicat", "Redis"]),
  );
  const below = `${head}专业技能\n编程语言：Java、C\n\n其他\n熟练使用MySQL,Oracle等主流数据库\n熟练使用Maven,Git\n\n自我评价\n乐观\n`;
  expect(skills(await read(below))).toEqual(expect.arrayContaining(["Java", "MySQL", "Oracle", "Maven", "Git"]));
});

test.each([
  ["科研与学术项目", "projects"],
  ["GitHub开源项目", "projects"],
  ["个人兴趣及专业技能", "skills"],
  ["主要技术技能", "skills"],
  ["书籍清单", "other"],
  ["技术文章", "other"],
  ["学术发表", "publications"],
  ["项目技术", null],
  ["编程经验", null],
  ["负责项目的开发", null],
])("a heading made of words of headings, set apart: %s", async (heading, kind) => {
  const text = `${head}教育经历\n海州大学 本科\n\n${heading}\n一些文字\n\n自我评价\n乐观开朗\n`;
  const { sections } = await read(text);
  const found = sections.find(({ heading: span }) => span?.start === text.indexOf(heading));
  expect(found?.kind ?? null).toBe(kind);
});

test("parts of a job with periods of their own are its projects", async () => {
  const profile = await read(
    `${head}工作经历\n海帆科技有限公司\t算法部\t算法工程师\t2018.04 – 2021.10\n识别算法优化\t2019.10 – 至今\n• 优化模型\n\n数据传输协议\t2018.09 – 2019.12\n• 设计协议\n\n云岭网络有限公司\t嵌入式工程师\t2016.07 – 2017.07\n• 调试\n`,
  );
  expect(jobs(profile)).toEqual([
    ["海帆科技有限公司", "算法工程师", "2018-04", "2021-10"],
    ["云岭网络有限公司", "嵌入式工程师", "2016-07", "2017-07"],
  ]);
  expect(projects(profile)).toEqual(["识别算法优化", "数据传输协议"]);
});

test("a job under a heading for projects, and a project below it", async () => {
  const profile = await read(
    `${head}项目经历\n海帆科技有限公司\t2019.03 – 2021.04\n后端开发工程师\n• 负责核心模块\n\n云仓管理系统\t2021.05 – 2021.08\n独立开发\n• 负责接口\n`,
  );
  expect(jobs(profile)).toEqual([["海帆科技有限公司", "后端开发工程师", "2019-03", "2021-04"]]);
  expect(projects(profile)).toEqual(["云仓管理系统"]);
});

test.each([
  ["海帆科技有限公司，沈阳，中国\n测试工程师\t2019.03 – 2021.04\n• 负责测试\n", "海帆科技有限公司"],
  ["2019.03 至 2021.04\t任职海帆网，参与平台的研发\t测试工程师\n• 负责测试\n", "海帆网"],
  ["测试工程师 在 海帆网\n2019.03 - 2021.04\n负责测试。\n", "海帆网"],
  ["• 海帆网\t坦佩，亚利桑那州\n测试工程师\t2019.03 – 2021.04\n– 负责测试\n", "海帆网"],
  ["公司名称: 海帆科技有限公司    2019.03-2021.04\n岗位：测试工程师\n", "海帆科技有限公司"],
])("the employer alone, without places, verbs and dates: %s", async (text, company) => {
  expect(jobs(await read(`${head}工作经历\n${text}`))).toEqual([[company, "测试工程师", "2019-03", "2021-04"]]);
});

test("a known firm's intern, and jobs apart from their heading", async () => {
  const intern = await read(`${head}工作经历\n腾讯实习生\t2019.03 – 2019.08\n• 参与开发\n`);
  expect(jobs(intern)).toEqual([["腾讯", "实习生", "2019-03", "2019-08"]]);
  const apart = await read(
    `${head}工作经历\n专业技能\nJava\n\n荣誉奖项\n2017.10-2018.3   海帆科技有限公司   技术员\n2018.5-2019.8   云岭电子有限公司   维修工程师\n`,
  );
  expect(jobs(apart).map(([company]) => company)).toEqual(["海帆科技有限公司", "云岭电子有限公司"]);
});

test("what was researched, with its time, is a project; topics alone are none", async () => {
  const dated = `${head}科研经历\n桥梁裂缝的识别\t个人项目\n发表于校刊（一作）\t2020.03 – 2020.12\n• 训练模型\n`;
  expect(projects(await read(dated))).toEqual(["桥梁裂缝的识别"]);
  expect(projects(await read(`${head}科研经历\n桥梁裂缝的识别\n路面分割\n`))).toEqual([]);
});

test("projects by links, by what each is, and by number", async () => {
  const linked =
    "## 开源项目\n\n- [hedgerow](https://example.com/a)：https://example.com/a\n\n  抓取博客的爬虫\n\n- [corvid-as](https://example.com/b): https://example.com/b\n\n  博客的安卓端\n";
  expect(projects(await read(`# 周海涛\n\n${linked}`, "resume.md"))).toEqual(["hedgerow", "corvid-as"]);
  const told =
    "云仓管理系统：支持多仓库协同作业。\n\n记账小程序：面向个人用户的记账工具。\n\n二手交易平台：为在校学生发布闲置物品。\n";
  expect(projects(await read(`${head}项目经历\n${told}\n自我评价\n乐观\n`))).toEqual([
    "云仓管理系统",
    "记账小程序",
    "二手交易平台",
  ]);
  expect(projects(await read(`${head}项目经历\n项目1  云仓系统\n支持协同。\n项目2  记账小程序\n用于记账。\n`))).toEqual(
    ["云仓系统", "记账小程序"],
  );
});

test("in Markdown entries begin at their headings, and unknown headings beside known ones end a section", async () => {
  const text =
    "# 周海涛\n\n## 专业技能\n\n- Java、Redis\n\n## 演讲和讲义\n\n- Kafka 入门\n\n## 项目经历\n\n### 云仓系统\n\n支持多仓库协同\n\n- 负责接口\n\n### 记账小程序\n\n#### 项目职责\n\n登录、订单\n\n## 自我评价\n\n乐观\n";
  const profile = await read(text, "resume.md");
  expect(projects(profile)).toEqual(["云仓系统", "记账小程序"]);
  expect(skills(profile)).toEqual(["Java", "Redis"]);
});

test("faculty, department and field behind a school", async () => {
  const text = `${head}教育经历\n海州大学\t硕士\n高等智能学院（人工智能专业）\t2018.09-2021.06\n河海大学 软件学院软件工程系软件工程学士\t09/2014-06/2018\n`;
  expect(studies(await read(text))).toEqual([
    ["海州大学", "硕士", "人工智能", "2018-09"],
    ["河海大学", "学士", "软件工程", "2014-09"],
  ]);
  const institute = `${head}教育经历\n2012.09-2015.06\t中国科学院计算技术研究所\t工学硕士\t计算机应用技术\n`;
  expect(studies(await read(institute))[0]?.[0]).toBe("中国科学院计算技术研究所");
  const abroad = `${head}教育经历\n• 亚利桑那州立大学\t坦佩，亚利桑那州\n计算机科学博士研究生，导师：李老师\t2021.08 – 至今\n`;
  expect(studies(await read(abroad))).toEqual([["亚利桑那州立大学", "博士研究生", "计算机科学", "2021-08"]]);
});

test("a title with its team behind a comma, and one that begins with a tool's name", async () => {
  const text = `${head}工作经历\n海帆网\t07/2021 – 至今\n平台研发工程师, 弹性计算-云岭虚拟化\n• 参与研发\n\n云岭网\t05/2019 – 09/2020\n客户端研发实习, 云岭\n• 参与研发\n`;
  expect(jobs(await read(text)).map(([company, title]) => [company, title])).toEqual([
    ["海帆网", "平台研发工程师"],
    ["云岭网", "客户端研发实习"],
  ]);
  const tools = `${head}工作经历\n测试工程师 在 海帆网\n2018.3 - 2018.10\n负责测试。\nopenGL工程师 在 云岭科技有限公司\n2018.11 - 2019.8\n负责图形。\n`;
  expect(jobs(await read(tools)).map(([company, title]) => [company, title])).toEqual([
    ["海帆网", "测试工程师"],
    ["云岭科技有限公司", "openGL工程师"],
  ]);
});

test("what one knows below a heading for jobs, months without 年, and the head of a table", async () => {
  const known = await read(
    `${head}职业经验\n1.熟练掌握HTML，CSS，jQuery；\n2.熟悉VUE，axios；\n3.了解React；\n\n工作经历\n海帆科技有限公司\t测试工程师\t2018.06-2020.03\n`,
  );
  expect(skills(known)).toEqual(expect.arrayContaining(["HTML", "CSS", "jQuery", "VUE", "axios", "React"]));
  expect(jobs(known)).toEqual([["海帆科技有限公司", "测试工程师", "2018-06", "2020-03"]]);
  const months = await read(`${head}教育经历\n2010 9 月 - 2014 6 月\t学士 软件工程专业，海州大学\n`);
  expect(studies(months)).toEqual([["海州大学", "学士", "软件工程", "2010-09"]]);
  const table =
    "# 周海涛\n\n## 教育信息\n\n| 学校 | 学历，专业 | 时间 |\n| --- | --- | --- |\n| 海州大学 | 本科，软件工程 | 2019-至今 |\n";
  expect(studies(await read(table, "resume.md"))).toEqual([["海州大学", "本科", "软件工程", "2019"]]);
});

test("majors, duties and degrees set apart by empty lines head no section", async () => {
  const majors = await read(
    `${head}教育经历\n\n海州大学\n\n计算机技术\n\n硕士\n\n2016.09-2019.06\n\n云岭职业学院\n\n软件技术\n\n大专\n\n2013.09-2016.06\n`,
  );
  expect(majors.sections.map(({ kind }) => kind)).not.toContain("skills");
  expect(skills(majors)).toEqual([]);
  expect(studies(majors).map(([school, degree, major]) => [school, degree, major])).toEqual([
    ["海州大学", "硕士", "计算机技术"],
    ["云岭职业学院", "大专", "软件技术"],
  ]);
  const duties = await read(
    `${head}本科学历\n\n工作经历\n\n海帆科技有限公司\t行政专员\t2018.06-2020.03\n\n社区活动\n\n组织培训\n\n社区公益项目\n\n云岭网络有限公司\t行政助理\t2016.07-2018.05\n\n负责接待\n`,
  );
  expect(jobs(duties).map(([company]) => company)).toEqual(["海帆科技有限公司", "云岭网络有限公司"]);
  expect(duties.sections.map(({ kind }) => kind)).toEqual(["header", "work"]);
});

test("in Markdown a head above several jobs is none of them, and projects may stand as deep as their heading", async () => {
  const positions =
    "# Ann Reed\n\n## Experience\n\n### Acme Corp\n\nSenior Engineer, 2020-01 – 2022-03\n\n- Built billing\n\nSoftware Engineer, 2018-02 – 2019-12\n\n- Built search\n\n## Education\n\nBSc Physics, Leeds University, 2014 – 2017\n";
  expect(jobs(await read(positions, "resume.md")).map(([, title]) => title)).toEqual([
    "Senior Engineer",
    "Software Engineer",
  ]);
  const kinds =
    "# 周海涛\n\n## 工作经历\n\n### 全职\n\n海帆科技有限公司 测试工程师 2019.03 - 2021.04\n\n- 负责测试\n\n云岭网络有限公司 测试助理 2017.03 - 2019.02\n\n- 参与测试\n\n## 专业技能\n\n- Java\n";
  expect(jobs(await read(kinds, "resume.md")).map(([company]) => company)).toEqual([
    "海帆科技有限公司",
    "云岭网络有限公司",
  ]);
  const level =
    "# 周海涛\n\n## 教育背景\n\n海州大学 本科 2015.09-2019.06\n\n## 项目经历\n\n## 云仓系统\n\n- 负责接口\n\n## 记账小程序\n\n- 负责登录\n\n## 专业技能\n\n- Java、Redis\n";
  expect(projects(await read(level, "resume.md"))).toEqual(["云仓系统", "记账小程序"]);
});

test("a name before a province is no town, nor is a major before a state", async () => {
  const job = `${head}工作经历\n云帆智联，浙江省\n测试工程师\t2019.03 – 2021.04\n• 负责测试\n`;
  expect(jobs(await read(job))[0]?.[0]).toContain("云帆智联");
  const study = `${head}教育经历\n密歇根大学\t硕士\t2015.09-2017.06\n国际金融，密歇根州\n`;
  expect(studies(await read(study))[0]?.[2]).toContain("国际金融");
});

test("listed skills stay beside the tools that a summary names", async () => {
  const text = `${head}自我评价\n熟悉 Excel、SQL\n掌握 Python、Tableau\n了解 Java、Redis\n\n专业技能\n成本核算、预算管理、税务筹划、财务分析\n`;
  expect(skills(await read(text))).toEqual(
    expect.arrayContaining(["成本核算", "预算管理", "税务筹划", "财务分析", "Excel", "Python", "Redis"]),
  );
});

test("how many worked on a project is no number of the project", async () => {
  const text = `${head}工作经历\n海帆科技有限公司\t测试工程师\t2019.03 – 2021.04\n项目 3 人小组合作完成\n负责接口的测试。\n`;
  expect(projects(await read(text))).toEqual([]);
});
