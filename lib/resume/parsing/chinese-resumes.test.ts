import { describe, expect, test } from "vitest";
import type { Reading } from "../profile";
import { parseResume } from "./parse-resume";

async function read(text: string) {
  return parseResume(new TextEncoder().encode(text), { fileName: "resume.txt", asOf: "2026-11-21" });
}

const values = (readings: (Reading<string> | null)[]) => readings.map((reading) => reading?.value ?? null);

async function studiesOf(text: string) {
  const { profile } = await read(`周海涛\n电话：13900001111\n\n${text}`);
  return profile.education.map(({ school, degree, major, start, end }) => values([school, degree, major, start, end]));
}

async function jobsOf(text: string) {
  const { profile } = await read(`周海涛\n电话：13900001111\n\n${text}`);
  return profile.work.map(({ company, title, start, end }) => values([company, title, start, end]));
}

test("projects by their names, each with what it is", async () => {
  const text = "birdcount: (Python) 数图片里的鸟\nhedge-atlas: (Shell) 画树篱的地图\nrecs: (C) 改进版本管理\n";
  expect(await projectsOf(text)).toEqual(["birdcount", "hedge-atlas", "recs"]);
});

async function projectsOf(text: string) {
  const { profile } = await read(`周海涛\n电话：13900001111\n\n项目经历\n${text}`);
  return profile.projects.map(({ name }) => name?.value);
}

test("a list of labels for each job, with its start and its end apart", async () => {
  const text = `工作经历
工作1
• 公司名称：海州电子有限公司
• 职务：仓库主管
• 开始时间：2020.07
• 结束时间：2022.12
• 描述：
• 管理三个仓库

工作2
• 公司名称：江南物流有限公司
• 职务：仓管员
• 开始时间：2018.03
• 结束时间：2020.06
`;
  expect(await jobsOf(text)).toEqual([
    ["海州电子有限公司", "仓库主管", "2020-07", "2022-12"],
    ["江南物流有限公司", "仓管员", "2018-03", "2020-06"],
  ]);
});

test("what a job was done with is no section of skills", async () => {
  const text = `工作经历
海州软件有限公司 | 开发工程师（2020.07 - 2022.12）
• 工作内容：
• 重构订单页面，速度提升 15%
• 技术栈：
• Python、Redis

江南软件有限公司 | 开发工程师（2018.09 - 2020.06）
• 维护结算系统
`;
  expect((await jobsOf(text)).map(([company]) => company)).toEqual(["海州软件有限公司", "江南软件有限公司"]);
});

test("what came of a job stands below a label of its own, which opens no section", async () => {
  const text = `工作经历
海州软件有限公司 | 研究助理（2020.07 - 2022.12）
• 研究成果：
• 写成两篇论文

江南软件有限公司 | 开发工程师（2018.09 - 2020.06）
• 维护结算系统
`;
  expect((await jobsOf(text)).map(([company]) => company)).toEqual(["海州软件有限公司", "江南软件有限公司"]);
});

test("under a heading for jobs and projects, a project takes no employer from the job above it", async () => {
  const text = `实习和项目经验
2020.1-2020.2 基于消息队列的订单系统
• 写了下单接口

2019.3-2019.6 海州测绘科技公司软件开发实习
• 写了三维软件

2019.6-2019.9 标注客户端软件开发
• 画了标注界面
`;
  expect((await jobsOf(text)).map(([company]) => company)).toEqual(["海州测绘科技公司"]);
});

test("facts side by side in the head: where somebody lives and when they were born", async () => {
  const { profile, sensitive } = await read(
    "周海涛\n13900001111\tzhou@corvid.example\n海州大学\t物理学 • 博士\t1996-09-26\t上海\n",
  );
  expect([profile.city?.value, sensitive.birthDate?.value]).toEqual(["上海", "1996-09-26"]);
});

test("a language told of in a sentence of the skills", async () => {
  const { profile } = await read(
    "周海涛\n电话：13900001111\n\n专业技能\n• 具有良好的英语听说读写能力，能与客户直接沟通。\n",
  );
  expect(profile.languages.map(({ name }) => name.value)).toEqual(["英语"]);
});

async function skillsOf(text: string) {
  const { profile } = await read(`周海涛\n电话：13900001111\n\n专业技能\n${text}`);
  return profile.skills.map(({ name }) => name.value);
}

test("what is done with a tool, a tool with its kind, and certificates among the skills", async () => {
  const text =
    "熟练进行财务分析和报表编制\n了解 React 框架，能够使用 Shell 编写脚本\n掌握 Git 版本控制，持有护士执业资格证、安全员C证\n";
  expect(await skillsOf(text)).toEqual(["财务分析", "报表编制", "React", "Shell", "Git"]);
});

test("several groups before one list, a certificate told with a bar, and what somebody is like", async () => {
  const text = "操作系统, 数据库与构建: Linux/MySQL/Git\n英语四/六级，Excel\n个人特质：乐观善良、自律踏实\n";
  expect(await skillsOf(text)).toEqual(["Linux", "MySQL", "Git", "Excel"]);
});

test("skills with nothing but spaces between them, and years that are no skill", async () => {
  expect(await skillsOf("客户开发 商务谈判 方案呈现 CRM 系统\n8年+HR经验，绩效考核\n")).toEqual([
    "客户开发",
    "商务谈判",
    "方案呈现",
    "CRM",
    "绩效考核",
  ]);
});

test("a name of a project goes on behind a tool", async () => {
  const text = "基于 YOLO 的仓库货位检测系统\t2024.8 - 2025.8\n• 写了检测算法\n";
  expect(await projectsOf(text)).toEqual(["基于 YOLO 的仓库货位检测系统"]);
});

