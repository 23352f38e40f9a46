type InBoth = readonly [zh: string, en: string];
type Lists = readonly [zh: readonly string[], en: readonly string[]];

/** What is said of something found in a resume; written like statements, `{name:one|many}` for counts. */
export type ResumeText = {
  content: InBoth;
  question: InBoth;
  listenFor: Lists;
  followUps: Lists;
  difficulty: number;
};

export const resumeTexts = {
  gap: {
    content: [
      "{from} 到 {to} 之间约 {months} 个月没有写工作",
      "No work listed for about {months:month|months} between {from} and {to}",
    ],
    question: [
      "{from} 到 {to} 之间，简历没有写工作。这段时间里有哪些经历和这个岗位有关？",
      "Your resume lists no work between {from} and {to}. What in that time bears on this job?",
    ],
    listenFor: [
      ["说得出与岗位有关的学习或实践", "前后衔接自然"],
      ["learning or practice that bears on the job", "a plausible connection to what came next"],
    ],
    followUps: [["回到工作时，最先补的是什么？"], ["What did you catch up on first when you returned to work?"]],
    difficulty: 3,
  },
  pause: {
    content: ["{from} 之后没有写工作", "No work listed after {from}"],
    question: [
      "简历里最近一份工作写到 {from}。那以后您为回到这类工作做了哪些准备？",
      "The latest job in your resume ends in {from}. What have you done since to keep up with this kind of work?",
    ],
    listenFor: [
      ["有具体的学习或实践", "了解行业近况"],
      ["specific learning or practice", "knows what is new in the field"],
    ],
    followUps: [["哪一项变化您觉得需要适应？"], ["Which change will you need to get used to?"]],
    difficulty: 3,
  },
  short_stay: {
    content: ["在 {company} 约 {months} 个月", "About {months:month|months} at {company}"],
    question: [
      "您在 {company} 大约工作了 {months} 个月。加入时期待什么，后来是什么让您决定换？",
      "You were with {company} for about {months:month|months}. What did you expect when you joined, and what made you move on?",
    ],
    listenFor: [
      ["理由具体、不指责他人", "对下一份工作有更清楚的标准"],
      ["specific reasons without blaming", "clearer criteria for the next job"],
    ],
    followUps: [["如果早知道，面试时您会多问什么？"], ["Had you known, what would you have asked at the interview?"]],
    difficulty: 4,
  },
  number: {
    content: ["写有数字：“{text}”", "A figure: “{text}”"],
    question: [
      "您写到“{text}”。{number} 是怎么量出来的，其中哪一部分是您做的？",
      "You write “{text}”. How was {number} measured, and which part of it was your doing?",
    ],
    listenFor: [
      ["有起点、口径和时间段", "分得清自己和别人的作用", "知道还有什么影响了它"],
      ["a baseline, a definition and a period", "own part apart from others'", "knows what else influenced it"],
    ],
    followUps: [
      ["如果没有做这件事，这个数字会是多少？", "之后这个结果保持住了吗？"],
      ["What would the figure have been without it?", "Did the result last?"],
    ],
    difficulty: 6,
  },
  lead: {
    content: ["写有带领的角色：“{text}”", "A leading role: “{text}”"],
    question: [
      "您写到“{text}”。当时的人是怎样分工的，最难的一个决定是什么？",
      "You write “{text}”. How was the work divided, and what was the hardest decision you had to make?",
    ],
    listenFor: [
      ["说得出人数和分工", "有自己的判断", "讲到对人的影响"],
      ["numbers and division of work", "own judgement", "the effect on people"],
    ],
    followUps: [["有人不同意时您怎么做的？"], ["What did you do when somebody disagreed?"]],
    difficulty: 6,
  },
  change: {
    content: ["从「{before}」转到「{after}」", "From “{before}” to “{after}”"],
    question: [
      "您从「{before}」转到「{after}」。是什么促成了这个转变，以前的哪样本领现在还用得上？",
      "You moved from “{before}” to “{after}”. What brought that about, and which earlier skill do you still use?",
    ],
    listenFor: [
      ["主动选择、有准备", "能力可以迁移"],
      ["a deliberate, prepared choice", "skills that carry over"],
    ],
    followUps: [["转过来后最先遇到的困难是什么？"], ["What was the first difficulty afterwards?"]],
    difficulty: 4,
  },
  overlap: {
    content: [
      "{first} 与 {second} 约有 {months} 个月重叠",
      "{first} and {second} overlap by about {months:month|months}",
    ],
    question: [
      "简历上 {first} 和 {second} 的时间大约重叠了 {months} 个月。那段时间两边的职责是怎样安排的？",
      "In your resume {first} and {second} overlap by about {months:month|months}. How were your duties arranged in that time?",
    ],
    listenFor: [
      ["解释清楚、前后一致", "两边都知情"],
      ["a clear, consistent account", "both sides knew"],
    ],
    followUps: [["哪一边占的时间更多？"], ["Which of the two took more of your time?"]],
    difficulty: 4,
  },
  project: {
    content: ["最近的项目：{project}", "Newest project: {project}"],
    question: [
      "请讲讲「{project}」：它要解决什么问题，您负责哪一部分，怎么知道做成了？",
      "Tell us about “{project}”: what was it to solve, which part was yours, and how did you know that it worked?",
    ],
    listenFor: [
      ["问题和对象清楚", "自己的部分有边界", "有衡量结果的办法"],
      ["a clear problem and audience", "own part delimited", "a way to judge the result"],
    ],
    followUps: [["哪一处您做完之后最不满意？"], ["What were you least happy with in the end?"]],
    difficulty: 5,
  },
  unused_skill: {
    content: [
      "{skill} 写为“{level}”，没有写用在哪里",
      "{skill} is claimed as “{level}” without saying where it was used",
    ],
    question: [
      "简历把 {skill} 写得很熟，但工作和项目里没有提到。请讲一件您用它做成的、最难的事。",
      "Your resume claims {skill} at a high level, but no job or project mentions it. Tell us about the hardest thing you did with it.",
    ],
    listenFor: [
      ["有真实场景和细节", "说得出局限", "程度与自述相符"],
      ["a real situation with detail", "knows its limits", "the level matches the claim"],
    ],
    followUps: [["最近一次用是什么时候？"], ["When did you last use it?"]],
    difficulty: 6,
  },
  years: {
    content: [
      "写明 {stated} 年工作，按起止时间约 {dated} 年",
      "States {stated:year|years} of work; the dates come to about {dated}",
    ],
    question: [
      "简历写有 {stated} 年工作经验，而列出的时间加起来约 {dated} 年。请把没有列出的部分补上。",
      "Your resume states {stated:year|years} of experience, while the periods listed come to about {dated}. Please fill in what is not listed.",
    ],
    listenFor: [
      ["时间线完整一致", "主动说明省略的原因"],
      ["a complete, consistent time line", "explains what was left out"],
    ],
    followUps: [
      ["没有列出的部分里，哪一段与这个岗位最有关？"],
      ["Which of the unlisted periods bears most on this job?"],
    ],
    difficulty: 3,
  },
  promotion: {
    content: ["在 {company} 从「{before}」到「{after}」", "At {company}, from “{before}” to “{after}”"],
    question: [
      "在 {company}，您从「{before}」做到「{after}」。是哪件事让别人愿意把更大的责任交给您？",
      "At {company} you went from “{before}” to “{after}”. What made people give you more responsibility?",
    ],
    listenFor: [
      ["有具体事件", "看得到职责的变化"],
      ["a specific event", "a visible change of duties"],
    ],
    followUps: [["新职责里，哪一样您一开始做得不好？"], ["Which of the new duties did you not do well at first?"]],
    difficulty: 5,
  },
  took_part: {
    content: ["写的是参与：“{text}”", "Took part: “{text}”"],
    question: [
      "您写到“{text}”。其中哪些是您本人完成的，哪些是别人做的？",
      "You write “{text}”. What in it did you do yourself, and what was done by others?",
    ],
    listenFor: [
      ["边界诚实", "自己的部分讲得深"],
      ["an honest line", "depth in the own part"],
    ],
    followUps: [["如果少了您这部分，会怎样？"], ["What would have happened without your part?"]],
    difficulty: 5,
  },
  current: {
    content: ["最近的工作：{company}，{title}", "Newest job: {title} at {company}"],
    question: [
      "请讲讲在 {company} 担任「{title}」的工作：最重要的一项职责是什么，交出过什么结果？",
      "Tell us about your work as “{title}” at {company}: what was your most important duty, and what result did you deliver?",
    ],
    listenFor: [
      ["抓得住重点", "结果可查", "说得清服务于谁"],
      ["knows what matters", "a result one can check", "clear whom it served"],
    ],
    followUps: [["这个结果里最难的一步是什么？"], ["Which step towards it was hardest?"]],
    difficulty: 4,
  },
} satisfies Record<string, ResumeText>;

export type FindKind = keyof typeof resumeTexts;
