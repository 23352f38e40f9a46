// How sections are called, the usual words first. Whoever writes a resume takes one of each.
const list = (text: string) => text.split("|");

export const headings = {
  zh: {
    summary: list("自我评价|个人简介|个人优势|关于我|个人总结|职业概述|自我介绍"),
    work: list("工作经历|工作经验|职业经历|任职经历|工作履历|从业经历|主要工作经历|职场经历|就业经历"),
    internship: list("实习经历|实习经验|实习实践"),
    projects: list("项目经历|项目经验|主要项目|代表项目|项目实践"),
    education: list("教育背景|教育经历|学历教育|求学经历|教育情况|学习经历|学历背景"),
    skills: list("专业技能|技能特长|个人技能|掌握技能|职业技能|技能清单|技能与工具|相关技能"),
    languages: list("语言能力|外语水平|语言"),
    certificates: list("证书|资格证书|证书情况|职业证书"),
    awards: list("获奖情况|荣誉奖项|所获荣誉|奖励情况"),
    campus: list("校园经历|在校经历|社团活动|学生工作"),
    hobbies: list("兴趣爱好|业余爱好"),
    references: list("推荐人|证明人"),
    objective: list("求职意向|期望工作|求职目标"),
  },
  en: {
    summary: list("Profile|Summary|About Me|Professional Summary|Career Profile|Personal Statement"),
    work: list(
      "Work Experience|Professional Experience|Experience|Employment History|Career History|Work History|Employment|Professional Background|Relevant Experience|Positions Held",
    ),
    internship: list("Internships|Internship Experience"),
    projects: list("Projects|Selected Projects|Personal Projects|Key Projects"),
    education: list(
      "Education|Academic Background|Education & Qualifications|Educational Background|Academic Qualifications|Education and Training",
    ),
    skills: list(
      "Skills|Technical Skills|Key Skills|Core Competencies|Areas of Expertise|Skills & Tools|Skill Set|Expertise",
    ),
    languages: list("Languages|Language Skills"),
    certificates: list("Certifications|Certificates|Licenses & Certifications"),
    awards: list("Awards|Honors & Awards|Achievements"),
    campus: list("Volunteering|Extracurricular Activities|Leadership & Activities"),
    hobbies: list("Interests|Hobbies"),
    references: list("References|Referees"),
    objective: list("Objective|Career Objective"),
  },
} as const;
export type SectionName = keyof (typeof headings)["zh"];

export const summaries = {
  zh: [
    "踏实肯学，沟通顺畅，能在压力下按期交付。",
    "对行业有长期兴趣，愿意从细节做起；善于总结，乐于分享。",
    "性格开朗，责任心强，具备良好的团队协作能力和抗压能力，希望加入重视成长的团队。",
  ],
  en: [
    "Practical and calm under pressure, with a habit of finishing what was begun.",
    "Curious generalist who enjoys clear writing, small teams and measurable results.",
    "I like work that people can see and use. Looking for a team that shares what it learns.",
  ],
};
export const courses = {
  zh: "主修课程：高等数学、专业导论、统计学基础、企业实训",
  en: "Relevant coursework: Statistics, Research Methods, Professional Ethics",
};
export const companyNotes = {
  zh: [
    "公司简介：成立于2008年，员工约{200-900}人，业务覆盖{5-20}个省份。",
    "公司描述：区域领先的行业服务商，2015年挂牌，年营收{2-30}亿元。",
  ],
  en: [
    "About the company: a family business of {40-400} employees.",
    "({200-900} employees, offices in {4-20} countries)",
  ],
};