test("a project above its address", async () => {
  const text =
    "\n蜂鸟笔记\n  github.com/corvid/notes\n\n记笔记的网页应用，支持多人同时编辑和离线使用。\n• 写了同步算法，合并冲突\n";
  expect(await projectsOf(text)).toEqual(["蜂鸟笔记"]);
});

describe("studies", () => {
  test("a period behind a Chinese comma", async () => {
    expect(await studiesOf("教育背景\n海州大学，土木工程，本科，2018-2022\n- GPA: 3.8/4.0\n")).toEqual([
      ["海州大学", "本科", "土木工程", "2018", "2022"],
    ]);
  });

  test("a list that goes on with the faculty and the field, and what was done while studying", async () => {
    const text = `教育背景
• 海州大学
• 光明管理学院 - 工商管理 GPA 3.9 / 4.0
2017.09 - 2021.07

江南大学 - 计算机科学与技术 · 硕士研究生（2021.09 - 2024.06）
硕士期间以第一作者身份发表论文 1 篇，发表于某期刊
`;
    expect((await studiesOf(text)).map(([school, , major, start]) => [school, major, start])).toEqual([
      ["海州大学", "工商管理", "2017-09"],
      ["江南大学", "计算机科学与技术", "2021-09"],
    ]);
  });

  test("a column with the end of each period above its start, as time lines have it", async () => {
    const text = `教育背景
2024.06\t海州大学 · 信息学院 · 软件工程 · 硕士
2021.09\t均分 91，排名前 5%

2021.06\t江南大学 · 土木工程 · 本科
2017.09\t均分 88
`;
    expect((await studiesOf(text)).map(([school, , , start, end]) => [school, start, end])).toEqual([
      ["海州大学", "2021-09", "2024-06"],
      ["江南大学", "2017-09", "2021-06"],
    ]);
  });

  test("start and end with labels of their own, below each other or on one line", async () => {
    const text = `教育背景
• 学校：海州大学
• 专业：通信工程
• 学位：学士学位
• 开始时间：2021.10.1
• 结束时间：至今

学校：江南大学  专业：会计学  学历：大专
入学时间：2018.09  毕业时间：2021.06
`;
    expect((await studiesOf(text)).map(([school, , , start, end]) => [school, start, end])).toEqual([
      ["海州大学", "2021-10-01", "present"],
      ["江南大学", "2018-09", "2021-06"],
    ]);
  });

  test("facts of the person tell when the studies end", async () => {
    const text = "学历：本科\n学校：海州大学\n专业：软件工程\n毕业时间：2025年6月（预计）\n";
    expect((await studiesOf(text)).map(([school, , , , end]) => [school, end])).toEqual([["海州大学", "2025-06"]]);
  });

  test("a city abroad is no field of study", async () => {
    const text = "教育背景\n2018.09-2022.06\t多伦多大学\t多伦多\n社会学与心理学\t本科\n";
    expect((await studiesOf(text)).map(([school, , major]) => [school, major])).toEqual([
      ["多伦多大学", "社会学与心理学"],
    ]);
  });

  test("a degree joined to its field, and one in brackets behind the school", async () => {
    const text = `教育背景
2015-2020 苏州大学 临床医学学士 均分 85 分
学业一等奖学金 2 次
2020-2023 江南大学(在职研究生) 食品科学与工程
`;
    expect(await studiesOf(text)).toEqual([
      ["苏州大学", "学士", "临床医学", "2015", "2020"],
      ["江南大学", "研究生", "食品科学与工程", "2020", "2023"],
    ]);
  });

  test("a faculty stands apart from its university, a college with a name of its own does not", async () => {
    const text = `教育背景
2015.09-2019.06\t西南石油大学计算机学院\t网络工程\t本科

2012.09-2015.06\t海州大学应用技术学院\t数控技术\t大专
`;
    const { profile } = await read(text);
    expect(profile.education.map(({ school, faculty }) => values([school, faculty]))).toEqual([
      ["西南石油大学", "计算机学院"],
      ["海州大学应用技术学院", "应用技术学院"],
    ]);
  });

  test("scholarships, addresses and schools applied to are none", async () => {
    const text = `教育背景
地址：江苏省苏州市苏州大学东校区
2016.09-2020.06 苏州大学 会计学 本科
研究生优秀奖学金 1 次（一等）
报考院校：浙江大学
报考专业：法学\t报考属性：学术型研究生
`;
    expect(await studiesOf(text)).toEqual([["苏州大学", "本科", "会计学", "2016-09", "2020-06"]]);
  });

  test("studies and jobs under one heading are divided", async () => {
    const text = `教育背景及求职经历
2014.7-至今\t工作\t云岭重工\t技术中心
2010.9-2014.7\t学士\t苏州大学\t电子信息工程
`;
    expect(await studiesOf(text)).toEqual([["苏州大学", "学士", "电子信息工程", "2010-09", "2014-07"]]);
    expect(await jobsOf(text)).toEqual([["云岭重工", null, "2014-07", "present"]]);
  });

  test("in a form a value ends at the next label, whatever that is", async () => {
    const text = `最高学历：本科     专业：信息管理
毕业学校：苏州大学     毕业时间：2018年6月     英语水平：六级
`;
    expect(await studiesOf(text)).toEqual([["苏州大学", "本科", "信息管理", null, "2018-06"]]);
  });

  test("a form's cells without colons, and the degree among personal facts", async () => {
    const form = `学    历\t本科\t专    业\t土木工程\n毕业院校    苏州大学    毕业时间    2012.07\n`;
    expect((await studiesOf(form)).map((study) => study.slice(0, 3))).toEqual([["苏州大学", "本科", "土木工程"]]);
    const { profile } = await read(`周海涛\n前端工程师  |  5年经验  |  本科  |  28岁\n手机 13900001111\n`);
    expect(profile.highestDegree?.value).toBe("bachelor");
  });

  test("without a heading, lines of their own below the contacts", async () => {
    const text = `13900001111\nzhou@example.cn\n苏州大学\n\n2001.03.05\n本科\n\n周海涛\n求职意向：测试工程师\n`;
    const { profile, sensitive } = await read(text);
    expect(values([profile.name, sensitive.birthDate, profile.highestDegree])).toEqual([
      "周海涛",
      "2001-03-05",
      "bachelor",
    ]);
    expect(profile.education.map(({ school, degree }) => values([school, degree]))).toEqual([["苏州大学", "本科"]]);
  });
});

