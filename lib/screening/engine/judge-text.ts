import skillData from "@/data/skills.json" with { type: "json" };
import type { TextSpan } from "@/lib/resume/profile";
import type { Evidence } from "./evidence";
import { type Judgement, judgement, pointsOfShares, statement } from "./judgement";
import { uniqueQuotes } from "./quotes";
import { labelOf, readTerms, type TermGroup } from "./read-terms";
import { together } from "./teamwork";
import { bestPlace, enoughOfPhrase, listed, placesOf, rankSentences } from "./terms";

/** From this share of a phrase's words on, a sentence is worth showing to a person. */
const enoughToShow = 0.4;

/** Traits that everyone claims: only a job or project shows them. */
const softSkills = new Set(skillData.skills.soft.map((names) => names.split("|")[0]));

const isTeamwork = new Set(["Teamwork", "Collaboration"]);
const communicates =
  /沟通|协调|汇报|对接|communicat(?:e|ed|ing) (?:clearly|effectively|with (?:\w+ )?(?:clients|customers|teams?|stakeholders|users|managers|vendors))|\bpresented\b|\bliais|stakeholder/i;

/** What is nobody's business in screening; the engine does not look for it even when it is asked to. */
const personal =
  /性别|年龄|周岁|岁以|男性|女性|限[男女]|婚|育龄|生育|户籍|户口|籍贯|民族|政治面貌|身高|体重|相貌|形象|照片|宗教|国籍|\b(?:age|aged|gender|male|female|married|marital|religio\w+|nationality|ethnic\w*|photo|appearance)\b/i;

/**
 * Free requirements and projects that only name a subject, part by part: a dictionary skill by its places, other words by the sentence that has
 * most of them (Chinese by pairs of characters). From 70% of its words a part is shown, from 40% it is worth a look and
 * counts half. Points: shares as for skills.
 */
export function judgeText(requirement: string, evidence: Evidence): Judgement {
  if (personal.test(requirement)) return judgement("unknown", 0.9, statement("personal_attribute"));
  const groups = readTerms(requirement, { hasClauses: true });
  if (groups.length === 0) return judgement("unknown", 0.3, statement("not_readable"));
  const found = groups.map((group) => ({ label: labelOf(group), ...lookFor(group, evidence) }));
  const shown = found.reduce((sum, { share }) => sum + share, 0) / groups.length;
  if (shown === 0) return judgement("unknown", 0.5, statement("text_absent"));

  const seen = found.filter(({ share }) => share > 0);
  const quotes = uniqueQuotes(seen.flatMap(({ place }) => (place ? [evidence.quoteAround(place)] : [])));
  const points = pointsOfShares(shown);
  if (shown === 1)
    return judgement("met", 0.65, statement("text_found", { parts: listed(seen.map(({ label }) => label)) }), quotes);
  const full = found.filter(({ share }) => share === 1).map(({ label }) => label);
  const rest = found.filter(({ share }) => share < 1).map(({ label }) => label);
  const reason =
    full.length === 0
      ? statement("text_near", { parts: listed(seen.map(({ label }) => label)) })
      : statement("text_partly", { parts: listed(full), missing: listed(rest) });
  return judgement("partly", 0.5, reason, quotes, points);
}

function lookFor(group: TermGroup, evidence: Evidence): { share: number; place?: TextSpan } {
  const acted = group.flatMap(({ skill }) => actedOut(skill, evidence))[0];
  if (acted) return { share: 1, place: acted };
  const places = placesOf(group, evidence);
  const place = bestPlace(places, evidence);
  if (place) {
    const isSoft = group.every(({ skill }) => skill !== null && softSkills.has(skill));
    return { share: isSoft && evidence.usesOf(places).length === 0 ? 0.5 : 1, place };
  }
  const nearest = group
    .filter(({ skill }) => !skill)
    .flatMap(({ label }) => rankSentences(label, evidence).slice(0, 1))
    .toSorted((a, b) => b.share - a.share)[0];
  if (!nearest || nearest.share < enoughToShow) return { share: 0 };
  return { share: nearest.share >= enoughOfPhrase ? 1 : 0.5, place: nearest.sentence };
}

/** Sentences of jobs and projects that show working with others, which is seldom called by its name there. */
function actedOut(skill: string | null, evidence: Evidence): TextSpan[] {
  const pattern = skill === "Communication" ? communicates : skill && isTeamwork.has(skill) ? together : null;
  if (!pattern) return [];
  const said = evidence.sentences.filter(({ folded }) => pattern.test(folded));
  return said.filter((sentence) => evidence.usesOf([sentence]).length > 0);
}
