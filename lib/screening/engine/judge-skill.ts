import type { TextSpan } from "@/lib/resume/profile";
import type { Entry, Evidence } from "./evidence";
import { type Judgement, judgement, pointsOfShares, pointsOfShort, statement } from "./judgement";
import { uniqueQuotes } from "./quotes";
import { readYears, round } from "./read-numbers";
import { labelOf, readTerms, type TermGroup } from "./read-terms";
import { judgeRecency, lastUseIn, lastUseValues, recencyOf } from "./recency";
import { readLevel, statedLevel } from "./skill-level";
import { bestPlace, listed, placesOf, shownLabel, shownPlacesOf, yearsIn } from "./terms";

/**
 * The parts of the requirement against their places in the resume. A skill the resume does not mention is unknown:
 * people leave things out. Points: the share of parts shown counts in full, parts not mentioned count half, parts the
 * resume denies count nothing. Asked-for years and the last use are counted from the dated entries that show the skill
 * by any of its names or one that implies it; years and recency together count the years within the window.
 */
export function judgeSkill(requirement: string, evidence: Evidence): Judgement {
  const { window, rest } = recencyOf(requirement);
  const groups = readTerms(rest);
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

  const askedLevel = readLevel(rest);
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
  const uses = present.map(({ group }) => ({
    label: shownLabel(group, evidence),
    entries: evidence.usesOf(shownPlacesOf(group, evidence)),
  }));
  return judgeYears({ asked: readYears(rest), window, skills, uses, quotes, asOf: evidence.profile.asOf });
}

type Years = {
  asked: number | null;
  window: number | null;
  skills: string;
  uses: { label: string; entries: Entry[] }[];
  quotes: Judgement["quotes"];
  asOf: string;
};

/** The skill with the fewest years decides. Short years count by their share; dates say the least that is sure, so the range stays open. */
function judgeYears({ asked, window, skills, uses, quotes, asOf }: Years): Judgement {
  const used = uses.map(({ label, entries }) => ({ label, last: lastUseIn(entries, asOf) }));
  const last = lastUseValues(used);
  const notRecent = window === null ? null : judgeRecency({ window, skills }, used, quotes);
  if (notRecent) return notRecent;
  if (asked === null && window !== null) {
    const reason = statement("recent_met", { skills, window: round(window), ...last });
    return judgement("met", 0.85, reason, quotes);
  }
  if (asked === null) {
    const isUsed = uses.every(({ entries }) => entries.length > 0);
    const reason = isUsed ? statement("skill_used", { skills, ...last }) : statement("skill_listed", { skills });
    return judgement("met", isUsed ? 0.9 : 0.7, reason, quotes);
  }
  const years = Math.min(...uses.map(({ entries }) => yearsIn(entries, asOf, window)));
  const values = { skills, years: round(years), asked: round(asked), ...last };
  if (years === 0) {
    const reason = statement("skill_years_unknown", { skills, asked: round(asked) });
    return judgement("partly", 0.5, reason, quotes, pointsOfShares(0.3));
  }
  if (years >= asked) return judgement("met", 0.8, statement("skill_years_met", values), quotes);
  return judgement("partly", 0.65, statement("skill_years_short", values), quotes, pointsOfShort(years / asked));
}

function deniedPlace(group: TermGroup, { deniedSkills }: Evidence) {
  return group.map(({ skill }) => deniedSkills.get(skill ?? "")).find((place) => place !== undefined);
}

function quotesAt(places: (TextSpan | undefined)[], evidence: Evidence) {
  return uniqueQuotes(places.flatMap((place) => (place ? [evidence.quoteAround(place)] : [])));
}
