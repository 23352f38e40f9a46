import type { Locale } from "@/lib/i18n/locale";
import type { Statement } from "@/lib/screening/schema";

const degrees: Record<string, Record<Locale, string>> = {
  primary: { zh: "小学", en: "primary school" },
  junior_high: { zh: "初中", en: "junior high school" },
  high_school: { zh: "高中或中专", en: "high school" },
  associate: { zh: "大专", en: "an associate degree" },
  bachelor: { zh: "本科", en: "a bachelor's degree" },
  master: { zh: "硕士", en: "a master's degree" },
  doctor: { zh: "博士", en: "a doctorate" },
};

/** Every sentence of the engine in both languages; `{name}` is filled with the statement's value. */
const sentences = {
  not_readable: [
    "内置引擎没有读懂这条要求，请人工判断。",
    "The built-in engine could not make out this requirement; judge it yourself.",
  ],

  skill_found: ["简历中出现：{skills}。", "Shown in the resume: {skills}."],
  skill_partly: ["出现 {skills}；没有看到 {missing}。", "Shows {skills}; no mention of {missing}."],
  skill_absent: ["简历没有提到 {skills}。", "The resume does not mention {skills}."],
  skill_years_met: ["{skills} 约 {years} 年，要求 {asked} 年。", "{skills} for about {years} years; {asked} asked."],
  skill_years_short: [
    "能看出使用 {skills} 约 {years} 年，要求 {asked} 年。",
    "{skills} shown for about {years} years; {asked} asked.",
  ],
  skill_years_unknown: [
    "出现 {skills}，但看不出用了几年（要求 {asked} 年）。",
    "Shows {skills}, but not for how long ({asked} years asked).",
  ],

  years_met: ["工作 {years} 年，要求 {asked} 年。", "{years} years of work; {asked} asked."],
  years_short: ["工作 {years} 年，少于要求的 {asked} 年。", "{years} years of work, fewer than the {asked} asked."],
  years_absent: ["简历看不出工作年限（要求 {asked} 年）。", "The resume does not show years of work ({asked} asked)."],
  field_found: ["工作经历中有 {field}。", "The work history shows {field}."],
  field_absent: ["简历没有提到 {field}。", "The resume does not mention {field}."],
  field_outside_work: ["提到 {field}，但不在工作经历里。", "Mentions {field}, but not in the work history."],
  field_years_met: ["{field} 约 {years} 年，要求 {asked} 年。", "About {years} years of {field}; {asked} asked."],
  field_years_short: [
    "能看出 {field} 约 {years} 年，要求 {asked} 年。",
    "About {years} years of {field} can be seen; {asked} asked.",
  ],
  field_undated: [
    "有 {field}，但没有日期，看不出是否满 {asked} 年。",
    "Shows {field} without dates, so {asked} years cannot be seen.",
  ],

  degree_met: ["最高学历：{degree}。", "Highest degree: {degree}."],
  degree_lower: ["最高学历为{degree}，要求{asked}。", "Highest degree is {degree}; {asked} is asked."],
  degree_absent: ["简历看不出学历（要求{asked}）。", "The resume does not show a degree ({asked} asked)."],
  major_met: ["{degree}，专业：{major}。", "{degree}, in {major}."],
  major_other: [
    "{degree}，专业为 {major}，不在所要求的专业之列。",
    "{degree}, in {major}, which is not among the subjects asked for.",
  ],
  major_absent: ["{degree}，没有写专业。", "{degree}; the subject is not stated."],

  certificate_found: ["持有或提到 {name}。", "Holds or mentions {name}."],
  certificate_absent: ["简历没有提到 {name}。", "The resume does not mention {name}."],
  language_met: ["{language} 有依据。", "{language} is shown."],
  language_level_unknown: ["提到{language}，但看不出水平。", "Mentions {language} without a level."],
  language_lower: ["{language} 水平低于要求。", "{language} is below the level asked for."],
  language_absent: ["简历没有提到{language}。", "The resume does not mention {language}."],
  leadership_found: ["有带领他人的经历。", "Has led people."],
  leadership_absent: ["简历没有提到带领他人。", "The resume does not mention leading people."],
  leadership_size_met: ["带过 {size} 人，要求 {asked} 人。", "Led {size} people; {asked} asked."],
  leadership_size_short: [
    "带过 {size} 人，少于要求的 {asked} 人。",
    "Led {size} people, fewer than the {asked} asked.",
  ],
  leadership_size_unknown: [
    "有带领经历，但没有写人数（要求 {asked} 人）。",
    "Has led people, without saying how many ({asked} asked).",
  ],
  text_found: [
    "简历中有一句话包含这条要求 {share}% 的关键词。",
    "One sentence of the resume has {share}% of this requirement's words.",
  ],
  text_partly: [
    "最接近的一句话包含 {share}% 的关键词，请看原文判断。",
    "The nearest sentence has {share}% of its words; judge by the text.",
  ],
  text_absent: ["简历里没有与这条要求相近的内容。", "Nothing in the resume comes close to this requirement."],

  dimension_not_asked: ["岗位没有这方面的要求，不计分。", "The position asks for nothing of the kind; not counted."],
  dimension_verdicts: [
    "满足 {met} 条，部分 {partly} 条，不满足 {not_met} 条，未知 {unknown} 条。",
    "{met} met, {partly} partly, {not_met} not met, {unknown} unknown.",
  ],
  stability: [
    "{jobs} 家单位，平均每家 {months} 个月，超过半年的空档 {gaps} 处。",
    "{jobs} employers, {months} months each on average, {gaps} gaps of over half a year.",
  ],
  stability_unknown: ["没有带日期的工作经历，看不出稳定性。", "No dated jobs, so nothing can be said of stability."],
  depth: [
    "找到 {skills} 项要求的技能，其中 {used} 项用在了工作或项目中。",
    "{skills} of the skills asked for are shown, {used} of them used in jobs or projects.",
  ],
  depth_unknown: ["没有看到要求的技能，无从判断深度。", "None of the skills asked for is shown, so depth is unknown."],
  projects: [
    "写明内容的项目或工作 {count} 段，其中 {numbers} 段有量化结果。",
    "{count} projects or jobs are described, {numbers} with results in numbers.",
  ],
  projects_unknown: ["没有写明内容的项目或工作。", "No project or job is described."],
  teamwork_mentions: ["有 {count} 处写到协作。", "Working with others is mentioned {count} times."],
  teamwork_unknown: ["没有写到协作。", "Working with others is not mentioned."],
  leadership_mentions: ["有 {count} 处写到带领或负责。", "Leading is mentioned {count} times."],
  leadership_unknown: ["没有写到带领或负责。", "Leading is not mentioned."],
  view_all: ["各维度都与岗位有关，按分值加权。", "The mean of all dimensions by their points."],
  view_some: [
    "{dimensions} 个维度中有 {asked} 个与岗位有关，按其分值加权。",
    "{asked} of {dimensions} dimensions matter for this position; the mean by their points.",
  ],

  gate_failed: ["门槛未过：{requirement}。", "A gate is not passed: {requirement}."],
  gate_to_ask: ["门槛需要先问清：{requirement}。", "A gate has to be asked about first: {requirement}."],
  none_shown: ["{needed} 条必备要求在简历中都没有依据。", "None of the {needed} must-haves is shown in the resume."],
  shown_of_needed: [
    "{needed} 条必备要求中有 {shown} 条有依据，综合分 {score}。",
    "{shown} of {needed} must-haves are shown; comprehensive score {score}.",
  ],
  score_only: ["没有必备要求，按综合分 {score}。", "There are no must-haves; by the comprehensive score of {score}."],
  strength: ["满足：{requirement}", "Meets: {requirement}"],
  gap_partly: ["部分满足：{requirement}", "Partly: {requirement}"],
  gap_not_met: ["不满足：{requirement}", "Not met: {requirement}"],
  gap_unknown: ["未知：{requirement}", "Unknown: {requirement}"],

  ask_skill: [
    "简历没有写「{requirement}」。请讲一个您用到它的工作，您负责哪一部分？",
    "The resume does not mention “{requirement}”. Tell us about work in which you used it: what was your part?",
  ],
  ask_skill_more: [
    "关于「{requirement}」：用了多久，最难的一个问题是怎么解决的？",
    "About “{requirement}”: how long have you used it, and how did you solve the hardest problem with it?",
  ],
  ask_experience: [
    "请介绍与「{requirement}」有关的经历：起止时间、职责和结果。",
    "Which of your experience bears on “{requirement}”? When, in what role, with what result?",
  ],
  ask_experience_more: [
    "请把与「{requirement}」有关的时间段逐一说清。",
    "Go through the periods that count towards “{requirement}” one by one.",
  ],
  ask_education: ["请说明学历情况：{requirement}。", "Please state your education with regard to: {requirement}."],
  ask_education_more: [
    "您的专业与「{requirement}」有哪些关联？学过哪些相关课程？",
    "How does your subject relate to “{requirement}”? Which courses did you take?",
  ],
  ask_certificate: [
    "您是否持有「{requirement}」？何时取得，现在是否有效？",
    "Do you hold “{requirement}”? Since when, and is it still valid?",
  ],
  ask_certificate_more: [
    "「{requirement}」何时取得，现在是否有效？",
    "When did you obtain “{requirement}”, and is it still valid?",
  ],
  ask_project: [
    "请讲一个与「{requirement}」最接近的项目：规模、您的角色、结果。",
    "Tell us about the project nearest to “{requirement}”: its size, your role, the result.",
  ],
  ask_project_more: [
    "关于「{requirement}」：您本人做了什么，怎样衡量结果？",
    "About “{requirement}”: what did you do yourself, and how was the result measured?",
  ],
  ask_leadership: [
    "您带过团队吗？多少人，怎样分工和考核？（{requirement}）",
    "Have you led a team? How many people, and how did you divide and review the work? ({requirement})",
  ],
  ask_leadership_more: [
    "您带的团队最多时有多少人？（{requirement}）",
    "How many people were in the largest team you led? ({requirement})",
  ],
  ask_language: [
    "请用这门语言简单介绍最近的工作。（{requirement}）",
    "Please describe your latest work in that language. ({requirement})",
  ],
  ask_language_more: [
    "工作中怎样使用这门语言？（{requirement}）",
    "How do you use that language at work? ({requirement})",
  ],
  ask_other: ["请说明：{requirement}。", "Please tell us about: {requirement}."],
  ask_other_more: ["请具体说明：{requirement}。", "Please tell us more about: {requirement}."],

  salary_by_score: [
    "在岗位范围内按综合分 {score} 取值：50 分及以下取下限，100 分取上限。",
    "Within the position's range by the comprehensive score of {score}: 50 or less at its lower end, 100 at its upper.",
  ],
} satisfies Record<string, [string, string]>;

export type StatementCode = keyof typeof sentences;

/** A statement in words. An unknown code (a result of a newer engine) shows itself rather than nothing. */
export function say({ code, values }: Statement, locale: Locale): string {
  const pair = isKnown(code) ? sentences[code] : null;
  if (!pair) return code;
  const text = locale === "zh" ? pair[0] : pair[1];
  const filled = text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? "";
    const isDegree = (name === "degree" || name === "asked") && typeof value === "string";
    if (isDegree) return degrees[value]?.[locale] ?? value;
    return locale === "en" ? String(value).replaceAll("、", ", ") : String(value);
  });
  return filled.charAt(0).toUpperCase() + filled.slice(1);
}

export function isKnown(code: string): code is StatementCode {
  return code in sentences;
}
