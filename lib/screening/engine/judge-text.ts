import { type Evidence, fold, type Sentence, uniqueQuotes } from "./evidence";
import { listed } from "./judge-skill";
import { type Judgement, judgement } from "./judgement";
import { contentWords, readTerms } from "./read-requirement";

const enoughForMet = 0.7;
const enoughForPartly = 0.4;

/**
 * Projects and free requirements: the sentence of the resume that has most of the requirement's own words,
 * Chinese by pairs of characters. Half the words in one sentence is worth showing, not worth full marks.
 */
export function judgeText(requirement: string, evidence: Evidence): Judgement {
  const units = unitsOf(requirement);
  if (units.length === 0) return judgement("unknown", 0.3, "not_readable");
  const ranked = evidence.sentences
    .map((sentence) => ({ sentence, share: shareIn(sentence, units) }))
    .filter(({ share }) => share >= enoughForPartly)
    .toSorted((a, b) => b.share - a.share || a.sentence.start - b.sentence.start);
  const best = ranked[0];
  if (!best) return judgement("unknown", 0.5, "text_absent");
  const quotes = uniqueQuotes(ranked.slice(0, 3).map(({ sentence }) => evidence.quoteAround(sentence)));
  const share = Math.round(best.share * 100);
  return best.share >= enoughForMet
    ? judgement("met", 0.65, "text_found", { share }, quotes)
    : judgement("partly", 0.5, "text_partly", { share }, quotes);
}

/** Certificates by name, in the certificates section or anywhere. */
export function judgeCertificate(requirement: string, evidence: Evidence): Judgement {
  const groups = readTerms(requirement);
  const terms = [
    ...groups.flatMap(({ words }) => words),
    ...contentWords(requirement),
    ...groups.map(({ label }) => label),
  ];
  const wanted = [
    ...new Set(
      terms.flatMap((term) => [term, ...(sameCertificate.find((names) => names.includes(term.toLowerCase())) ?? [])]),
    ),
  ];
  const places = wanted.flatMap((term) => evidence.findTerm(term));
  const name = listed(contentWords(requirement)) || requirement;
  if (wanted.length === 0) return judgement("unknown", 0.3, "not_readable");
  if (places.length === 0) return judgement("unknown", 0.6, "certificate_absent", { name });
  const inSection = evidence.profile.certificates.some(({ spans }) =>
    spans.some((span) => places.some(({ start }) => start >= span.start && start < span.end)),
  );
  const quotes = uniqueQuotes(places.map((place) => evidence.quoteAround(place)));
  return judgement("met", inSection ? 0.9 : 0.7, "certificate_found", { name }, quotes);
}

/** Names of one certificate, in lower case. */
const sameCertificate: string[][] = [
  ["cpa", "注册会计师", "certified public accountant"],
  ["cfa", "特许金融分析师", "chartered financial analyst"],
  ["pmp", "项目管理专业人士", "project management professional"],
  ["acca", "特许公认会计师"],
  ["法律职业资格", "司法考试", "法考"],
  ["教师资格证", "教师资格"],
  ["中级会计", "中级会计师", "中级会计职称"],
  ["初级会计", "初级会计师", "初级会计职称"],
];

function unitsOf(requirement: string): string[] {
  const units = contentWords(requirement).flatMap((word) => {
    const folded = fold(word);
    if (!/\p{Script=Han}/u.test(folded)) return [folded];
    return Array.from({ length: Math.max(1, folded.length - 1) }, (_, index) => folded.slice(index, index + 2));
  });
  return [...new Set(units)];
}

function shareIn({ folded }: Sentence, units: string[]) {
  return units.filter((unit) => folded.includes(unit)).length / units.length;
}
