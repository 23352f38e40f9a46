import type { QuestionConcern } from "./concern-patterns";

/** What may be asked instead: what the job itself needs, of every candidate alike. */
export const concernAlternatives: Record<QuestionConcern, { zh: string; en: string }> = {
  age: {
    zh: "您做过哪些与这个岗位最接近的工作？当时独立负责到什么程度？",
    en: "Which of your work comes closest to this job, and how much of it did you carry alone?",
  },
  marriage: {
    zh: "这个岗位的出差和加班安排是这样的，您能否按要求做到？",
    en: "This is the travel and overtime the job involves. Can you meet it?",
  },
  children: {
    zh: "这个岗位的工作时间和出差频率是这样的，您能否按要求做到？",
    en: "These are the working hours and the travel of the job. Can you meet them?",
  },
  religion: {
    zh: "这个岗位的排班是这样的，您能否按班次到岗？",
    en: "This is the shift pattern of the job. Can you work it?",
  },
  health: {
    zh: "这个岗位的主要工作内容是这样的，您能否完成？需要我们提供哪些便利？",
    en: "These are the main duties of the job. Can you perform them, and is there any adjustment we should provide?",
  },
  ethnicity: {
    zh: "这个岗位需要使用的工作语言，您能熟练到什么程度？",
    en: "How well do you read, write and speak the languages the job uses?",
  },
  politics: {
    zh: "您在工作中怎样处理与自己意见不同的人或决定？",
    en: "How do you deal at work with people or decisions you disagree with?",
  },
  appearance: {
    zh: "这个岗位有着装和安全防护的规定，您能否遵守？",
    en: "The job has rules on dress and protective equipment. Can you follow them?",
  },
  gender: {
    zh: "请讲一个与这个岗位工作强度相近的经历，您是怎样完成的？",
    en: "Tell us about work that was as demanding as this job. How did you get it done?",
  },
  sexuality: {
    zh: "您怎样与背景各不相同的同事合作？请举一个例子。",
    en: "How do you work with colleagues of very different backgrounds? Please give an example.",
  },
  hukou: {
    zh: "这个岗位的工作地点是固定的，您能否按时到岗？",
    en: "The job is done at a fixed place. Can you be there when it requires?",
  },
  family: {
    zh: "能否按岗位要求出差、加班或轮班？",
    en: "Can you travel, work overtime or work shifts as the job requires?",
  },
  salary_history: {
    zh: "您对这个岗位的期望薪资范围是多少？",
    en: "What salary range do you expect for this position?",
  },
  criminal_record: {
    zh: "这个岗位依法需要做背景核查，您是否同意在录用前按规定进行？",
    en: "The law requires a background check for this job. Do you agree to it before an offer is made final?",
  },
  zodiac: {
    zh: "您和什么样的同事配合得最好？请举一个合作的例子。",
    en: "With what kind of colleague do you work best? Please give an example.",
  },
};