describe("jobs", () => {
  test("the employer stands before its department, with or without a title", async () => {
    const text = `实习经历
2016.7 至今\t海帆网 用户增长平台 前端开发
2015.7-2016.6\t云岭重工 技术中心
`;
    expect((await jobsOf(text)).map(([company]) => company)).toEqual(["海帆网", "云岭重工"]);
  });

  test("what was done names no employer", async () => {
    const text = `实践经历
2022年6月，参与校内生产实践，完成小程序的设计与实现。
2023年5月，使用Vue,Springboot等技术框架完成毕业设计《基于Java的医院预约系统的设计
与实现》
`;
    expect(await jobsOf(text)).toEqual([]);
  });

  test("an employer and a title with nothing between", async () => {
    const text = `工作经历
2018.5-2019.12 担任北方星桥软件公司研究院算法研究员
◎ 追踪前沿技术；
◎ 训练文本分类模型；
`;
    expect(await jobsOf(text)).toEqual([["北方星桥软件公司研究院", "算法研究员", "2018-05", "2019-12"]]);
  });

  test("names in black brackets, remarks on the firm and departments before a slash", async () => {
    const text = `工作经历
【海盐科技】 后端开发工程师	2021.7 ~ 至今

2018.07 - 2021.06	北方云脉电子有限公司（上市公司）	财务部 / 会计
`;
    expect(await jobsOf(text)).toEqual([
      ["海盐科技", "后端开发工程师", "2021-07", "present"],
      ["北方云脉电子有限公司", "会计", "2018-07", "2021-06"],
    ]);
  });

  test("a title in few words with its kind in brackets", async () => {
    const text = "实习经历\n美点网\t商业分析（实习）\t2021.12-2022.04\n- 用SQL取数\n";
    expect(await jobsOf(text)).toEqual([["美点网", "商业分析（实习）", "2021-12", "2022-04"]]);
  });

  test("a table's head is no entry, and a rank belongs to its title", async () => {
    const text = `工作经历
时间段\t公司\t职位
2020年1月 – 2023年5月\tCorvid\t经理 II
2016年7月 – 2019年12月\t星桥软件有限公司\t软件工程师
`;
    expect(await jobsOf(text)).toEqual([
      ["Corvid", "经理 II", "2020-01", "2023-05"],
      ["星桥软件有限公司", "软件工程师", "2016-07", "2019-12"],
    ]);
  });
});

