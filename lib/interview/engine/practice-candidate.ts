import type { InterviewLanguage, Turn } from "@/lib/interview/schema";
import { hasHan } from "@/lib/resume/parsing/fold";
import { findSkills } from "@/lib/resume/parsing/skills";
import type { WorkEntry } from "@/lib/resume/profile";
import { type Entry, isIn, type Sentence } from "@/lib/screening/engine/evidence";
import { round } from "@/lib/screening/engine/read-numbers";
import { type Facts, factsOf } from "./contradictions/facts";
import { spokenName } from "./employer-names";
import type { InterviewSubject } from "./subject";
import { normalized, unitsOf } from "./words";

type Line = { sentence: Sentence; entry: Entry; score: number };

const sentencesAtOnce = 2;
/** A skill connects a question with a sentence more than a word of it does. */
const skillPoints = 4;

const words = {
  zh: {
    unclear: "不好意思，您是想了解哪一方面？能说得再具体一点吗？",
    nothing: "这方面我没有太多经验。",
    denied: (name: string) => `${name} 我没有用过。`,
    without: (name: string) => `${name} 这方面我没有太多经验。`,
    all: "这方面我能说的就是这些了。",
    vague: (where: string) => `${where}接触过这方面的工作。`,
    at: (name: string) => `在${name}的时候，`,
    inProject: (name: string) => `在「${name}」这个项目里，`,
    listed: (name: string) => `${name} 我会一些，具体的项目我没有写在简历里。`,
    years: (years: number) => `我工作了大约 ${years} 年。`,
    unwritten: "这一点我的简历里没有写，今天先不展开。",
  },
  en: {
    unclear: "Sorry, which part would you like to hear about? Could you be a little more specific?",
    nothing: "I don't have much experience with that.",
    denied: (name: string) => `I have not used ${name}.`,
    without: (name: string) => `I don't have much experience with ${name}.`,
    all: "That is all I can say about it.",
    vague: (where: string) => `${where}I did some work in that area.`,
    at: (name: string) => `At ${name}, `,
    inProject: (name: string) => `In the project “${name}”, `,
    listed: (name: string) => `I know ${name} to some degree; I have not described a project with it.`,
    years: (years: number) => `I have worked for about ${years} years.`,
    unwritten: "My resume says nothing about that, and I would rather leave it for now.",
  },
} satisfies Record<InterviewLanguage, unknown>;

const asksForSelf =
  /介绍一?下?(?:你|您)?自己|自我介绍|\b(?:introduce yourself|tell me about yourself|about your background|walk me through your (?:resume|cv))\b/i;
const asksForYears =
  /(?:工作|从业)(?:了)?(?:几|多少|多久)|几年(?:工作)?经验|\bhow (?:long have you (?:worked|been working)|many years)\b/i;
const asksForSchool =
  /学历|毕业(?:于|院校|学校)|什么专业|哪(?:所|个)(?:大学|学校)|\b(?:degree|school|university|college|study|studied|education|major)\b/i;

const asksForPlans =
  /离职|跳槽|为什么(?:想)?(?:离开|换)|薪资|工资|薪水|期望|入职时间|到岗|职业规划|\b(?:salary|pay|leave|leaving|notice period|why us|career plans?|expectations?)\b/i;

/**
 * Plays the candidate for an interviewer in training, with nothing but the sentences of the resume: those of the jobs and
 * projects that fit the question best, two at a time, none of them twice. Every other topic is told without detail at
 * first, so that asking again brings more. Without a fitting sentence it says so; an unclear question it asks back.
 */
export function answerAsCandidate(subject: InterviewSubject, question: string, turns: readonly Turn[]): string {
  const { language } = subject;
  const say = words[language];
  const facts = factsOf(subject);
  const said = normalized(turns.flatMap(({ segments }) => segments.map(({ text }) => text)).join(" "));
  const direct = directAnswer(question, subject, facts);
  if (direct) return direct;

  const skills = skillsIn(question);
  const isFollowUp = skills.length === 0 && asksForMore.test(question);
  const before = isFollowUp ? turns.findLast((turn) => unitsOf(turn.question.text).length > 1) : undefined;
  const topic = before ? `${before.question.text} ${question}` : question;
  const units = unitsOf(topic);
  if (units.length === 0) return say.unclear;

  const [absent] = skills.filter(([canonical]) => facts.evidence.shownBy(canonical).length === 0);
  if (absent && skills.length === 1) {
    const [canonical, name] = absent;
    return facts.evidence.deniedSkills.has(canonical) ? say.denied(name) : say.without(name);
  }
  const lines = fittingLines(topic, units, facts);
  if (lines.length === 0) {
    const [listed] = skills;
    return listed ? say.listed(listed[1]) : say.nothing;
  }
  const fresh = lines.filter(({ sentence }) => !said.includes(normalized(toldOf(sentence, facts))));
  const [first] = fresh;
  if (!first) return say.all;
  const vague = say.vague(whereOf(first.entry, language));
  const isFirst = fresh.length === lines.length && !isFollowUp;
  if (isFirst && isVagueAtFirst(units) && !said.includes(normalized(vague))) return vague;
  return fresh
    .slice(0, sentencesAtOnce)
    .map((line) => tell(line, language, facts))
    .join(language === "zh" ? "" : " ");
}

/** Each once, as the question writes it. "Can you …" asks for no CAN bus. */
function skillsIn(question: string): [canonical: string, written: string][] {
  const found = findSkills(`${question}\n`).filter(({ start, end }) => !/^can$/i.test(question.slice(start, end)));
  return [...new Map(found.map(({ canonical, start, end }) => [canonical, question.slice(start, end)]))];
}

