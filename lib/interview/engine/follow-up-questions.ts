import type { Contradiction, InterviewLanguage } from "@/lib/interview/schema";
import type { Lack } from "./evaluate-answer";

type Wording = Record<InterviewLanguage, { withTerm: string; plain: string }>;

/** How to ask for what an answer left out. `{term}` is a word of the answer. */
const wordings: Record<Lack, Wording> = {
  experience: {
    zh: {
      withTerm: "没做过也没关系。如果现在要您用{term}，您会先做什么？",
      plain: "没做过也没关系。如果现在交给您做，您会先从哪里开始？",
    },
    en: {
      withTerm: "That is fine. If you had to use {term} tomorrow, what would you do first?",
      plain: "That is fine. If it were given to you tomorrow, where would you start?",
    },
  },
  own_part: {
    zh: { withTerm: "说到{term}，哪些是您自己做的，哪些是同事做的？", plain: "这件事里，您自己具体做了哪一部分？" },
    en: {
      withTerm: "With {term}, which part did you do yourself, and which did others do?",
      plain: "Which part of this did you do yourself?",
    },
  },
  specifics: {
    zh: { withTerm: "能举一个用{term}的具体例子吗？", plain: "能举一个具体的例子吗？当时是什么情况，用了什么办法？" },
    en: {
      withTerm: "Can you take me through one case with {term}?",
      plain: "Can you take me through one case: what was the situation, and what did you use?",
    },
  },
  figures: {
    zh: {
      withTerm: "{term}这一块的规模有多大？有没有前后对比的数字？",
      plain: "规模有多大？改之前和改之后，数字分别是多少？",
    },
    en: {
      withTerm: "How large was it where {term} was concerned? What were the numbers before and after?",
      plain: "How large was it, and what were the numbers before and after?",
    },
  },
  result: {
    zh: { withTerm: "用了{term}之后结果怎么样？您是怎么衡量的？", plain: "最后结果怎么样？您是怎么衡量的？" },
    en: {
      withTerm: "What came of it with {term}, and how did you measure it?",
      plain: "What came of it in the end, and how did you measure it?",
    },
  },
  reason: {
    zh: { withTerm: "当时为什么选{term}？还考虑过哪些别的做法？", plain: "当时为什么这样做？还考虑过哪些别的做法？" },
    en: {
      withTerm: "Why {term}? What else did you consider?",
      plain: "Why did you do it that way? What else did you consider?",
    },
  },
  failure: {
    zh: {
      withTerm: "{term}出过什么问题？失败的时候怎么处理？",
      plain: "过程中有什么没做成或出了问题？后来怎么处理的？",
    },
    en: {
      withTerm: "What went wrong with {term}, and how did you handle it when it failed?",
      plain: "What did not work out on the way, and what did you do then?",
    },
  },
};

/** At its busiest, where the answer speaks of that itself. */
const atPeak: Wording["zh"] & { en: string } = {
  withTerm: "峰值时{term}失败了怎么处理？",
  plain: "峰值的时候出了问题怎么处理？",
  en: "When {term} failed at peak load, how did you handle it?",
};

/** @param term a word of the answer, as it stands there */
export function followUpText(lack: Lack, language: InterviewLanguage, term: string | null, isAtPeak: boolean): string {
  const wording = wordings[lack][language];
  if (!term) return wording.plain;
  const text = lack === "failure" && isAtPeak ? (language === "zh" ? atPeak.withTerm : atPeak.en) : wording.withTerm;
  return text.replace("{term}", language === "zh" ? spaced(term) : term);
}

/** A Latin word stands apart from Chinese. */
function spaced(term: string): string {
  return `${/^[\w]/.test(term) ? " " : ""}${term}${/[\w]$/.test(term) ? " " : ""}`;
}

export function moreText(language: InterviewLanguage): string {
  return language === "zh"
    ? "能展开说说吗？可以讲一件您自己做过的事。"
    : "Could you say more? Something you did yourself would be a good example.";
}

const longestAgain = 900;

export function againText(question: string, language: InterviewLanguage): string {
  const asked = question.slice(0, longestAgain);
  return language === "zh"
    ? `我换个说法，您可以从自己做过的一件事讲起：${asked}`
    : `Let me put it another way; you can start from something you did yourself: ${asked}`;
}

export function backText(question: string, language: InterviewLanguage): string {
  const asked = question.slice(0, longestAgain);
  return language === "zh" ? `我们回到刚才的问题：${asked}` : `Let us come back to the question: ${asked}`;
}

const longestCited = 80;

export function clearUpText({ answer, resume }: Contradiction, language: InterviewLanguage): string {
  const cited = (text: string) => (text.length > longestCited ? `${text.slice(0, longestCited)}…` : text);
  return language === "zh"
    ? `想和您核对一下：您说“${cited(answer.text)}”，简历上写的是“${cited(resume.text)}”，这两处应该怎么理解？`
    : `May I check one thing: you said “${cited(answer.text)}”, and the resume says “${cited(resume.text)}”. How do the two fit together?`;
}
