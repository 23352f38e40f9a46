import { numberPattern, readNumber } from "@/lib/resume/parsing/number-words";
import { type Evidence, isIn, type Sentence } from "./evidence";
import { exactly, type Judgement, judgement, pointsOfShares, statement } from "./judgement";
import { quotesOf, uniqueQuotes } from "./quotes";
import { round } from "./read-numbers";
import { isBareAmounts } from "./told-amounts";

const people =
  "team|teams|people|engineers?|developers?|programmers?|analysts?|accountants?|designers?|staff|employees?|interns?|juniors?|members?|reports|personnel|crew|volunteers?|students?|technicians?|nurses?|assistants?|associates?|colleagues|subordinates|department|group of";

/** Leading people, in a sentence: the verb and the people led stand close together, so that "managed cloud infrastructure" is none. */
const leadsPeople = new RegExp(
  [
    "(?:带领|领导|率领|统筹管理|管理|组建|培养|带教|辅导|指导|分管|下辖|负责)[^，。；;\\n]{0,14}?(?:团队|小组|员工|下属|成员|新人|实习生|初级|同事|组员|部门|工程师|(?:\\d+|[一二两三四五六七八九十]{1,3})\\s*(?:多|余)?[人名位])",
    "团队管理|人员管理|带团队|担任(?:过)?[^，。；;\\n]{0,8}(?:组长|主管|经理|总监|队长|主席|部长|社长|负责人)",
    `\\b(?:led|lead(?:ing|s)?(?!\\s+(?:engineers?|developers?|designers?|analysts?|accountants?)\\b)|manag(?:ed|ing|es?)|supervis\\w+|mentor\\w*|head(?:ed|ing)|direct(?:ed|ing)|coach(?:ed|ing)|oversaw|overseeing|trained|training|recruited|hired|grew|built)\\s+(?:and\\s+\\w+\\s+)?(?:[\\w'’%+-]+[\\s,]+){0,4}?(?:${people})\\b`,
    "\\bteam lead(?:er)?\\b|\\bline manag\\w+|\\bdirect reports?\\b|\\bpeople management\\b",
  ].join("|"),
  "i",
);

/** Leading a piece of work. */
const leadsWork = /牵头|主导|总负责|项目负责人|技术负责人|\b(?:led|spearheaded|headed)\b|\blead(?:ing)? the\b/i;

/** Titles that come with people; a product, project or customer manager need not have any. */
const leadingTitle =
  /总监|主管|组长|部长|店长|厂长|校长|院长|总经理|副总|队长|班长|主席|社长|会长|团队负责人|(?:部门?|技术|研发|开发|测试|运维|财务|会计|人事|人力资源|行政|办公室|生产|工程)经理|\b(?:supervisor|foreman|head of|director|vice president|vp|ceo|cto|cfo|coo|chief|founder|president|(?:engineering|development|office|practice|it|hr|finance|accounting|support|operations|general|department|store|restaurant) manager|team lead(?:er)?|(?:lead|principal) \w+|\w+ lead)\b/i;

const number = `(${numberPattern})`;
const teamSize = new RegExp(
  [
    `(?:带领|领导|率领|管理|负责|组建|培养|指导|带教?)[^。；;\\n]{0,14}?${number}\\s*(?:(?:多|余)\\s*)?(?:人|名|位)`,
    `${number}\\s*(?:(?:多|余)\\s*)?(?:人|名)(?:的)?(?:[\\p{Script=Han}]{0,6})(?:团队|小组|部门|组)`,
    `(?:团队|小组|下属|部门)(?:规模)?[^。；;，\\n\\d]{0,6}${number}\\s*(?:多|余)?人`,
    `(?:team|staff|group|crew) of (?:over |about |up to |around )?${number}\\b`,
    `\\b${number}[- ](?:person|people|member|man)\\b`,
    `(?:led|manag\\w+|supervis\\w+|mentor\\w*|headed|leading|directed|oversaw|trained|coached)[^.\\n]{0,40}?\\b${number}\\+?\\s+(?:[\\w-]+\\s+){0,2}?(?:${people})\\b`,
  ].join("|"),
  "iu",
);

/** Leading people: the largest team the resume names, or that it names none. */
export function judgeLeadership(requirement: string, evidence: Evidence): Judgement {
  const mentions = leadershipMentions(evidence).filter(({ isPeople }) => isPeople);
  const asked = sizeIn(requirement) ?? askedPeople(requirement);
  if (mentions.length === 0) return judgeTitle(evidence);
  const sized = mentions.map(({ sentence }) => ({ sentence, size: sizeIn(sentence.folded) ?? 0 }));
  const ordered = sized.toSorted((a, b) => b.size - a.size || a.sentence.start - b.sentence.start);
  const quotes = uniqueQuotes(ordered.map(({ sentence }) => evidence.quoteAround(sentence)));
  const size = ordered[0]?.size ?? 0;
  if (asked === null) return judgement("met", 0.7, statement("leadership_found"), quotes);
  if (size === 0)
    return judgement("partly", 0.5, statement("leadership_size_unknown", { asked }), quotes, pointsOfShares(0.5));
  if (size >= asked) return judgement("met", 0.8, statement("leadership_size_met", { size, asked }), quotes);
  const reason = statement("leadership_size_short", { size, asked });
  if (size * 2 < asked) return judgement("not_met", 0.65, reason, quotes);
  return judgement("partly", 0.65, reason, quotes, exactly(round((100 * size) / asked)));
}

/** A title alone hints at people, without a word about them. */
function judgeTitle({ profile, text }: Evidence): Judgement {
  const titles = profile.work.flatMap(({ title, isInternship }) => (title && !isInternship ? [title] : []));
  const leading = titles.filter(({ value }) => leadingTitle.test(value));
  const title = leading[0]?.value;
  if (!title) return judgement("unknown", 0.6, statement("leadership_absent"));
  return judgement(
    "partly",
    0.45,
    statement("leadership_title", { title }),
    quotesOf(text, leading),
    pointsOfShares(0.4),
  );
}

/** Sentences of jobs, projects, summary and campus life about leading people or a piece of work. */
export function leadershipMentions({ sentences, profile }: Evidence): { sentence: Sentence; isPeople: boolean }[] {
  const told = [
    ...profile.work,
    ...profile.projects,
    ...profile.sections.filter(({ kind }) => ["summary", "campus", "volunteering"].includes(kind)),
  ];
  return sentences.flatMap((sentence) => {
    const isPeople = leadsPeople.test(sentence.folded);
    if (!isPeople && !leadsWork.test(sentence.folded)) return [];
    if (!told.some(({ span }) => isIn(sentence, span)) || isBareAmounts(sentence.folded)) return [];
    return [{ sentence, isPeople }];
  });
}

/** The size of a team that a text names. */
export function sizeIn(text: string): number | null {
  const digits = teamSize.exec(text)?.slice(1).find(Boolean);
  return digits ? readNumber(digits) : null;
}

function askedPeople(requirement: string): number | null {
  const match = new RegExp(`${number}\\s*\\+?\\s*(?:人|名|people|members|engineers|reports|staff)`, "i").exec(
    requirement,
  );
  return match?.[1] ? readNumber(match[1]) : null;
}