describe("projects", () => {
  test("names of several words stay whole, roles, addresses and kinds of project do not belong to them", async () => {
    const text = `随手账 Android 端\t2015.1-2016.2
项目介绍：记账应用。

云 e 仓 管理平台 后端开发\t2016.3-2017.1
项目介绍：仓库管理。

药品管理系统开发, 学院横向项目.\t2017.2-2017.9
项目介绍：药品管理。
`;
    expect(await projectsOf(text)).toEqual(["随手账 Android 端", "云 e 仓 管理平台", "药品管理系统开发"]);
    const labelled = "项目名称：办公用品系统（源码：https://git.example/office）\n项目描述：桌面应用；\n";
    expect(await projectsOf(labelled)).toEqual(["办公用品系统"]);
  });

  test("a number before the name, and names told by what they are", async () => {
    const text = `项目一：任务调度平台 2022.01-2022.06

- 使用 Java 和 Netty

项目二：直播弹幕系统（个人项目）

- 使用 Go
`;
    expect(await projectsOf(text)).toEqual(["任务调度平台", "直播弹幕系统（个人项目）"]);
  });

  test("numbered names above their texts", async () => {
    const text = `1、点餐 App 移动端网页
功能简介：该项目是点餐应用的移动端网页版，还原度极高，用到的技术有图片放大预览、动画绘制等。
2、艺人网站
该网站以招募以及展示艺人的一些基本信息为主题开发，是自适应网站。
`;
    expect(await projectsOf(text)).toEqual(["点餐 App 移动端网页", "艺人网站"]);
  });

  test("one without dates among others, and long addresses beside dated ones", async () => {
    const text = `• 2015.04 - 2015.07 海州大学综合积分评测系统 (https://git.example/a-rather-long-address/score-and-more)
需要一个自动化抓取并计算的评测系统。

• 2014.03 - 2015.02 社团信息化套件第二版 (https://git.example/a-rather-long-address/suite-second-edition)
社团管理困难，通知开支庞大。
`;
    expect(await projectsOf(text)).toEqual(["海州大学综合积分评测系统", "社团信息化套件第二版"]);
    const among = `吉祥分期\t前端开发\t2020.03-2020.05
业绩:
独立完成。

会议管理系统

为一家药企开发，主要对会议、人员和财务资料进行流程管理。

巴黎图鉴\t前端开发\t2019.08-2020.01
业绩:
顺利上线。
`;
    expect(await projectsOf(among)).toEqual(["吉祥分期", "会议管理系统", "巴黎图鉴"]);
  });

  test.each([
    [
      "项目一：数据中台\n技术栈：Java、Vue\n职责：负责整体架构设计\n\n项目二：积分商城\n技术栈：PHP\n",
      ["数据中台", "积分商城"],
    ],
    ["一、核心系统改造\n责任描述：负责账户模块\n二、交易系统\n责任描述：负责报单模块\n", ["核心系统改造", "交易系统"]],
    [
      "★ 弹幕系统\n技术栈：Go\n· 单机十万连接\n★ 短链接服务\n技术栈：Go\n· 使用布隆过滤器\n",
      ["弹幕系统", "短链接服务"],
    ],
    [
      "点餐网页\n项目描述：点餐应用的移动端网页版，还原度高\n选座小程序\n项目描述：影院选座\n",
      ["点餐网页", "选座小程序"],
    ],
    [
      "烧录数据服务器\n项目为家电生产烧录数据的服务器\n前端使用模板引擎，后台使用自有框架\n安全分析平台\n项目为第三方的安全分析平台\n本人负责传输层的开发\n",
      ["烧录数据服务器", "安全分析平台"],
    ],
    [
      "1. 仓库管理系统\n   - 使用框架开发\n   - 与后端对接\n\n2. 点餐小程序\n   - 使用原生框架\n",
      ["仓库管理系统", "点餐小程序"],
    ],
    ["1. 个人网站\n   使用框架开发的网站\n\n2. 记账应用\n   课程大作业\n", ["个人网站", "记账应用"]],
    ["博客项目：美化网站\n项目介绍：基于开源主题改造。\n", ["博客项目：美化网站"]],
    ["基于图像的 Python 安装工具\t成都\n负责人\t2019.6 - 2020.6\n", ["基于图像的 Python 安装工具"]],
    ["CodeBook Resume\t2022.09 - 至今\n一款简历工具\n", ["CodeBook Resume"]],
  ])("%s", async (text, expected) => {
    expect(await projectsOf(text)).toEqual(expected);
  });

  test("those told within a job", async () => {
    const text = `周海涛
电话：13900001111

工作经历
海州软件有限公司 · 项目管理专家（高级 PM）（2021.07 - 至今）
项目一：数据中台建设
背景：口径不统一。
项目二：流程再造
背景：架构老化。
云岭网络有限公司 · 项目经理（2019.07 - 2021.06）
项目三：客户系统建设
`;
    const { profile } = await read(text);
    expect(profile.projects.map(({ name }) => name?.value)).toEqual(["数据中台建设", "流程再造", "客户系统建设"]);
    expect(profile.work.map(({ title }) => title?.value)).toEqual(["项目管理专家（高级 PM）", "项目经理"]);
  });
});

describe("jobs among places and remarks", () => {
  test.each([
    ["海州芯片\t韩国首尔\n软件工程师\t2014.08-2016.04\n", ["海州芯片", "软件工程师", "2014-08", "2016-04"]],
    ["某 AI 独角兽公司\t北京\n算法实习生\t2019.6 - 2020.6\n", ["某 AI 独角兽公司", "算法实习生", "2019-06", "2020-06"]],
    [
      "海州信息技术股份有限公司（外派：某银行）\t测试工程师\t2019.01-2020.02\n",
      ["海州信息技术股份有限公司", "测试工程师", "2019-01", "2020-02"],
    ],
    ["云海智能有限公司（B 轮） 算法工程师 2015.06-2016.12\n", ["云海智能有限公司", "算法工程师", "2015-06", "2016-12"]],
  ])("%s", async (text, expected) => {
    expect(await jobsOf(`工作经历\n${text}`)).toEqual([expected]);
  });
});

describe("schools hidden and degrees", () => {
  test.each([
    [
      "XX 大学（985） — 软件工程 · 硕士研究生（2016.09 - 2019.06）\n",
      ["XX 大学", "硕士研究生", "软件工程", "2016-09", "2019-06"],
    ],
    ["2015.9-2019.6 某某大学本科生，应用化学专业\n", ["某某大学", "本科生", "应用化学", "2015-09", "2019-06"]],
    [
      "英国曼彻斯特大学 数据科学 理学硕士 2018.9-2019.11\n",
      ["英国曼彻斯特大学", "硕士", "数据科学", "2018-09", "2019-11"],
    ],
    ["海州大学 理学硕士，金融学 2020.09-2021.11\n", ["海州大学", "硕士", "金融学", "2020-09", "2021-11"]],
  ])("%s", async (text, expected) => {
    expect(await studiesOf(`教育背景\n${text}`)).toEqual([expected]);
  });
});

test("an office held among students is no degree", async () => {
  const text = "毕业院校\n海州大学 - 工商管理 - 硕士\t2018/09 ～ 2022/06\n研究生学生会主席\n";
  expect(await studiesOf(text)).toEqual([["海州大学", "硕士", "工商管理", "2018-09", "2022-06"]]);
});

