import type { TextSpan } from "@/lib/resume/profile";
import type { Evidence } from "./evidence";
import { type Judgement, judgement, pointsOfShares, pointsOfShort, statement } from "./judgement";
import { uniqueQuotes } from "./quotes";
import { readYears, round } from "./read-numbers";
import { labelOf, readTerms, type TermGroup } from "./read-terms";
import { readLevel, statedLevel } from "./skill-level";
import { bestPlace, listed, placesOf, shownLabel, yearsAt } from "./terms";

/**
 * The parts of the requirement against their places in the resume. A skill the resume does not mention is unknown:
 * people leave things out. Points: the share of parts shown counts in full, parts not mentioned count half, parts the
 * resume denies count nothing. Asked-for years are counted from the dated entries that show the skill.
 */
export function judgeSkill(requirement: string, evidence: Evidence): Judgement {
  const groups = readTerms(requirement);
  if (groups.length === 0) return judgement("unknown", 0.3, statement("not_readable"));
  const found = groups.map((group) => ({ group, places: placesOf(group, evidence) }));
  const present = found.filter(({ places }) => places.length > 0);
  const absent = found.filter(({ places }) => places.length === 0).map(({ group }) => group);
  const denied = absent.filter((group) => deniedPlace(group, evidence) !== undefined);
  const points = pointsOfShares(present.length / groups.length, denied.length / groups.length);
  const missing = listed(absent.map(labelOf));

  if (present.length === 0 && denied.length > 0) {
    const quotes = quotesAt(
      denied.map((group) => deniedPlace(group, evidence)),
      evidence,
    );
    const reason = statement("skill_denied", { skills: listed(denied.map(labelOf)) });
    return judgement("not_met", 0.75, reason, quotes, points);
  }
  if (present.length === 0) return judgement("unknown", 0.6, statement("skill_absent", { skills: missing }));

  const quotes = quotesAt(
    present.map(({ places }) => bestPlace(places, evidence)),
    evidence,
  );
  const skills = listed(present.map(({ group }) => shownLabel(group, evidence)));
  if (missing !== "") return judgement("partly", 0.75, statement("skill_partly", { skills, missing }), quotes, points);

  const askedLevel = readLevel(requirement);
  const lower = present.filter(({ places }) => {
    const level = statedLevel(places, evidence);
    return level !== null && askedLevel !== null && askedLevel - level >= 2;
  });
  if (lower.length > 0) {
    const reason = statement("skill_level_lower", {
      skills: listed(lower.map(({ group }) => shownLabel(group, evidence))),
    });
    return judgement(
      "partly",
      0.6,
      reason,
      quotesAt(
        lower.map(({ places }) => places[0]),
        evidence,
      ),
    );
  }
  return judgeYears({
    requirement,
    skills,
    years: present.map(({ places }) => yearsAt(places, evidence)),
    quotes,
    isUsed: present.every(({ places }) => evidence.usesOf(places).length > 0),
  });
}

type Years = { requirement: string; skills: string; years: number[]; quotes: Judgement["quotes"]; isUsed: boolean };

/** The skill with the fewest years decides. Short years count by their share; dates say the least that is sure, so the range stays open. */
function judgeYears({ requirement, skills, years: each, quotes, isUsed }: Years): Judgement {
  const asked = readYears(requirement);
  if (asked === null) {
    const reason = statement(isUsed ? "skill_used" : "skill_listed", { skills });
    return judgement("met", isUsed ? 0.9 : 0.7, reason, quotes);
  }
  const years = Math.min(...each);
  const values = { skills, years: round(years), asked: round(asked) };
  if (years === 0)
    return judgement("partly", 0.5, statement("skill_years_unknown", values), quotes, pointsOfShares(0.3));
  if (years >= asked) return judgement("met", 0.8, statement("skill_years_met", values), quotes);
  return judgement("partly", 0.65, statement("skill_years_short", values), quotes, pointsOfShort(years / asked));
}

function deniedPlace(group: TermGroup, { deniedSkills }: Evidence) {
  return group.map(({ skill }) => deniedSkills.get(skill ?? "")).find((place) => place !== undefined);
}

function quotesAt(places: (TextSpan | undefined)[], evidence: Evidence) {
  return uniqueQuotes(places.flatMap((place) => (place ? [evidence.quoteAround(place)] : [])));
}
