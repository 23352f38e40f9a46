import { type Evidence, uniqueQuotes } from "./evidence";
import { type Judgement, judgement } from "./judgement";
import { readNumber } from "./read-requirement";

const leading =
  /带领|领导|管理.{0,8}(?:团队|人|组)|团队管理|负责人|主管|经理|总监|组长|带教|指导|牵头|主导|\b(?:led|lead|leading|managed|managing|supervis\w+|mentor\w+|headed|directed|team lead\w*|head of|director|manager)\b/i;
const teamSize =
  /(?:带领|领导|管理|负责|带)[^。；;\n]{0,14}?(\d+|[一二两三四五六七八九十]{1,3})\s*(?:多)?(?:人|名|位)|(\d+|[一二两三四五六七八九十]{1,3})\s*人(?:的)?(?:团队|小组|以上)|team of (?:over |about |up to )?(\d+)|(?:led|managed|supervised|mentored|headed|managing|leading)[^.\n]{0,40}?\b(\d+)\b[^.\n]{0,20}?(?:people|engineers|developers|members|staff|reports|employees|team)/i;

/** Leading people: the largest team the resume names, or that it names none. */
export function judgeLeadership(requirement: string, evidence: Evidence): Judgement {
  const mentions = leadershipMentions(evidence);
  if (mentions.length === 0) return judgement("unknown", 0.6, "leadership_absent");
  const asked = sizeIn(requirement) ?? askedPeople(requirement);
  const sizes = mentions.flatMap((sentence) => sizeIn(evidence.text.slice(sentence.start, sentence.end)) ?? []);
  const largest = Math.max(0, ...sizes);
  const sorted = mentions.toSorted(
    (a, b) => Number(teamSize.test(b.folded)) - Number(teamSize.test(a.folded)) || a.start - b.start,
  );
  const quotes = uniqueQuotes(sorted.map((sentence) => evidence.quoteAround(sentence)));
  if (asked === null) return judgement("met", 0.7, "leadership_found", {}, quotes);
  if (largest === 0) return judgement("partly", 0.5, "leadership_size_unknown", { asked }, quotes);
  if (largest >= asked) return judgement("met", 0.8, "leadership_size_met", { size: largest, asked }, quotes);
  return judgement(
    largest * 2 >= asked ? "partly" : "not_met",
    0.65,
    "leadership_size_short",
    { size: largest, asked },
    quotes,
  );
}

export function leadershipMentions({ sentences, profile }: Evidence) {
  const entries = [
    ...profile.work,
    ...profile.projects,
    ...profile.sections.filter(({ kind }) => kind === "summary" || kind === "campus"),
  ];
  return sentences.filter(
    ({ start, folded }) => leading.test(folded) && entries.some(({ span }) => start >= span.start && start < span.end),
  );
}

function sizeIn(text: string): number | null {
  const match = teamSize.exec(text);
  const digits = match?.slice(1).find(Boolean);
  return digits ? readNumber(digits) : null;
}

function askedPeople(requirement: string): number | null {
  const match = /(\d+|[一二两三四五六七八九十]{1,3})\s*(?:人|名|people|members|engineers|reports)/i.exec(requirement);
  return match?.[1] ? readNumber(match[1]) : null;
}
