import { findContradictions } from "@/lib/interview/engine/find-contradictions";
import { round } from "@/lib/screening/engine/read-numbers";
import type { Statement } from "@/lib/screening/schema";
import type { Agreement, Conflict, Consistency } from "@/lib/video/analysis-schema";
import type { ClaimKind } from "@/lib/video/kinds";
import { compareFigures } from "./compare-figures";
import { type Agreed, findAgreements } from "./find-agreements";
import type { Conversation } from "./read-exchanges";
import type { VideoSubject } from "./subject";
import { findOwnConflicts } from "./told-claims";
import { toVideoQuote } from "./utterances";

/** Fewer checked claims say nothing about anybody. */
export const fewestClaims = 5;

/** Where and when somebody was matters most, then how much, then what was used. */
export const claimWeights: Record<ClaimKind, number> = {
  ...{ employer: 3, joined: 3, left: 3, title: 3, degree: 3, school: 3, graduation: 3 },
  ...{ tenure: 2, total_years: 2, team_size: 2, figure: 2, skill_years: 2, skill: 1 },
};

const kindOfCode: Record<string, ClaimKind> = {
  ...{ contradicts_total_years: "total_years", contradicts_skill_years: "skill_years" },
  ...{ contradicts_skill_lifetime: "skill_years", contradicts_tenure: "tenure", contradicts_joined: "joined" },
  ...{ contradicts_left: "left", contradicts_graduation: "graduation", contradicts_employer: "employer" },
  ...{ contradicts_degree: "degree", contradicts_school: "school", contradicts_team_size: "team_size" },
  ...{ contradicts_title: "title", contradicts_never_used: "skill", contradicts_denied_skill: "skill" },
};

/**
 * What the candidate said, held against the resume and against what else was said. The score is the weight of what
 * conflicts by the weight of what could be checked, each claim once however often it was said; a claim that the resume
 * neither bears out nor contradicts is not counted. Null below five.
 */
export function checkConsistency(
  { turns: told, utterances, transcript }: Conversation,
  subject: VideoSubject,
): Consistency {
  const turns = told.map(({ turn }) => turn);
  const quote = (said: Parameters<typeof toVideoQuote>[0]) => toVideoQuote(said, utterances, transcript);
  const against = subject.hasResume ? findContradictions(turns, subject) : [];
  const conflicts: Conflict[] = against.map(({ reason, answer, resume }) => ({
    ...{ kind: kindOfCode[reason.code] ?? "figure", reason, said: quote(answer) },
    against: { where: "resume", quote: resume },
  }));
  const figures = subject.hasResume ? compareFigures(turns, subject) : { agreed: [], differing: [] };
  for (const { reason, said, resume } of figures.differing) {
    const told = quote(said);
    // The same number said twice is one claim; a clause that conflicts in its years does so once.
    if (conflicts.some((one) => one.said.text === told.text || sameValues(one.reason, reason))) continue;
    conflicts.push({ kind: "figure", reason, said: told, against: { where: "resume", quote: resume } });
  }
  for (const { kind, reason, said, before } of findOwnConflicts(turns)) {
    // A claim that the resume contradicts already is one conflict, not two.
    if (conflicts.some((one) => one.kind === kind && [said.text, before.text].includes(one.said.text))) continue;
    conflicts.push({ kind, reason, said: quote(said), against: { where: "recording", quote: quote(before) } });
  }
  const agreements = subject.hasResume
    ? agreementsOf([...findAgreements(turns, subject), ...figures.agreed], conflicts, quote)
    : [];
  const weigh = (claims: readonly { kind: ClaimKind }[]) =>
    claims.reduce((sum, { kind }) => sum + claimWeights[kind], 0);
  const checked = conflicts.length + agreements.length;
  const wrong = weigh(conflicts);
  return {
    score: checked < fewestClaims ? null : round(wrong / (wrong + weigh(agreements)), 2),
    ...{ checked, needed: fewestClaims, hasResume: subject.hasResume, conflicts, agreements },
  };
}

function agreementsOf(
  agreed: readonly Agreed[],
  conflicts: readonly Conflict[],
  quote: (said: Parameters<typeof toVideoQuote>[0]) => Agreement["said"],
): Agreement[] {
  const seen = new Set<string>();
  return agreed.flatMap(({ kind, subject: about, said, resume }) => {
    const key = `${kind} ${about}`;
    if (seen.has(key)) return [];
    const told = quote(said);
    // The same words cannot both agree and conflict.
    if (conflicts.some((one) => one.kind === kind && isSame(one, told, about))) return [];
    seen.add(key);
    return [{ kind, subject: about, said: told, resume }];
  });
}

function isSame({ said, reason }: Conflict, told: Agreement["said"], about: string): boolean {
  return said.text === told.text || (about !== "" && valuesOf(reason).some((value) => value.includes(about)));
}

function sameValues(one: Statement, other: Statement): boolean {
  return one.code === other.code && JSON.stringify(one.values) === JSON.stringify(other.values);
}

function valuesOf({ values }: Statement): string[] {
  return Object.values(values).map((value) => String(value).toLowerCase());
}