describe("skills", () => {
  test.each([
    ["熟悉MySQL数据库的开发及优化\n熟练使用Linux系统和Shell脚本编写", ["MySQL", "Linux", "Shell"]],
    [
      "以下均为我熟练使用的技能\nVue2.x Vuex axios ElementUI lodash",
      ["Vue2.x", "Vuex", "axios", "ElementUI", "lodash"],
    ],
    ["熟练使用Git、SVN版本控制工具，熟悉Maven项目管理工具以及Linux 操作系统的使用。", ["Git", "SVN", "Maven", "Linux"]],
    ["有 Git Gulp Webpack 使用经验", ["Git", "Gulp", "Webpack"]],
    ["熟悉 Bootstrap 以及 React，Vue 等前端框架", ["Bootstrap", "React", "Vue"]],
    ["◎ 计算机网络四级等级证书，SQL", ["SQL"]],
    ["精通 Vue.js、Nuxt.js，对此类框架有自己的理解，对 TCP、UDP 有过深入研究；", ["Vue.js", "Nuxt.js", "TCP", "UDP"]],
    ["熟悉 Redis 数据库和 React 框架源码，能够编写简单的 Shell 脚本", ["Redis", "React", "Shell"]],
    ["具备 MATLAB 基础，可进行简单数据处理与分析", ["MATLAB"]],
    ["深度学习框架\tPyTorch（精通）, Keras（了解）", ["PyTorch", "Keras"]],
    ["熟悉常用的设计模式：单例模式、工厂模式", ["设计模式", "单例模式", "工厂模式"]],
  ])("%s", async (text, expected) => {
    expect(await skillsOf(text)).toEqual(expected);
  });
});

describe("the person", () => {
  test.each([
    ["周海涛\n男 1979 年6 月    十年工作经验\n", "1979-06"],
    ["周海涛 - 女 - 1995\n", "1995"],
    ["• 周海涛 / 男 / 1994\n", "1994"],
  ])("%s is born", async (text, born) => {
    const { profile, sensitive } = await read(`${text}手机：13900001111\n`);
    expect([profile.name?.value, sensitive.birthDate?.value]).toEqual(["周海涛", born]);
  });

  test("contacts below another heading are of the person", async () => {
    const text = `后台：
1. 熟练使用Git工具

专业技能
周海涛    女
苏州大学   软件工程专业   本科
联系电话：13900001111
我的邮箱：zhou@example.cn

个人信息
求职意向
职位：前端实习生
`;
    const { profile } = await read(text);
    expect([profile.name?.value, profile.gender?.value, profile.highestDegree?.value]).toEqual([
      "周海涛",
      "female",
      "bachelor",
    ]);
    expect(profile.education.map(({ school, major }) => values([school, major]))).toEqual([["苏州大学", "软件工程"]]);
  });
});

test("a whole date beside telephone and e-mail address is the birthday", async () => {
  const bytes = new TextEncoder().encode(
    "周海涛\n13900001111 | zhou@corvid.example | 2000.11.04 | 硕士\n\n教育经历\n2018-2022 苏州大学 物理学 本科\n",
  );
  const { sensitive } = await parseResume(bytes, { fileName: "resume.txt", asOf: "2026-11-21" });
  expect(sensitive.birthDate?.value).toBe("2000-11-04");
});

test("of a firm and its branch the firm employs", async () => {
  const text = "工作经历\n2020.07 - 2022.05\t开发工程师\t云山软件有限公司\n上海分公司\n负责系统开发。\n";
  expect((await jobsOf(text)).map(([company]) => company)).toEqual(["云山软件有限公司"]);
});

describe("studies told in few words", () => {
  test.each<[string, string, (string | null)[][]]>([
    [
      "four dashes between dates",
      "教育背景\n时间：2014.9----2018.6\n学校：苏州大学\n专业：软件工程\n",
      [["苏州大学", null, "软件工程", "2014-09", "2018-06"]],
    ],
    [
      "an institute of its own",
      "教育背景\n2012/9—2015/5\n海州计算技术研究所 计算机科学与技术\n\n2008/9—2012/7\n苏州大学 通信工程\n",
      [
        ["海州计算技术研究所", null, "计算机科学与技术", "2012-09", "2015-05"],
        ["苏州大学", null, "通信工程", "2008-09", "2012-07"],
      ],
    ],
    [
      "a faculty below its university",
      "教育经历\n苏州大学\n计算机学院 | 2010年-2014年\n\n南京大学\n计算机学院 | 2014年-2017年\n",
      [
        ["苏州大学", null, null, "2010", "2014"],
        ["南京大学", null, null, "2014", "2017"],
      ],
    ],
    [
      "a faculty behind the degree",
      "教育经历\n苏州大学, 苏州\t2017 年 9 月 – 2021 年 6 月\n本科生 计算机学院，计算机科学与技术专业\n",
      [["苏州大学", "本科生", "计算机科学与技术", "2017-09", "2021-06"]],
    ],
    [
      "a degree of engineers",
      "教育经历\n沈阳工业大学\t2012 - 2015\n工程硕士, 机械工程\n",
      [["沈阳工业大学", "硕士", "机械工程", "2012", "2015"]],
    ],
    [
      "a degree behind a bullet",
      "教育经历\n苏州大学(2015年9月 - 2017年5月)\n• 计算机工程硕士\n\n南京大学(2010年9月 - 2014年6月)\n• 电子信息工程本科\n",
      [
        ["苏州大学", "硕士", "计算机工程", "2015-09", "2017-05"],
        ["南京大学", "本科", "电子信息工程", "2010-09", "2014-06"],
      ],
    ],
    [
      "the degree as the label of the school",
      "教育经历\n本科：苏州大学\t专业：地理信息科学\n硕士研究生：南京大学\t专业：测绘工程\n",
      [
        ["苏州大学", "本科", "地理信息科学", null, null],
        ["南京大学", "硕士研究生", "测绘工程", null, null],
      ],
    ],
    [
      "a year that is no field",
      "教育背景\n2022.09—至今\t苏州大学\t物联网    工学本科大二在读\n",
      [["苏州大学", "本科", "物联网", "2022-09", "present"]],
    ],
    [
      "students in the name of a contest",
      "教育背景\n2012.9 - 2016.6\t苏州大学\t软件工程\n(前 20%), 全国大学生机器人竞赛三等奖（2015）\n",
      [["苏州大学", null, "软件工程", "2012-09", "2016-06"]],
    ],
  ])("%s", async (_, text, expected) => {
    expect((await studiesOf(text)).map((study) => study.map((part) => part?.replace(/在读$/, "") ?? null))).toEqual(
      expected,
    );
  });

  test("school and degree among the facts of the person, and letters of a label apart", async () => {
    const facts = "个人信息\n学历：全日制本科/南京工程学院/2020届应届生\n专业：计算机科学与技术\n";
    expect((await studiesOf(facts)).map(([school, degree, major]) => [school, degree, major])).toEqual([
      ["南京工程学院", "全日制本科", "计算机科学与技术"],
    ]);
    const form = "基本信息\n- 毕业院校：苏州大学\n- 专  业：通信工程\n- 学  历：本科\n";
    expect((await studiesOf(form)).map(([school, degree, major]) => [school, degree, major])).toEqual([
      ["苏州大学", "本科", "通信工程"],
    ]);
  });
});

