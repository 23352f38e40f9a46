import type { categories } from "./schema";

type Pair = readonly [zh: string, en: string];
type Wording = {
  category: (typeof categories)[number];
  name: Pair;
  strength: Pair;
  issue: Pair;
  /** Where there is nothing to measure, or too much of it. */
  otherwise?: { when: "none" | "too_much"; issue: Pair };
  recommendation: Pair;
};

/** What each measure is called, and what it says when it is high or low. `[…]` falls away where a value is missing. */
export const sentences: Record<string, Wording> = {
  told: {
    category: "project",
    name: ["经历是否写明做了什么", "Jobs and projects are told"],
    strength: [
      "{count} 段工作或项目经历写明了具体做了什么。",
      "{count:job or project says|jobs or projects say} what was done.",
    ],
    issue: [
      "写明了具体做了什么的工作或项目经历有 {count} 段[；“{entry}”没有展开]。",
      "{count:job or project says|jobs and projects say} what was done[; “{entry}” does not].",
    ],
    otherwise: { when: "none", issue: ["没有读到工作或项目经历的描述。", "No job or project is described."] },
    recommendation: [
      "每段经历用两到四条写清背景、本人做的事和结果；没有工作经历的，可写课程、竞赛或开源项目。",
      "Give each two to four lines: the setting, what you did, what came of it. Without jobs, use coursework or open source.",
    ],
  },
  results: {
    category: "project",
    name: ["可衡量的结果", "Results that can be checked"],
    strength: [
      "{count} 条描述有可衡量的结果，例如“{best}”。",
      "{count:statement gives|statements give} a result that can be checked, such as “{best}”.",
    ],
    issue: [
      "共 {total} 条描述，有可衡量结果的 {count} 条[；“{bare}”没有写出效果]。",
      "{count} of {total} statements give a result that can be checked[; “{bare}” does not].",
    ],
    otherwise: { when: "none", issue: ["没有读到可衡量的结果。", "No result that can be checked was found."] },
    recommendation: [
      "写出真实的数字：用户量、耗时、金额、比例、规模，以及做之前和做之后的变化；没有数据时写明范围和产出。",
      "Add true figures: users, time, money, share, size, before and after. Where there are none, name scope and outcome.",
    ],
  },
  own_part: {
    category: "project",
    name: ["本人承担的部分", "One's own part"],
    strength: [
      "{total} 条描述中有 {count} 条写明了本人做的事。",
      "{count} of {total} statements say what the person did themselves.",
    ],
    issue: [
      "共 {total} 条描述，写明本人做了什么的 {count} 条[；“{vague}”看不出本人承担的部分]。",
      "{count} of {total} statements say what you did yourself[; “{vague}” leaves it open].",
    ],
    otherwise: { when: "none", issue: ["没有描述写明本人做了什么。", "No statement says what you did yourself."] },
    recommendation: [
      "把“参与”“协助”“负责”换成具体动作：设计、实现、主导、优化，并说明自己做的是哪一部分。",
      "Replace “helped with” and “responsible for” by what you did: designed, built, led, reduced; name your share.",
    ],
  },
  means: {
    category: "project",
    name: ["经历中用到的技术和工具", "Methods and tools in the work"],
    strength: ["经历中写明了用到的技术或工具：{skills}。", "The work names its methods and tools: {skills}."],
    issue: [
      "经历描述中能认出的技术或工具有 {count} 种[：{skills}]。",
      "The work names {count:method or tool|methods or tools} that could be made out[: {skills}].",
    ],
    otherwise: {
      when: "none",
      issue: ["经历描述中没有认出技术、工具或方法。", "No method or tool could be made out in the work."],
    },
    recommendation: [
      "在每段经历里写出真正用过的技术、工具或方法，以及为什么用。",
      "In each job or project name the methods and tools you really used, and what for.",
    ],
  },
  placed: {
    category: "project",
    name: ["角色与时间", "Role and time"],
    strength: ["每段经历都写明了角色和时间。", "Role and time are given throughout."],
    issue: [
      "{total} 段经历中，同时写明角色和时间的有 {count} 段[；“{entry}”缺少其一]。",
      "{count} of {total} jobs and projects give both role and time[; “{entry}” lacks one].",
    ],
    otherwise: {
      when: "none",
      issue: ["没有读到带角色和时间的经历。", "No job or project with role and time was found."],
    },
    recommendation: ["给每段工作和项目补上角色和起止年月。", "Add your role and the months to every job and project."],
  },
  named: {
    category: "skill",
    name: ["列出的技能", "Skills that are named"],
    strength: ["列出了 {count} 项技能：{skills} 等。", "{count:skill is|skills are} named, {skills} among them."],
    issue: ["能认出的技能有 {count} 项[：{skills}]。", "{count:skill|skills} could be made out[: {skills}]."],
    otherwise: { when: "none", issue: ["没有读到列出的技能。", "No skills are listed."] },
    recommendation: [
      "单列一个技能部分，写出会用的语言、工具、方法，按熟练程度排序；不会的不要写。",
      "Give skills a section of their own, the best known first, and leave out what you could not show.",
    ],
  },
  shown: {
    category: "skill",
    name: ["技能在经历中的体现", "Skills that the work shows"],
    strength: [
      "{total} 项技能中有 {count} 项能在经历里看到：{skills}。",
      "{count} of {total} skills show in the work: {skills}.",
    ],
    issue: [
      "{total} 项技能中，能在经历里看到的有 {count} 项[；没有体现的有：{missing}]。",
      "{count} of {total} skills show in the work[; not shown: {missing}].",
    ],
    otherwise: {
      when: "none",
      issue: ["列出的技能没有一项能在经历里看到[：{missing}]。", "None of the skills shows in the work[: {missing}]."],
    },
    recommendation: [
      "在用到它们的经历里写出来；没有实际用过的从技能列表中删去。",
      "Say where you used them; take what you have not used off the list.",
    ],
  },
  goal: {
    category: "skill",
    name: ["求职方向", "Direction"],
    strength: ["写明了求职方向或个人概述。", "It says what the person is looking for or stands for."],
    issue: [
      "没有读到求职意向或个人概述，看不出技能指向什么岗位。",
      "Neither a goal nor a profile was found: it is open where the skills lead.",
    ],
    recommendation: [
      "在开头写一句求职意向或个人概述，说明想做的岗位。",
      "Begin with one line on the role you want or what you stand for.",
    ],
  },
  contact: {
    category: "content",
    name: ["姓名和联系方式", "Name and contact"],
    strength: ["姓名、电话、邮箱齐全。", "Name, phone and e-mail are there."],
    issue: ["没有读到：{absent}。", "Not found: {absent}."],
    recommendation: ["在简历顶部补全姓名、电话和邮箱。", "Put name, phone and e-mail at the top."],
  },
  education: {
    category: "content",
    name: ["教育信息", "Education"],
    strength: ["教育经历写明了学校、专业和学历。", "Education gives school, subject and degree."],
    issue: ["教育经历中没有读到：{absent}。", "Not found in the education: {absent}."],
    recommendation: ["补全学校、专业、学历和起止时间。", "Add school, subject, degree and years."],
  },
  experience: {
    category: "content",
    name: ["经历条目是否完整", "Jobs and projects are complete"],
    strength: ["每段经历都写明了单位和职位，或项目名称。", "Every job and project is named in full."],
    issue: [
      "{total} 段经历中，写明单位和职位或项目名称的有 {count} 段。",
      "{count} of {total} jobs and projects are named in full.",
    ],
    otherwise: {
      when: "none",
      issue: ["没有读到分条列出的工作或项目经历。", "No jobs or projects could be told apart."],
    },
    recommendation: [
      "每段经历单独成段，第一行写单位、职位和时间。",
      "Begin each with a line of its own: employer, title, dates.",
    ],
  },
  length: {
    category: "content",
    name: ["篇幅", "Length"],
    strength: ["篇幅足够说明情况。", "Its length is enough to judge by."],
    issue: [
      "全文约 {length} 字，少于 {enough} 字，能说明的内容有限。",
      "It is short: about {length} of {enough} units (a word counts two).",
    ],
    otherwise: {
      when: "too_much",
      issue: [
        "全文约 {length} 字，超过 {most} 字，重点不易找到。",
        "It is long: about {length} units, more than {most} (a word counts two).",
      ],
    },
    recommendation: [
      "控制在一到两页，把篇幅留给最近和最相关的经历。",
      "Keep to one or two pages, most of it for what is recent and relevant.",
    ],
  },
  headings: {
    category: "structure",
    name: ["分节标题", "Headings"],
    strength: ["教育、经历、技能都有清楚的标题。", "Education, experience and skills have clear headings."],
    issue: ["没有认出这些部分的标题：{absent}。", "No heading was found for: {absent}."],
    recommendation: [
      "用通用的标题分节：教育经历、工作经历、项目经历、专业技能。",
      "Use common headings: Education, Experience, Projects, Skills.",
    ],
  },
  dates: {
    category: "structure",
    name: ["时间标注", "Dates"],
    strength: ["每个条目都有时间。", "Every entry is dated."],
    issue: [
      "{total} 个条目中有 {count} 个写了时间[；“{entry}”没有]。",
      "{count} of {total} entries are dated[; “{entry}” is not].",
    ],
    otherwise: { when: "none", issue: ["没有读到带时间的条目。", "No dated entry was found."] },
    recommendation: [
      "统一用“2021.03 - 2023.06”这样的格式写起止年月。",
      "Give months in one form, such as “Mar 2021 – Jun 2023”.",
    ],
  },
  order: {
    category: "structure",
    name: ["时间顺序", "Order"],
    strength: ["经历按时间倒序排列。", "The newest comes first."],
    issue: ["经历没有按由近到远的顺序排列。", "The newest does not come first."],
    recommendation: ["从最近的一段写起，依次往前。", "Begin with the newest and go back in time."],
  },
  items: {
    category: "format",
    name: ["分条书写", "Bullets"],
    strength: ["经历分条书写，容易浏览。", "What was done stands in separate lines."],
    issue: [
      "{total} 段有描述的经历中，分条书写的有 {count} 段。",
      "{count} of {total} descriptions stand in separate lines.",
    ],
    otherwise: { when: "none", issue: ["没有读到分条书写的经历描述。", "No description in separate lines was found."] },
    recommendation: ["一条只写一件事，每条一行，前面加项目符号。", "One thing to a line, each with a bullet."],
  },
  concise: {
    category: "expression",
    name: ["语句长度", "Length of sentences"],
    strength: ["语句简短。", "Sentences are short."],
    issue: [
      "{total} 条描述中有 {count} 条过长[，例如“{long}”]。",
      "{count} of {total} statements are too long[, such as “{long}”].",
    ],
    recommendation: [
      "每条控制在一两行，先写动作，再写结果。",
      "Keep each to two lines: first what was done, then the result.",
    ],
  },
  action: {
    category: "expression",
    name: ["动作明确", "Verbs"],
    strength: ["描述多以具体动作展开。", "Most statements turn on what was done."],
    issue: [
      "共 {total} 条描述，能认出动作的 {count} 条[；“{idle}”没有认出]。",
      "In {count} of {total} statements a verb for what was done could be made out[; not in “{idle}”].",
    ],
    otherwise: {
      when: "none",
      issue: ["没有认出说明具体动作的描述。", "No verb for what was done could be made out."],
    },
    recommendation: [
      "每条以动词开头：设计、实现、优化、组织、分析……",
      "Begin with a verb: designed, built, reduced, organised, analysed.",
    ],
  },
  plain: {
    category: "expression",
    name: ["少用空话", "No set phrases"],
    strength: ["没有用放在谁身上都合适的套话。", "There are no phrases that would fit anybody."],
    issue: ["有放在谁身上都合适的说法：{phrases}。", "Some phrases would fit anybody: {phrases}."],
    recommendation: ["删去这些说法，或换成能证明它的一件事。", "Drop them, or put what proves them in their place."],
  },
  impersonal: {
    category: "expression",
    name: ["省略人称", "No first person"],
    strength: ["描述省去了“我”，直接写事情。", "It tells what was done without “I”."],
    issue: [
      "{total} 条描述中有 {count} 条以“我”叙述[，例如“{personal}”]。",
      "{count} of {total} statements are told with “I”[, such as “{personal}”].",
    ],
    recommendation: ["去掉“我”“本人”，直接以动词开头。", "Leave out “I” and “my” and begin with the verb."],
  },
};

/** What may be missing, in words. */
export const parts: Record<string, Pair> = {
  ...{ name: ["姓名", "name"], phone: ["电话", "phone"], email: ["邮箱", "e-mail"], school: ["学校", "school"] },
  ...{ major: ["专业", "subject"], studies: ["学历", "degree"], education: ["教育经历", "education"] },
  ...{ experience: ["工作或项目经历", "experience or projects"], skills: ["技能", "skills"] },
};

export const dimensionNames: Record<"project" | "skillMatch" | "content" | "structure" | "expression", Pair> = {
  project: ["项目与工作经历", "projects and work"],
  skillMatch: ["技能匹配", "skills"],
  content: ["内容完整性", "content"],
  structure: ["结构清晰度", "structure"],
  expression: ["表达专业性", "expression"],
};
