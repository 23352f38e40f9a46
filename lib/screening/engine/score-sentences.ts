/**
 * Scores, advice and questions, in Chinese and English. `{name}` is filled with the statement's value, `{name:one|many}` with the number and its noun.
 */
export const scoreSentences = {
  dimension_not_asked: ["岗位没有这方面的要求，不计分。", "The position asks for nothing of the kind; not counted."],
  dimension_verdicts: [
    "满足 {met} 条，部分满足 {partly} 条，不满足 {not_met} 条，未知 {unknown} 条。",
    "{met} met, {partly} partly, {not_met} not met, {unknown} unknown.",
  ],
  stability: [
    "{jobs} 家单位，平均每家 {months} 个月，超过半年的空档 {gaps} 处。",
    "{jobs:employer|employers}, {months:month|months} each on average, {gaps:gap|gaps} of over half a year.",
  ],
  stability_first_job: [
    "目前是第一份工作，已 {months} 个月，还看不出稳定性。",
    "The present job is the first, {months:month|months} so far; too early to tell.",
  ],
  stability_internships: ["只有实习经历，看不出稳定性。", "Internships only, which say nothing of stability."],
  stability_unknown: [
    "没有带起止时间的工作经历，看不出稳定性。",
    "No dated jobs, so nothing can be said of stability.",
  ],
  depth: [
    "要求的 {asked} 项技能中找到 {skills} 项，其中 {used} 项用在了工作或项目中。",
    "{skills} of {asked:skill|skills} asked for shown, {used} in jobs or projects.",
  ],
  depth_unknown: [
    "没有看到要求的技能，无从判断深度。",
    "None of the skills asked for is shown, so their depth is unknown.",
  ],
  projects: [
    "与岗位有关的项目或工作 {count} 段，其中 {numbers} 段有量化结果。",
    "{count:project or job bears|projects or jobs bear} on the position, {numbers} with results in numbers.",
  ],
  projects_unrelated: [
    "写有项目或工作，但看不出与岗位要求的关系。",
    "Projects or jobs are described, but none visibly bears on what the position asks for.",
  ],
  projects_unknown: ["没有写明内容的项目或工作。", "No project or job is described."],
  teamwork_mentions: ["有 {count} 处写到协作。", "Working with others is mentioned {count:time|times}."],
  teamwork_unknown: ["没有写到协作。", "Working with others is not mentioned."],
  leadership_mentions: ["有 {count} 处写到带人或牵头。", "Leading people or work is mentioned {count:time|times}."],
  leadership_unknown: ["没有写到带人或牵头。", "Leading people or work is not mentioned."],
  view_all: ["各维度按分值加权平均。", "The mean of all dimensions by their points."],
  view_some: [
    "{dimensions} 个维度中有 {asked} 个可评，按其分值加权平均。",
    "{asked} of {dimensions} dimensions can be scored; the mean of these by their points.",
  ],

  gate_failed: ["门槛未过：{requirement}。", "A gate is not passed: {requirement}."],
  gate_to_ask: ["门槛要先问清：{requirement}。", "A gate has to be asked about first: {requirement}."],
  none_shown: [
    "{needed} 条必备要求在简历中都没有依据，综合分 {score}。",
    "None of the {needed:must-have|must-haves} is shown in the resume; comprehensive score {score}.",
  ],
  few_shown: [
    "专业方面的必备要求，简历能证明的不到四分之一，综合分 {score}。",
    "The resume shows less than a quarter of what the work itself requires; comprehensive score {score}.",
  ],
  shown_of_needed: [
    "{needed} 条必备要求中有 {shown} 条有依据，综合分 {score}。",
    "{shown} of {needed:must-have|must-haves} shown; comprehensive score {score}.",
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
} satisfies Record<string, [zh: string, en: string]>;