describe("projects among other things", () => {
  test.each<[string, string, string[]]>([
    [
      "an address behind the name",
      "(1) 2024.03-2024.06  商城系统优化 https://corvid.example/mall\n重写了订单页面。\n(2) 2023.11-2024.02  网盘服务器设计 https://corvid.example/disk\n实现了断点续传。\n",
      ["商城系统优化", "网盘服务器设计"],
    ],
    [
      "what it was made with in brackets, and a link",
      "2024.05-2024.07\t基于开放接口的老年人生活助手(SpringBoot,Vue,MySQL)\t系统设计+全栈代码实现\t展示链接\n实现了登录。\n\n2024.03-2024.04\t养老系统(SpringBoot,Vue,MySQL)\t系统设计+全栈代码实现\t展示链接\n实现了审批。\n",
      ["基于开放接口的老年人生活助手(SpringBoot,Vue,MySQL)", "养老系统(SpringBoot,Vue,MySQL)"],
    ],
    [
      "a number and a name with a gap between",
      "项目一\t谱蓝网站\n项目描述：公司的官方网站。\n项目二\t航峰网站\n项目描述：另一个网站。\n",
      ["谱蓝网站", "航峰网站"],
    ],
    [
      "how many follow it",
      "birdcount - 维护者\t260+ commits\n数图片里的鸟。\n• 改进了计数。\nhedges - 前维护者\t131+ commits\nrivers - 前维护者\t20+ commits\n",
      ["birdcount", "hedges", "rivers"],
    ],
  ])("%s", async (_, text, expected) => {
    expect(await projectsOf(text)).toEqual(expected);
  });

  test.each<[string, string, string[]]>([
    [
      "numbered",
      "(1) 化学品经营服务平台 1-2期 | 前端开发\n负责订单页面。\n(2) 设备管理系统 | 前端开发\n负责设备页面。\n",
      ["化学品经营服务平台 1-2期", "设备管理系统"],
    ],
    [
      "above what describes them",
      "负责页面开发。\n交易平台 | 前端开发\n项目描述：大型交易平台\n设备平台 | 前端开发\n项目描述：设备中间件\n",
      ["交易平台", "设备平台"],
    ],
    [
      "by their last word",
      "\n医生端项目\n全新设计的应用，负责架构。\n\n患者端项目\n负责支付模块。\n",
      ["医生端项目", "患者端项目"],
    ],
  ])("of a job, %s", async (_, text, expected) => {
    const { profile } = await read(
      `周海涛\n电话：13900001111\n\n工作经历\n2015/5—至今    海州软件有限公司    前端开发\n${text}`,
    );
    expect(profile.projects.map(({ name }) => name?.value)).toEqual(expected);
    expect(profile.work.map(({ company }) => company?.value)).toEqual(["海州软件有限公司"]);
  });

  test("the last of a list and what came of a project open no section", async () => {
    const job =
      "工作经历\n海州软件有限公司 （ 2016年10月 ~ 2018年1月 ）\n• 网络库\n用了三个库。\n• 其他\n权限申请。\n\n江南物流有限公司 （ 2015年1月 ~ 2016年9月 ）\n负责维护。\n";
    expect((await jobsOf(job)).map(([company]) => company)).toEqual(["海州软件有限公司", "江南物流有限公司"]);
    const project =
      "健康社区  2024.1 - 2024.2\n·项目成果：完成了核心功能测试与部署\n·个人收获：了解了分布式开发\n网页服务器  2023.11 - 2024.1\n·项目成果：支持高并发\n";
    expect(await projectsOf(project)).toEqual(["健康社区", "网页服务器"]);
  });
});

test("a link named behind a project is no part of its name", async () => {
  const text =
    "vue-simple-hedge 访问链接\n一个前端解决方案，可以快速搭建网页。\n\nmy-hedge-charts 访问链接\n封装了图表组件的工具。\n";
  expect(await projectsOf(text)).toEqual(["vue-simple-hedge", "my-hedge-charts"]);
});

