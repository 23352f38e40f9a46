/**
 * Why a plan asks a question, and why a question should not be asked, in Chinese and English; written like the sentences
 * of `lib/screening/engine/verdict-sentences.ts`.
 */
export const planSentences = {
  plan_opening: ["让候选人先从自己的工作讲起。", "Lets the candidate begin with their own work."],
  plan_candidate_questions: ["给候选人提问的时间。", "Leaves time for the candidate's own questions."],
  plan_start: ["确认到岗时间。", "Settles when the candidate could start."],

  requirement_unknown: ["简历看不出「{requirement}」。", "The resume does not show “{requirement}”."],
  requirement_partly: ["简历只说明了「{requirement}」的一部分。", "The resume shows “{requirement}” only in part."],
  requirement_not_met: [
    "筛选认为「{requirement}」不满足，请当面核实。",
    "By the screening “{requirement}” is not met; to be verified in person.",
  ],
  requirement_met: [
    "简历写有「{requirement}」，问清做到什么程度。",
    "The resume shows “{requirement}”; the question goes after its depth.",
  ],
  requirement_unscreened: ["岗位要求「{requirement}」。", "The position asks for “{requirement}”."],
  requirement_fact: ["确认一个事实：「{requirement}」。", "Settles a fact: “{requirement}”."],
  position_work: ["这类岗位的核心工作。", "Core work of a position of this kind."],

  resume_gap: [
    "{from} 到 {to} 约 {months} 个月没有写工作；只问与岗位有关的部分。",
    "No work is listed for about {months:month|months} between {from} and {to}; only what bears on the job is asked.",
  ],
  resume_pause: [
    "{from} 之后没有写工作；只问与岗位有关的部分。",
    "No work is listed after {from}; only what bears on the job is asked.",
  ],
  resume_short_stay: ["在 {company} 约 {months} 个月。", "Stayed with {company} for about {months:month|months}."],
  resume_number: [
    "“{number}”需要知道怎样量的、本人做了哪部分。",
    "“{number}” needs its measure and the candidate's own part.",
  ],
  resume_lead: ["写有带领的角色，看实际怎么带。", "States a leading role; to see how it was filled."],
  resume_change: ["从「{before}」转到「{after}」。", "Moved from “{before}” to “{after}”."],
  resume_overlap: [
    "{first} 与 {second} 约有 {months} 个月重叠。",
    "{first} and {second} overlap by about {months:month|months}.",
  ],
  resume_project: ["最近的项目最能说明现在的水平。", "The newest project says most about the present level."],
  resume_unused_skill: [
    "{skill} 写得很熟，但没有写用在哪里。",
    "{skill} is claimed at a high level, but nothing says where it was used.",
  ],
  resume_years: [
    "写明 {stated} 年，按起止时间约 {dated} 年。",
    "States {stated:year|years}; the dates come to about {dated}.",
  ],
  resume_promotion: ["在同一家公司担任过两个职位。", "Held two positions with one employer."],
  resume_took_part: ["写的是参与，看不出本人做了什么。", "Says that the candidate took part, not what they did."],
  resume_current: ["最近一份工作离这个岗位最近。", "The newest job is nearest in time to this one."],
  resume_fact: ["简历写到「{fact}」。", "The resume says “{fact}”."],

  competency_technical_depth: ["看专业深度。", "Shows depth in the profession."],
  competency_problem_solving: ["看怎样解决问题。", "Shows how problems are solved."],
  competency_ownership: ["看责任心和主动性。", "Shows ownership."],
  competency_collaboration: ["看怎样与人合作。", "Shows how the candidate works with others."],
  competency_communication: ["看能否说清、听懂。", "Shows how the candidate speaks and listens."],
  competency_leadership: ["看怎样带人。", "Shows how the candidate leads."],
  competency_learning: ["看怎样学习和反思。", "Shows how the candidate learns."],
  competency_planning: ["看怎样安排和取舍。", "Shows how the candidate plans."],
  competency_quality: ["看对质量的要求。", "Shows the standard of quality."],
  competency_customer_focus: ["看是否从使用者出发。", "Shows regard for those who use the work."],
  competency_integrity: ["看两难时怎样做。", "Shows what the candidate does in a dilemma."],
  competency_adaptability: ["看怎样应对变化和压力。", "Shows how change and pressure are met."],
  competency_motivation: ["看为什么想做这份工作。", "Shows why the candidate wants this work."],
  competency_decision_making: ["看怎样做判断。", "Shows how the candidate decides."],
  competency_influence: ["看没有职权时怎样推动。", "Shows how the candidate moves things without authority."],

  concern_age: [
    "年龄与能否胜任无关，问它可能构成年龄歧视。",
    "Age says nothing about doing the job, and asking may be discrimination by age.",
  ],
  concern_marriage: [
    "婚恋状况是个人隐私，招聘中不得询问或据此取舍。",
    "Marital status is private and may neither be asked nor decide in hiring.",
  ],
  concern_children: [
    "不得询问婚育、生育计划，或据此取舍。",
    "Pregnancy, children and family plans may neither be asked nor decide in hiring.",
  ],
  concern_religion: [
    "宗教信仰与岗位无关，不得因此区别对待。",
    "Religion has nothing to do with the job and may not make a difference.",
  ],
  concern_health: [
    "疾病和残疾史不该在面试中问；可以问能否完成岗位的工作。",
    "Illness and disability are not for an interview; whether the duties can be done may be asked.",
  ],
  concern_ethnicity: ["民族、种族和出身不得影响录用。", "Ethnicity, race and origin may not influence hiring."],
  concern_politics: ["政治面貌和立场与岗位无关。", "Political views and memberships have nothing to do with the job."],
  concern_appearance: ["外貌、身高、体重与岗位无关。", "Looks, height and weight have nothing to do with the job."],
  concern_gender: [
    "不得因性别区别对待，也不该问只对一种性别问的问题。",
    "Nobody may be treated differently for their sex, nor asked what only one sex is asked.",
  ],
  concern_sexuality: [
    "性取向是个人隐私，与岗位无关。",
    "Sexual orientation is private and has nothing to do with the job.",
  ],
  concern_hukou: [
    "户籍和籍贯与能否胜任无关，不得因此区别对待。",
    "Household registration and home town say nothing about doing the job and may not make a difference.",
  ],
  concern_family: [
    "家庭情况是个人隐私，与岗位无关。",
    "Family circumstances are private and have nothing to do with the job.",
  ],
  concern_salary_history: [
    "过去的薪资不说明这个岗位值多少，许多地方不得询问；可以问期望。",
    "Past pay does not tell what this job is worth, and many places forbid asking; expectations may be asked.",
  ],
  concern_criminal_record: [
    "没有法律规定的岗位不该问犯罪记录；需要核查的，在录用前按规定进行。",
    "Unless the law requires it for the job, records are not asked about; required checks are made before hiring.",
  ],
  concern_zodiac: ["星座、血型与岗位无关。", "Star signs and blood types have nothing to do with the job."],
} satisfies Record<string, [zh: string, en: string]>;

export type PlanSentenceCode = keyof typeof planSentences;
