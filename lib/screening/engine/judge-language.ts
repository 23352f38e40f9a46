import type { TextSpan } from "@/lib/resume/profile";
import { type Evidence, isIn } from "./evidence";
import { type Judgement, judgement, pointsOfShares, statement } from "./judgement";
import { uniqueQuotes } from "./quotes";

/** Each by its names and the examinations taken in it. */
const languages: [key: string, pattern: RegExp][] = [
  [
    "english",
    /英语|英文|\benglish\b|cet-?\s?[46]|雅思|托福|\bielts\b|\btoefl\b|\btoeic\b|托业|大学英语|专[四八]|tem-?[48]|(?<!\p{Script=Han})[四六]级/giu,
  ],
  ["japanese", /日语|日文|\bjapanese\b|jlpt|\bn[1-5]\b/gi],
  ["korean", /韩语|韩文|朝鲜语|\bkorean\b|topik/gi],
  ["french", /法语|法文|\bfrench\b|\bdelf\b|\bdalf\b/gi],
  ["german", /德语|德文|\bgerman\b|testdaf|goethe/gi],
  ["spanish", /西班牙语|西语|\bspanish\b|\bdele\b/gi],
  ["russian", /俄语|俄文|\brussian\b/gi],
  ["portuguese", /葡萄牙语|葡语|\bportuguese\b/gi],
  ["italian", /意大利语|\bitalian\b/gi],
  ["arabic", /阿拉伯语|\barabic\b/gi],
  ["cantonese", /粤语|广东话|\bcantonese\b/gi],
  ["chinese", /普通话|中文|汉语|国语|\bmandarin\b|\bchinese\b|putonghua|\bhsk\b/gi],
];

/** How well, 1 to 4: basic, everyday, working, fluent. Examinations by the level their boards describe. */
const levels: [number, RegExp][] = [
  [
    4,
    /母语|精通|流利|流畅|native|mother tongue|fluent|bilingual|\bc[12]\b|专八|专业八级|tem-?8|(?:雅思|ielts)\D{0,4}[7-9]|(?:托福|toefl)\D{0,4}1[0-2]\d|\bn1\b|工作语言|full professional|一级[甲乙]等/i,
  ],
  [
    3,
    /熟练|良好|六级|cet-?\s?6|专四|专业四级|tem-?4|professional|proficient|advanced|working|business|商务|\bb2\b|(?:雅思|ielts)\D{0,4}6|(?:托福|toefl)\D{0,4}[89]\d|\bn2\b|upper[- ]intermediate|二级[甲乙]等|good/i,
  ],
  [2, /四级|cet-?\s?4|一般|日常|intermediate|conversational|读写|\bb1\b|\bn3\b|中等/i],
  [1, /基础|入门|简单|basic|beginner|elementary|\ba[12]\b|\bn[45]\b/i],
];

/** Sections whose mentions are about the person's own languages; elsewhere only a use of the language counts. */
const ownSections = new Set(["languages", "skills", "certificates", "awards", "summary", "header"]);
const use =
  /(?:用|使用|流利的?|全)(?:英|日|韩|法|德|俄|中)[语文]|[英日韩法德俄中][语文](?:沟通|交流|汇报|会议|邮件|文档|写作|口语|谈判|授课|演讲|工作)|\b(?:in|fluent|spoke|speak(?:s|ing)?|written|bilingual|translat\w+|interpret\w+)\s+(?:\w+\s+){0,3}(?:english|japanese|korean|french|german|spanish|russian|portuguese|italian|arabic|cantonese|mandarin|chinese)\b|-speaking/i;

type Mention = TextSpan & { level: number };

/** The best-known of the languages the requirement names against its level; the resume's own language is a hint. */
export function judgeLanguage(requirement: string, evidence: Evidence): Judgement {
  const wanted = languages.filter(([, pattern]) => requirement.search(pattern) >= 0);
  if (wanted.length === 0) return judgement("unknown", 0.3, statement("not_readable"));
  const each = wanted.map(([language, pattern]) => judgeOne(requirement, language, pattern, evidence));
  const isEither = /或|\/|\bor\b|之一/i.test(requirement);
  const order = each.toSorted((a, b) => b.points.value - a.points.value);
  return (isEither ? order[0] : order.at(-1)) ?? judgement("unknown", 0.3, statement("not_readable"));
}