describe("the person, told in other ways", () => {
  test("a name with a gap, an employer that begins like a town, a heading with a remark", async () => {
    const text =
      "朱  威\n18600001111 | zhu@corvid.example\n阿里巴巴集团 / 开发专家 / 2015.11至今\n\n工作经历 按照时间倒序\n海州软件有限公司\t2016.07-2017.07\n开发工程师\n";
    const { profile } = await read(text);
    expect([profile.name?.value, profile.city]).toEqual(["朱威", null]);
    expect(profile.work.map(({ company }) => company?.value)).toEqual(["海州软件有限公司"]);
  });

  test.each([
    [
      "- 数据库：MySQL/PgSQL/MongoDB/Redis\n- 日志维护: FileBeat/Kibana/Reedpool\n",
      ["MySQL", "PgSQL", "MongoDB", "Redis", "FileBeat", "Kibana", "Reedpool"],
    ],
    ["编程 Python, Java, Matlab and SQL, 有相关实践经验.\n语言 英语 (CET-6).\n", ["Python", "Java", "Matlab", "SQL"]],
  ])("skills: %s", async (text, expected) => {
    expect(await skillsOf(text)).toEqual(expected);
  });
});

describe("how entries are written", () => {
  test.each([
    [
      "2021-2024     海州职业技术学院     专业：软件技术     学历：专科\n",
      ["海州职业技术学院", "专科", "软件技术", "2021", "2024"],
    ],
    ["- 学历：本科/海州大学/信息学院/软件工程/2018.09-至今\n", ["海州大学", "本科", "软件工程", "2018-09", "present"]],
    [
      "海州大学\t2023.09 - 2026.06\n硕士，软件工程｜GPA: 3.8/4.0；获国家奖学金\n",
      ["海州大学", "硕士", "软件工程", "2023-09", "2026-06"],
    ],
    [
      "2025.09 - 2030.06\t海州大学（保送）\t生物医学工程\t博士\n",
      ["海州大学", "博士", "生物医学工程", "2025-09", "2030-06"],
    ],
    [
      "海州大学\t2021.9 - 2025.6\n本科\t加权: 4/5\n学院: 电气工程学院 专业: 电气工程及其自动化\n",
      ["海州大学", "本科", "电气工程及其自动化", "2021-09", "2025-06"],
    ],
    ["海州七中东山校区，上海\t2017 年 9 月 – 至今\n", ["海州七中东山校区", null, null, "2017-09", "present"]],
  ])("a study: %s", async (text, expected) => {
    expect(await studiesOf(`教育经历\n${text}`)).toEqual([expected]);
  });

  test("a study in Markdown, with what was studied in a list", async () => {
    const text = "# 周海涛\n\n## 教育经历\n\n### 海州大学 2018.09 - 2021.06\n\n- 软件工程 硕士\n";
    const { profile } = await parseResume(new TextEncoder().encode(text), { fileName: "a.md", asOf: "2026-11-21" });
    expect(profile.education.map(({ school, degree, major }) => values([school, degree, major]))).toEqual([
      ["海州大学", "硕士", "软件工程"],
    ]);
  });

  test.each([
    ["一、海州软件有限公司\t后端开发工程师\t2019.07 - 2022.03\n", ["海州软件有限公司", "后端开发工程师"]],
    ["海帆网 / 后端开发工程师 / 2019.07-2022.03\n", ["海帆网", "后端开发工程师"]],
    ["海州软件有限公司（杭州）\t2019.07 - 2022.03\n职位：后端开发工程师\n", ["海州软件有限公司", "后端开发工程师"]],
    ["2019.07-2022.03 在海帆网担任数据分析师\n", ["海帆网", "数据分析师"]],
    ["2019.07–2022.03\t海州软件有限公司, 技术中心, 工程师.\n", ["海州软件有限公司", "工程师"]],
    [
      "2019.07-2022.03 海州软件有限公司\n- 研发部 | 前端开发工程师\n- 负责页面的开发和维护。\n",
      ["海州软件有限公司", "前端开发工程师"],
    ],
  ])("a job: %s", async (text, expected) => {
    expect((await jobsOf(`工作经历\n${text}`)).map((job) => job.slice(0, 2))).toEqual([expected]);
  });

  test("projects with what they were written in", async () => {
    const bars =
      "作业调度平台 | AWS(EKS), Kubernetes, Argo Workflow, React, Go\t2023 年 7 月 – 2024 年 6 月\n- 定时调度任务。\n数据上云 | AWS(EKS, S3, Glue), Airflow, Spark, Kubernetes\t2021 年 6 月 – 2023 年 6 月\n- 迁移了流程。\n";
    expect(await projectsOf(bars)).toEqual(["作业调度平台", "数据上云"]);
    const commas = "2016–至今\t会说话的记事本, Objective-C, 个人项目.\n以记事本为基础的应用。\n";
    expect(await projectsOf(commas)).toEqual(["会说话的记事本"]);
  });

  test("a town amid facts", async () => {
    const { profile } = await read("周海涛\n男，1996年11月生，现居北京，可实习6个月\n电话：13900001111\n");
    expect(profile.city?.value).toBe("北京");
  });
});

test.each([
  ["周海涛_网页设计师_2年\n电话：13900001111\n"],
  ["周海涛-网页设计师-2年\n电话：13900001111\n"],
  ["周海涛（男，25岁）\n电话：13900001111\n"],
  ["信息：周海涛，男，1995 年 11 月生\n电话：13900001111\n"],
  ["Kevin Zhou（周海涛）\n电话：13900001111\n"],
  ["周　海　涛\n电话：13900001111\n"],
  ["个人简历\n\n自我介绍\n我叫周海涛，热爱编程。\n电话：13900001111\n"],
  ["教育背景\n2020.9-2023.6  海州学院  软件技术  专科\n\n求职意向：Java 开发\n周海涛\n"],
])("a name: %s", async (text) => {
  expect((await read(text)).profile.name?.value).toBe("周海涛");
});

