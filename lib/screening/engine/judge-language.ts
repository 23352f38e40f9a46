import { type Evidence, quotesOf, uniqueQuotes } from "./evidence";
import { type Judgement, judgement } from "./judgement";

const languages: [string, RegExp][] = [
  ["英语", /英语|英文|english|cet|雅思|托福|ielts|toefl|大学英语|专[四八]|tem-?\d/i],
  ["日语", /日语|日文|japanese|jlpt|\bn[1-5]\b/i],
  ["韩语", /韩语|korean|topik/i],
  ["法语", /法语|french|delf/i],
  ["德语", /德语|german|testdaf/i],
  ["西班牙语", /西班牙语|spanish|dele/i],
  ["俄语", /俄语|russian/i],
  ["普通话", /普通话|中文|汉语|国语|mandarin|chinese/i],
  ["粤语", /粤语|cantonese/i],
];

/** How well, 1 to 4: basic, everyday, working, fluent. Examinations by the level their boards describe. */
const levels: [number, RegExp][] = [
  [
    4,
    /母语|精通|流利|native|fluent|bilingual|专八|tem-?8|雅思\s*[7-9]|ielts\s*[:：]?\s*[7-9]|托福\s*1[01]\d|toefl\s*[:：]?\s*1[01]\d|\bn1\b|工作语言/i,
  ],
  [
    3,
    /熟练|良好|六级|cet-?6|专四|tem-?4|professional|proficient|advanced|working|business|商务|雅思\s*6|ielts\s*[:：]?\s*6|托福\s*[89]\d|toefl\s*[:：]?\s*[89]\d|\bn2\b/i,
  ],
  [2, /四级|cet-?4|一般|日常|intermediate|conversational|读写|\bn3\b/i],
  [1, /基础|入门|basic|beginner|elementary|\bn[45]\b/i],
];

export function judgeLanguage(requirement: string, evidence: Evidence): Judgement {
  const [language, pattern] = languages.find(([, candidate]) => candidate.test(requirement)) ?? [];
  if (!language || !pattern) return judgement("unknown", 0.3, "not_readable");
  const { profile, text, sentences } = evidence;
  const listedLanguage = profile.languages.filter(
    ({ name, level }) => pattern.test(name.value) || (level && pattern.test(level.value)),
  );
  const mentions = sentences.filter(({ folded }) => pattern.test(folded)).slice(0, 4);
  const quotes = uniqueQuotes([
    ...quotesOf(
      text,
      listedLanguage.flatMap(({ name, level }) => [name, level]),
    ),
    ...mentions.map((sentence) => evidence.quoteAround(sentence)),
  ]);
  if (quotes.length === 0) return judgement("unknown", 0.6, "language_absent", { language });

  const asked = levelOf(requirement);
  const shown = Math.max(
    0,
    ...quotes.map((quote) => levelOf(quote.text)),
    ...listedLanguage.map(({ level }) => levelOf(level?.value ?? "")),
  );
  if (asked === 0 || shown >= asked)
    return judgement("met", shown > 0 ? 0.85 : 0.65, "language_met", { language }, quotes);
  if (shown === 0) return judgement("partly", 0.5, "language_level_unknown", { language }, quotes);
  return judgement(asked - shown > 1 ? "not_met" : "partly", 0.65, "language_lower", { language }, quotes);
}

function levelOf(text: string) {
  return levels.find(([, pattern]) => pattern.test(text))?.[0] ?? 0;
}