function judgeOne(requirement: string, language: string, pattern: RegExp, evidence: Evidence): Judgement {
  const mentions = findMentions(pattern, evidence);
  const quotes = uniqueQuotes(
    mentions.map((mention) => evidence.quoteAround(mention)),
    2,
  );
  if (mentions.length === 0) return judgeUnstated(language, evidence);
  const asked =
    Math.min(
      ...requirement
        .split(/或|\/|\bor\b/i)
        .map(levelOf)
        .filter((level) => level > 0),
      5,
    ) % 5;
  const shown = Math.max(...mentions.map(({ level }) => level));
  const met = judgement("met", shown > 0 ? 0.85 : 0.65, statement("language_met", { language }), quotes);
  if (asked === 0 || shown >= asked) return met;
  if (shown === 0)
    return judgement("partly", 0.5, statement("language_level_unknown", { language }), quotes, pointsOfShares(0.5));
  return judgement(asked - shown > 1 ? "not_met" : "partly", 0.65, statement("language_lower", { language }), quotes);
}

/** A resume written in a language shows it to some degree; how well the person speaks it stays a question. */
function judgeUnstated(language: string, evidence: Evidence): Judgement {
  const { profile, sentences } = evidence;
  const written = writtenIn(evidence.folded);
  const described = sentences.find(
    (sentence) =>
      (written === "chinese" ? /\p{Script=Han}{8}/u : /(?:\b[a-z]+\b[ ,]+){8}/).test(sentence.folded) &&
      profile.work.some(({ span }) => isIn(sentence, span)),
  );
  if (language !== written || !described) return judgement("unknown", 0.6, statement("language_absent", { language }));
  const reason = statement("language_of_resume", { language });
  return judgement("partly", 0.5, reason, [evidence.quoteAround(described)], pointsOfShares(0.5));
}

/** Counted over the text that counts. */
function writtenIn(folded: string): "chinese" | "english" | null {
  const han = folded.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = folded.match(/[a-z]{2,}/g)?.length ?? 0;
  if (han > words) return "chinese";
  return words > han * 8 ? "english" : null;
}

function findMentions(pattern: RegExp, { folded, profile, counts }: Evidence): Mention[] {
  const names = [
    ...profile.education.flatMap(({ school }) => school?.spans ?? []),
    ...[...profile.work].flatMap(({ company, location, title }) =>
      [company, location, title].flatMap((one) => one?.spans ?? []),
    ),
  ];
  return [...folded.matchAll(pattern)].flatMap((match) => {
    const span = { start: match.index, end: match.index + match[0].length };
    if (!counts(span) || names.some((name) => isIn(span, name))) return [];
    const from = folded.lastIndexOf("\n", span.start) + 1;
    const line = folded.slice(from, (folded.indexOf("\n", span.end) + 1 || folded.length + 1) - 1);
    const section = profile.sections.find((one) => isIn(span, one.span))?.kind ?? "header";
    const isMajor = profile.education.some(({ major }) => major?.spans.some((place) => isIn(span, place)));
    const isListed = profile.languages.some(({ name }) =>
      name.spans.some((place) => place.start < span.end && span.start < place.end),
    );
    if (!ownSections.has(section) && !isListed && !use.test(line) && !isMajor) return [];
    return [{ ...span, level: isMajor ? 3 : levelAt(line, span.start - from, span.end - from) }];
  });
}

/** The level in the mention, behind it up to the next language, or before it; "fluent in English and French" is about both. */
function levelAt(line: string, start: number, end: number): number {
  const others = languages
    .flatMap(([, pattern]) =>
      [...line.matchAll(pattern)].map((match) => ({ from: match.index, to: match.index + match[0].length })),
    )
    .filter(({ from }) => from !== start)
    .toSorted((a, b) => a.from - b.from);
  const next = others.find(({ from }) => from >= end)?.from ?? line.length;
  const previous = others.findLast(({ to }) => to <= start);
  const own = levelOf(line.slice(start, end));
  // In "French, basic German" the level behind the comma is German's.
  const rest = next < line.length ? untilLastMark(line.slice(end, next)) : line.slice(end, next);
  const behind = levelOf(/^[^。；;|]*/.exec(rest)?.[0] ?? "");
  if (own > 0 || behind > 0) return Math.max(own, behind);
  const before = line.slice(previous?.to ?? 0, start);
  if (previous && /^\s*(?:(?:,|、|\/|and|&|和|及|与)+\s*)?$/.test(before))
    return levelAt(line, previous.from, previous.to);
  return levelOf(before);
}

function levelOf(text: string) {
  return levels.find(([, pattern]) => pattern.test(text))?.[0] ?? 0;
}

/** What stands before the last mark of a list, or before the first word for one where there is no mark. */
function untilLastMark(text: string): string {
  return /^(.*)[,，、;；/]/.exec(text)?.[1] ?? text.replace(/(?:\band\b|和|及).*/, "");
}