test("a name that only the file bears, and none in words that begin as surnames do", async () => {
  const bytes = new TextEncoder().encode("个人简历\n电话：13900001111\n\n专业技能\n- 熟悉 Java\n");
  const nameOf = async (fileName: string) =>
    (await parseResume(bytes, { fileName, asOf: "2026-11-21" })).profile.name?.value ?? null;
  expect(await nameOf("周海涛-Java开发-个人简历.txt")).toBe("周海涛");
  expect(await nameOf("程序员-高中-简历.txt")).toBeNull();
});

test.each([
  ["2018.09-2021.06 海州大学-信息学院-软件工程-硕士\n", ["海州大学", "硕士", "软件工程"]],
  [
    "海州大学\n学院：信息学院\n所学专业：软件工程\n学历层次：硕士\n就读时间：2018.09-2021.06\n",
    ["海州大学", "硕士", "软件工程"],
  ],
  ["【学校】海州大学\n【专业】软件工程\n【学历】硕士\n【时间】2018.09-2021.06\n", ["海州大学", "硕士", "软件工程"]],
  ["2018.09-2021.06\n海州大学\n材料科学与工程学院\n软件工程\n硕士\n", ["海州大学", "硕士", "软件工程"]],
  ["海州大学 商学院 会计 硕士 2018.09-2021.06\n", ["海州大学", "硕士", "会计"]],
  ["软件工程\n海州大学\n2018.09-2021.06 硕士\n", ["海州大学", "硕士", "软件工程"]],
  ["2018.09-2021.06 在海州大学攻读软件工程硕士\n", ["海州大学", "硕士", "软件工程"]],
  ["2018.09-2021.06就读于海州大学软件工程专业，获硕士学位\n", ["海州大学", "硕士学位", "软件工程"]],
  ["硕士阶段：海州大学（2018.09-2021.06）\n专业：软件工程\n", ["海州大学", "硕士", "软件工程"]],
  ["• 海州大学\n• 软件工程 硕士\n• 2018.09-2021.06\n", ["海州大学", "硕士", "软件工程"]],
  [
    "2018.09-2021.06 海州大学 软件工程 硕士\n交换经历：2019.09-2020.01 赴江城大学交换\n英语 CET-6\n",
    ["海州大学", "硕士", "软件工程"],
  ],
])("a study: %s", async (text, [school, degree, major]) => {
  expect(await studiesOf(`教育经历\n${text}`)).toEqual([[school, degree, major, "2018-09", "2021-06"]]);
});

test("degrees of one school with periods within its own, and schools in bullets", async () => {
  const text =
    "教育经历\n海州大学\t2015.09-2022.06\n硕士，测绘工程，2019.09-2022.06\n本科，地理信息科学，2015.09-2019.06\n";
  expect(await studiesOf(text)).toEqual([
    ["海州大学", "硕士", "测绘工程", "2019-09", "2022-06"],
    ["海州大学", "本科", "地理信息科学", "2015-09", "2019-06"],
  ]);
  expect((await studiesOf("教育背景\n• 海州大学（博士） — 计算机学院\n• 江城大学（本科） — 计算机学院\n")).length).toBe(
    2,
  );
});

test("2019级 is when a study began", async () => {
  const [study] = await studiesOf("教育背景\n海州大学 / 计算机学院 / 2019级软件工程本科生\n");
  expect(study).toEqual(["海州大学", "本科生", "软件工程", "2019", null]);
});

test("a study under a heading for trainings, and one in labels apart from its heading", async () => {
  const trained = "培训经历\n2020.09-2021.06\t海州学院\t软件技术专业\t大专\n\n自我评价\n做事认真\n";
  expect(await studiesOf(trained)).toEqual([["海州学院", "大专", "软件技术", "2020-09", "2021-06"]]);
  const apart =
    "学校名称：海州学院\n就读时间：2016.09-2020.06\n所学专业：通信工程\n学历学位：本科\n\n教育背景\n学历：本科\n";
  expect((await studiesOf(apart))[0]?.[0]).toBe("海州学院");
});

test("a birthday beside the school is no period of studies", async () => {
  const { profile } = await read(
    "姓名：周海涛\n生日：1993-08-21\t在读学校：海州大学\n系别：软件工程\n毕业年份：2016年\n",
  );
  expect(profile.education.map(({ school, major, end }) => values([school, major, end]))).toEqual([
    ["海州大学", "软件工程", "2016"],
  ]);
});

test("projects by their labels under no heading of theirs, and by names above bare labels", async () => {
  const { profile } = await read(
    "周海涛\n电话：13900001111\n\n荣誉证书\n项目名称：点餐系统\n项目描述：校园点餐\n项目名称：答题系统\n项目描述：线上答题\n",
  );
  expect(profile.projects.map(({ name }) => name?.value)).toEqual(["点餐系统", "答题系统"]);
  expect(
    await projectsOf("仓库商城\n\n项目内容\n负责前端页面的开发。\n\n积分博客\n\n项目内容\n负责后端接口的开发。\n"),
  ).toEqual(["仓库商城", "积分博客"]);
});

test("a job's heading in a cell beside its period", async () => {
  expect(await jobsOf("专业技能\n- 熟悉 Java\n\n工作经历\t2017年5月至2018年6月   海州信息产业股份有限公司\n")).toEqual([
    ["海州信息产业股份有限公司", null, "2017-05", "2018-06"],
  ]);
});
