const lastUse = {
  zh: "[；{oldest} 最近一次使用是 {last}][，在读取简历前 {ago} 年][；{current}]",
  en: "[; {oldest} last used {last}][, {ago:year|years} before the resume was read][; {current}]",
};

/**
 * Why a requirement got its verdict, in Chinese and English. `{name}` is filled with the statement's value, `{name:one|many}` with the number and its noun. What stands in `[ ]` is left out where one of its values is.
 */
export const verdictSentences = {
  not_readable: [
    "内置引擎读不懂这条要求，请人工判断。",
    "The built-in engine cannot make out this requirement; please judge it yourself.",
  ],
  personal_attribute: [
    "这是个人特征，引擎不看，也不计分。",
    "This is a personal attribute; the engine neither looks for it nor counts it.",
  ],

  skill_used: [`工作或项目中用到：{skills}${lastUse.zh}。`, `Used in jobs or projects: {skills}${lastUse.en}.`],
  recent_met: [
    `近 {window} 年内用过：{skills}${lastUse.zh}。`,
    `Used within the last {window:year|years}: {skills}${lastUse.en}.`,
  ],
  recent_older: [
    `从起止时间看，近 {window} 年内没有用过：{skills}${lastUse.zh}。`,
    `By the dates, not used within the last {window:year|years}: {skills}${lastUse.en}.`,
  ],
  recent_unknown: [
    "有 {skills}，但看不出最近何时用过，要求近 {window} 年内。",
    "Shows {skills}, but not when it was used last; within the last {window:year|years} asked.",
  ],
  skill_listed: ["简历中列出：{skills}，没有写用在哪里。", "Listed without saying where it was used: {skills}."],
  skill_partly: ["有 {skills}；没有看到 {missing}。", "Shows {skills}; no mention of {missing}."],
  skill_absent: ["简历没有提到 {skills}。", "The resume does not mention {skills}."],
  skill_denied: ["简历写明没有掌握或没有用过 {skills}。", "The resume says that {skills} is not known or not used."],
  skill_level_lower: [
    "简历对 {skills} 自述的程度低于要求。",
    "By the resume's own words, the level in {skills} is below the one asked for.",
  ],
  skill_years_met: [
    `{skills} 约 {years} 年，要求 {asked} 年${lastUse.zh}。`,
    `{skills} for about {years:year|years}; {asked} asked${lastUse.en}.`,
  ],
  skill_years_short: [
    `从起止时间看，{skills} 约 {years} 年，要求 {asked} 年${lastUse.zh}。`,
    `The dates show {skills} for about {years:year|years}; {asked} asked${lastUse.en}.`,
  ],
  skill_years_unknown: [
    "有 {skills}，但看不出用了几年，要求 {asked} 年。",
    "Shows {skills}, but not for how long; {asked:year|years} asked.",
  ],

  years_met: ["工作 {years} 年，要求 {asked} 年。", "{years:year|years} of work; {asked} asked."],
  years_short: [
    "工作 {years} 年，少于要求的 {asked} 年。",
    "{years:year|years} of work, fewer than the {asked} asked.",
  ],
  years_absent: ["看不出工作年限，要求 {asked} 年。", "The resume does not show the years of work; {asked} asked."],
  field_found: ["工作经历中有「{field}」。", "The work history shows “{field}”."],
  field_absent: ["简历没有提到「{field}」。", "The resume does not mention “{field}”."],
  field_other: [
    "各段工作的职位都属于其他领域，没有提到「{field}」。",
    "All job titles belong to other fields, and “{field}” is not mentioned.",
  ],
  field_outside_title: [
    "提到「{field}」，但没有一段工作的职位属于它。",
    "Mentions “{field}”, but no job title belongs to it.",
  ],
  field_internship: ["「{field}」只有实习经历。", "“{field}” in internships only."],
  field_years_met: [
    "「{field}」约 {years} 年，要求 {asked} 年。",
    "About {years:year|years} of “{field}”; {asked} asked.",
  ],
  field_years_short: [
    "从起止时间看，「{field}」约 {years} 年，要求 {asked} 年。",
    "The dates show about {years:year|years} of “{field}”; {asked} asked.",
  ],
  field_years_stated: [
    "简历自述「{field}」{years} 年，要求 {asked} 年；工作起止时间未能印证。",
    "The resume states {years:year|years} of “{field}”; {asked} asked. The dates of the jobs do not confirm it.",
  ],
  field_undated: [
    "有「{field}」，但没有起止时间，看不出是否满 {asked} 年。",
    "Shows “{field}” without dates, so {asked:year|years} cannot be confirmed.",
  ],

  degree_met: ["最高学历：{degree}。", "Highest degree: {degree}."],
  degree_lower: ["最高学历为{degree}，要求{asked}。", "Highest degree: {degree}; {asked} asked."],
  degree_running: ["{degree}在读，尚未毕业。", "Still studying for {degree}."],
  degree_absent: ["看不出学历，要求{asked}。", "The resume does not show a degree; {asked} asked."],
  degree_tier_unread: [
    "最高学历：{degree}。引擎不判断学校层次，请人工判断。",
    "Highest degree: {degree}. The engine does not judge the school's standing; please judge it yourself.",
  ],
  tier_met: ["{degree}，{school}属于所要求的院校层次。", "{degree}; {school} is of the standing asked for."],
  tier_other: ["{degree}，{school}不属于所要求的院校层次。", "{degree}; {school} is not of the standing asked for."],
  education_absent: ["看不出学历和专业。", "The resume shows neither degree nor subject."],
  major_met: ["{degree}，专业：{major}。", "{degree}, in {major}."],
  major_only: ["专业：{major}；没有写学历。", "Subject: {major}; the degree is not stated."],
  major_tier_unread: [
    "{degree}，专业：{major}。引擎不判断学校层次，请人工判断。",
    "{degree}, in {major}. The engine does not judge the school's standing; please judge it yourself.",
  ],
  major_other: [
    "{degree}，专业为{major}，与所要求的专业不同类。",
    "{degree}, in {major}, which is not among the subjects asked for.",
  ],
  major_other_only: [
    "专业为{major}，与所要求的专业不同类；没有写学历。",
    "Subject: {major}, which is not among those asked for; the degree is not stated.",
  ],
  major_absent: ["{degree}，没有写专业。", "{degree}; the subject is not stated."],

  certificate_found: ["简历写有 {name}。", "The resume names {name}."],
  certificate_partly: ["有 {name}；没有看到 {missing}。", "Shows {name}; no mention of {missing}."],
  certificate_running: ["{name} 在考，尚未取得。", "{name} is under way, not yet obtained."],
  certificate_absent: ["简历没有提到 {name}。", "The resume does not mention {name}."],

  language_met: ["{language}有依据，达到要求。", "{language} is shown at the level asked for."],
  language_level_unknown: ["提到{language}，但看不出水平。", "Mentions {language} without a level."],
  language_lower: ["{language}的水平低于要求。", "{language} is below the level asked for."],
  language_of_resume: [
    "简历用{language}写成，没有写{language}水平。",
    "The resume is written in {language}; it states no level.",
  ],
  language_absent: ["简历没有提到{language}。", "The resume does not mention {language}."],

  location_wished: ["期望的工作地点：{place}。", "Wishes to work in: {place}."],
  location_lives: ["现居{place}。", "Lives in {place}."],
  location_other: ["期望的工作地点是 {place}，不在要求之内。", "Wishes to work in {place}, which is not asked for."],
  location_elsewhere: ["现居{place}，没有写是否愿意到别处工作。", "Lives in {place}; does not say whether to move."],
  location_absent: ["简历没有写地点。", "The resume names no place."],

  salary_fits: [
    "期望月薪 {wanted} 元起，最高可给 {most} 元。",
    "Wants {wanted} yuan a month and up; {most} can be paid.",
  ],
  salary_near: [
    "期望月薪 {wanted} 元起，略高于可给的 {most} 元。",
    "Wants {wanted} yuan a month and up, a little above the {most} that can be paid.",
  ],
  salary_above: [
    "期望月薪 {wanted} 元起，高于可给的 {most} 元。",
    "Wants {wanted} yuan a month and up, above the {most} that can be paid.",
  ],
  salary_negotiable: ["期望薪资面议。", "The salary is open to negotiation."],
  salary_absent: ["简历没有写期望薪资。", "The resume states no expected salary."],
  salary_not_asked: [
    "要求和岗位都没有写薪资，无法比较。",
    "Neither the requirement nor the position names a salary to compare with.",
  ],

  leadership_found: ["写有带领他人的经历。", "Says that others were led."],
  leadership_title: [
    "有「{title}」这样的职位，但没有写带领他人。",
    "Held the title “{title}”, but leading people is not described.",
  ],
  leadership_absent: ["简历没有提到带领他人。", "The resume does not mention leading people."],
  leadership_size_met: ["带过 {size} 人，要求 {asked} 人。", "Led {size:person|people}; {asked} asked."],
  leadership_size_short: [
    "带过 {size} 人，少于要求的 {asked} 人。",
    "Led {size:person|people}, fewer than the {asked} asked.",
  ],
  leadership_size_unknown: [
    "写有带领他人的经历，但没有写人数，要求 {asked} 人。",
    "Says that others were led, but not how many; {asked} asked.",
  ],
  project_met: ["符合的项目有 {found} 个，要求 {count} 个。", "{found:project fits|projects fit}; {count} asked."],
  project_fewer: [
    "看得出符合的项目有 {found} 个，少于要求的 {count} 个。",
    "{found:project is|projects are} shown to fit, fewer than the {count} asked.",
  ],
  project_partly: [
    "符合的项目有 {found} 个，要求 {count} 个；没有写明：{missing}。",
    "{found:project fits|projects fit}; {count} asked. Not stated: {missing}.",
  ],
  project_size_short: ["项目写的是「{size}」，低于要求的「{wanted}」。", "A project says “{size}”, below “{wanted}”."],
  project_elsewhere: ["提到 {parts}，但没有写成项目。", "Mentions {parts}, but describes no project of it."],
  project_absent: ["简历没有写 {parts} 方面的项目。", "The resume describes no project of {parts}."],
  project_none: ["简历没有写明内容的项目。", "The resume describes no project."],
  accepted_met: ["按岗位规则，“{phrase}”视为满足此项。", "By a rule of the position, “{phrase}” counts as meeting it."],
  accepted_partly: [
    "按岗位规则，“{phrase}”视为部分满足此项。",
    "By a rule of the position, “{phrase}” counts as meeting a part of it.",
  ],
  expert_met: ["模型专家在简历中找到了依据，见引文。", "An expert by a model found evidence: see the quotes."],
  expert_partly: [
    "模型专家找到了部分依据，见引文。",
    "An expert by a model found evidence for a part of it: see the quotes.",
  ],
  expert_not_met: [
    "模型专家认为简历写明不具备，见引文。",
    "An expert by a model reads the resume as saying the contrary: see the quotes.",
  ],
  text_found: ["简历中写有：{parts}。", "The resume shows: {parts}."],
  text_partly: ["写有 {parts}；没有充分依据的：{missing}。", "Shows {parts}; not fully shown: {missing}."],
  text_near: [
    "有与「{parts}」相近的句子，请看原文判断。",
    "There are sentences close to “{parts}”; please judge by the text.",
  ],
  text_absent: ["简历里没有与这条要求相近的内容。", "Nothing in the resume comes close to this requirement."],
} satisfies Record<string, [zh: string, en: string]>;