const asksForMore =
  /具体|展开|详细|细节|怎么(?:做|处理|衡量)|为什么|哪一?部分|举(?:个)?例|结果|数字|规模|还有|\b(?:more|detail|how did you|why|which part|example|result|numbers?|measure|specifically|yourself)\b/i;

/** Always so for the same topic, for about every other one. */
function isVagueAtFirst(units: readonly string[]): boolean {
  const sum = [...units.join("")].reduce((total, character) => total + (character.codePointAt(0) ?? 0), 0);
  return sum % 2 === 0;
}

function fittingLines(topic: string, units: readonly string[], { evidence }: Facts): Line[] {
  const skills = skillsIn(topic).map(([canonical]) => canonical);
  const places = skills.flatMap((skill) => evidence.shownBy(skill));
  const { work, projects } = evidence.profile;
  const entries: Entry[] = [...work, ...projects];
  const lines = evidence.sentences.flatMap((sentence): Line[] => {
    const entry = entries.find(({ span }) => isIn(sentence, span));
    if (!entry || isHeading(sentence, entry, evidence.folded)) return [];
    const own = new Set(unitsOf(sentence.folded));
    const shared = units.filter((unit) => own.has(unit)).length;
    const score = shared + (places.some((place) => isIn(place, sentence)) ? skillPoints : 0);
    return score > 0 ? [{ sentence, entry, score }] : [];
  });
  return lines.toSorted((a, b) => b.score - a.score || a.sentence.start - b.sentence.start);
}

/** The line with employer, title and dates says what is told anyway. */
function isHeading({ start, end }: Sentence, entry: Entry, folded: string): boolean {
  const headings = [
    entry.start,
    entry.end,
    ...("company" in entry ? [entry.company] : []),
    ...("title" in entry ? [entry.title] : []),
    ...("name" in entry ? [entry.name] : []),
  ];
  const lineStart = folded.lastIndexOf("\n", start) + 1;
  const lineEnd = folded.indexOf("\n", end);
  return headings.some((reading) =>
    reading?.spans.some(
      (span) =>
        span.start >= lineStart &&
        span.start < (lineEnd < 0 ? folded.length : lineEnd) &&
        !/^\s*[-•·*]/.test(folded.slice(lineStart)),
    ),
  );
}

function whereOf(entry: Entry, language: InterviewLanguage): string {
  const name = "name" in entry ? entry.name?.value : entry.company?.value;
  if (!name) return "";
  return "name" in entry ? words[language].inProject(name) : words[language].at(name);
}

/** The sentence as it stands, without the mark before it. */
function toldOf({ start, end }: Sentence, { evidence }: Facts): string {
  return evidence.text
    .slice(start, end)
    .replace(/^\s*[-–•·*●▪]+\s*/, "")
    .replace(/(?<!\s)\s*\n\s*/g, " ")
    .trim();
}

/** "Built order services" is what I did; a sentence of another form is said as it stands. */
const actsEnglish =
  /^(?:\w+ed|built|led|wrote|ran|kept|made|cut|grew|taught|won|sold|drove|set|held|took|began|oversaw)\b/i;

function tell(line: Line, language: InterviewLanguage, facts: Facts): string {
  const told = toldOf(line.sentence, facts).replace(/(?<![。.；;])[。.；;]+$/, "");
  const where = whereOf(line.entry, language);
  if (language === "zh") return hasHan(told) ? `${where}我${told.replace(/^我/, "")}。` : `${where}${told}。`;
  return actsEnglish.test(told) ? `${where}I ${told.charAt(0).toLowerCase()}${told.slice(1)}.` : `${where}${told}.`;
}

function directAnswer(question: string, { language }: InterviewSubject, facts: Facts): string | null {
  const { profile } = facts.evidence;
  if (asksForSelf.test(question)) {
    const jobs = profile.work.slice(0, 2).flatMap((job, index) => sayJob(job, index, language));
    return [...jobs, ...saySchool(facts, language)].join(language === "zh" ? "" : " ") || null;
  }
  if (asksForYears.test(question) && findSkills(`${question}\n`).length === 0) {
    const years = profile.yearsOfWork?.value;
    return years === undefined ? null : words[language].years(round(years));
  }
  if (asksForPlans.test(question)) {
    const [job] = profile.work;
    return (/离职|离开|\bleav/i.test(question) ? job?.reasonForLeaving?.value : null) ?? words[language].unwritten;
  }
  if (asksForSchool.test(question)) return saySchool(facts, language).join("") || null;
  return null;
}

function sayJob({ company, title, end }: WorkEntry, index: number, language: InterviewLanguage): string[] {
  if (!company || !title || !spokenName(company.value)) return [];
  const isNow = index === 0 && end?.value === "present";
  if (language === "zh") {
    const gap = /^\w/.test(title.value) ? " " : "";
    return [`我${isNow ? "现在" : "之前"}在${company.value}做${gap}${title.value}。`];
  }
  return [isNow ? `I work at ${company.value} as ${title.value}.` : `I worked at ${company.value} as ${title.value}.`];
}

function saySchool({ evidence }: Facts, language: InterviewLanguage): string[] {
  const [entry] = evidence.profile.education;
  if (!entry?.school) return [];
  const { school, major } = entry;
  if (language === "zh") return [`我毕业于${school.value}${major ? `，专业是${major.value}` : ""}。`];
  return [`I studied ${major ? `${major.value} ` : ""}at ${school.value}.`];
}
