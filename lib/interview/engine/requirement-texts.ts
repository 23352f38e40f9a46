import type { ResumeText } from "./resume-texts";

/** How a requirement is asked about; `{skills}` is what is still open of it, `{company}` where it was used. */
export type RequirementText = Omit<ResumeText, "content">;

export const requirementTexts = {
  skill_used: {
    question: [
      "您在 {company} 用过 {skills}。挑一件用它解决的最难的事，讲讲难点和您的做法。",
      "You used {skills} at {company}. Take the hardest thing you did with it: what made it hard, and what did you do?",
    ],
    listenFor: [
      ["场景和难点具体", "说得出为什么这样做", "有可核对的结果"],
      ["a specific situation and difficulty", "says why it was done so", "a result one can check"],
    ],
    followUps: [
      ["当时还考虑过哪种做法，为什么没有选？", "出过什么问题，怎么发现的？"],
      ["Which other way did you consider, and why not take it?", "What went wrong, and how did you notice?"],
    ],
    difficulty: 6,
  },
  skill_shown: {
    question: [
      "关于 {skills}，请讲一件您亲手做的、最能说明水平的事。",
      "About {skills}: tell us about something you did yourself that best shows your level.",
    ],
    listenFor: [
      ["亲手做过", "讲得出细节和取舍", "知道自己的边界"],
      ["hands-on", "details and trade-offs", "knows the limits"],
    ],
    followUps: [["如果条件变了，您的做法会怎么变？"], ["If conditions changed, what would you do differently?"]],
    difficulty: 5,
  },
  skill_open: {
    question: [
      "这个岗位要用到 {skills}，简历里看不出来。您在哪项工作里用过它，或者用过与它最接近的？",
      "This position uses {skills}, which your resume does not show. In which work have you used it, or what comes nearest to it?",
    ],
    listenFor: [
      ["有真实使用场景，或坦率说没有", "说得清与相近技能的异同", "有补上的办法"],
      ["a real use, or a frank no", "knows how the nearest skill differs", "a way to catch up"],
    ],
    followUps: [
      ["用到什么程度，自己能独立完成什么？", "如果从头学，头两周怎么安排？"],
      ["How far did you get, and what could you do alone?", "If you had to learn it, how would you spend two weeks?"],
    ],
    difficulty: 5,
  },
  experience_open: {
    question: [
      "岗位要求「{requirement}」。请把与它有关的经历按时间讲一遍：在哪里、做什么、到什么程度。",
      "The position asks for “{requirement}”. Go through the experience that counts towards it: where, doing what, and how far you got.",
    ],
    listenFor: [
      ["时间和职责对得上", "深度与年限相称"],
      ["dates and duties fit", "depth matches the years"],
    ],
    followUps: [["其中哪一段对这个岗位最有用？"], ["Which part of it is most useful for this job?"]],
    difficulty: 4,
  },
  experience_met: {
    question: [
      "在「{requirement}」方面，您处理过的最复杂的一次情况是什么？",
      "Within “{requirement}”, what was the most complex situation you dealt with?",
    ],
    listenFor: [
      ["复杂之处具体", "自己的判断清楚", "有结果和反思"],
      ["specific complexity", "own judgement", "result and reflection"],
    ],
    followUps: [["换作刚入行时，您会怎么处理？"], ["How would you have dealt with it as a beginner?"]],
    difficulty: 6,
  },
  project_open: {
    question: [
      "请讲一个和「{requirement}」最接近的项目：规模多大，您负责哪一部分，结果怎样？",
      "Tell us about the project nearest to “{requirement}”: how large was it, which part was yours, and what came of it?",
    ],
    listenFor: [
      ["规模和难度可比", "自己的部分清楚", "有结果"],
      ["comparable size and difficulty", "own part clear", "a result"],
    ],
    followUps: [["和岗位要求相比，差在哪里？"], ["Where does it fall short of what the position asks?"]],
    difficulty: 5,
  },
  project_met: {
    question: [
      "在符合「{requirement}」的项目里，您做过的哪个决定影响最大？",
      "In the projects that fit “{requirement}”, which decision of yours mattered most?",
    ],
    listenFor: [
      ["有选项和依据", "看到了后果"],
      ["options and grounds", "saw the consequences"],
    ],
    followUps: [["谁不同意，怎么处理的？"], ["Who disagreed, and how was that settled?"]],
    difficulty: 6,
  },
  leadership_open: {
    question: [
      "岗位要求「{requirement}」。您正式或非正式地带过人吗？多少人，怎么分工，谁成长了？",
      "The position asks for “{requirement}”. Have you led people, formally or not? How many, how was work divided, and who grew?",
    ],
    listenFor: [
      ["人数、方式真实具体", "讲到人的成长", "有难处也有办法"],
      ["real numbers and ways", "people who grew", "difficulties and remedies"],
    ],
    followUps: [["有人达不到要求时，您怎么做？"], ["What do you do when somebody does not come up to the mark?"]],
    difficulty: 6,
  },
  leadership_met: {
    question: [
      "您带过的人里，谁进步最大、谁没有起色？您各做了什么？",
      "Of the people you led, who improved most and who did not? What did you do in either case?",
    ],
    listenFor: [
      ["具体到人和事", "看得到自己的责任"],
      ["specific people and events", "sees own responsibility"],
    ],
    followUps: [["没有起色的那位，您什么时候做的决定？"], ["When did you decide about the one who did not?"]],
    difficulty: 7,
  },
  language: {
    question: [
      "岗位要求「{requirement}」。接下来两分钟，请用这门语言讲讲您最近的工作。",
      "The position asks for “{requirement}”. For the next two minutes, please tell us in that language about your latest work.",
    ],
    listenFor: [
      ["表达连贯", "能说清工作内容", "听得懂追问"],
      ["fluent", "explains the work", "understands follow-ups"],
    ],
    followUps: [["工作里您多久用一次它，用来做什么？"], ["How often do you use it at work, and for what?"]],
    difficulty: 4,
  },
  certificate: {
    question: [
      "「{requirement}」这一项：您现在是否持有，什么时候取得，目前有效吗？",
      "About “{requirement}”: do you hold it, since when, and is it currently valid?",
    ],
    listenFor: [
      ["说得出取得时间和有效期", "能出示证明"],
      ["date and validity", "can produce it"],
    ],
    followUps: [["还没有的话，计划什么时候取得？"], ["If not yet, when do you plan to obtain it?"]],
    difficulty: 2,
  },
  education: {
    question: [
      "岗位写有「{requirement}」，简历没有写清。请补充一下您的学历和专业。",
      "The position states “{requirement}”, and your resume is not clear on it. Please complete your degree and subject.",
    ],
    listenFor: [
      ["学历、专业清楚", "可以核验"],
      ["degree and subject clear", "can be verified"],
    ],
    followUps: [["所学里哪一部分在工作中用得最多？"], ["Which part of your studies do you use most at work?"]],
    difficulty: 1,
  },
  education_other: {
    question: [
      "岗位写有「{requirement}」，简历上的学历或专业与此不同。有没有正在进修或没有写上的，需要补充？",
      "The position states “{requirement}”, and your resume shows another degree or subject. Is there anything under way or not listed to add?",
    ],
    listenFor: [
      ["说明清楚、可以核验", "有等同的学习或实践"],
      ["clear and verifiable", "equivalent study or practice"],
    ],
    followUps: [["工作中用什么弥补了这方面的差距？"], ["What has made up for the difference at work?"]],
    difficulty: 1,
  },
  location: {
    question: [
      "岗位的工作地点要求是「{requirement}」，您能否按要求到岗？",
      "The position requires the location “{requirement}”. Can you work there as required?",
    ],
    listenFor: [
      ["明确可行", "条件说在前面"],
      ["a clear answer", "conditions stated up front"],
    ],
    followUps: [["最早什么时候可以？"], ["How soon would that be possible?"]],
    difficulty: 1,
  },
  salary: {
    question: ["您对这个岗位期望的薪资范围是多少？", "What salary range do you expect for this position?"],
    listenFor: [
      ["有明确范围", "知道还看重什么"],
      ["a clear range", "knows what else matters"],
    ],
    followUps: [["除了薪资，您还看重什么？"], ["What matters to you beside pay?"]],
    difficulty: 1,
  },
  other_open: {
    question: [
      "岗位要求「{requirement}」。您做过的哪件事最能说明？",
      "The position asks for “{requirement}”. Which of your experience shows it best?",
    ],
    listenFor: [
      ["例子具体", "与要求对得上"],
      ["a specific example", "fits what is asked"],
    ],
    followUps: [["还差哪一点，打算怎么补？"], ["What is still missing, and how would you make it up?"]],
    difficulty: 4,
  },
} satisfies Record<string, RequirementText>;

export type RequirementTextKey = keyof typeof requirementTexts;
