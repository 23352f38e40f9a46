import type { Rating } from "@/lib/interview/schema";
import type { TextSpan } from "@/lib/resume/profile";
import { fold } from "@/lib/screening/engine/evidence";
import { statement } from "@/lib/screening/engine/judgement";
import { type Answer, fewQuotes, lettersOf } from "./answer";
import { expectedNames, placesOfName, requirementOf } from "./asked-about";
import { employerIn, employersOf } from "./employer-names";
import { remembered } from "./remember";
import { findSigns, type Signs } from "./signs";
import type { InterviewSubject } from "./subject";
import { fillersIn, sharesUnits, unitsOf } from "./words";

/** An answer measured: what the ratings are worked out from. */
export type Measures = {
  answer: Answer;
  signs: Signs;
  /** The different skills and expected terms it says something about, each at its first place. */
  terms: (TextSpan & { name: string })[];
  /** Those of them that the question, its skills or its requirement ask for. */
  matched: (TextSpan & { name: string })[];
  /** Employers and projects of the resume that it names. */
  places: TextSpan[];
  letters: number;
  isOnQuestion: boolean;
  isTechnical: boolean;
  isOverconfident: boolean;
  /** Says not to know or not to have done it, and nothing else of its own. */
  isAdmission: boolean;
};

export const measure = remembered((answer: Answer, subject: InterviewSubject): Measures => {
  const signs = findSigns(answer);
  const expected = expectedNames(answer.turn, subject);
  const asked = expected.flatMap((name) => placesOfName(name, answer));
  const matched = firstOfEach(asked);
  const terms = firstOfEach([...asked, ...answer.skills]);
  const kind = requirementOf(answer.turn, subject)?.kind;
  const substance = signs.own.length + signs.figures.length + signs.failure.length + signs.tradeOff.length;
  const absolutes = signs.absolute.length;
  return {
    ...{ answer, signs, terms, matched },
    places: namedPlaces(answer, subject),
    letters: lettersOf(answer.told),
    isOnQuestion: matched.length > 0 || sharesUnits(unitsOf(answer.told), unitsOf(answer.turn.question.text)),
    isTechnical: terms.length > 0 || answer.turn.question.skills.length > 0 || kind === "skill" || kind === "project",
    isOverconfident: absolutes === 1 ? substance === 0 : absolutes > 1 && substance < 2 * absolutes,
    isAdmission: signs.admission.length > 0 && signs.own.length + signs.figures.length + terms.length === 0,
  };
});

function firstOfEach(found: { canonical: string; start: number; end: number }[]): (TextSpan & { name: string })[] {
  const first = new Map<string, TextSpan & { name: string }>();
  for (const { canonical, start, end } of found)
    if (!first.has(canonical)) first.set(canonical, { name: canonical, start, end });
  return [...first.values()];
}

function namedPlaces({ told }: Answer, { resume: { profile } }: InterviewSubject): TextSpan[] {
  const employers = employersOf(profile).flatMap((employer) => employerIn(told, employer) ?? []);
  const projects = profile.projects.flatMap(({ name }) => {
    const start = name && name.value.length >= 4 ? told.indexOf(fold(name.value)) : -1;
    return name && start >= 0 ? [{ start, end: start + name.value.length }] : [];
  });
  return [...employers, ...projects];
}

/** The first of these limits that points reach gives 4, the next 3, the last 2. */
function ratedBy(points: number, [four, three, two]: readonly [number, number, number]): number {
  return points >= four ? 4 : points >= three ? 3 : points >= two ? 2 : 1;
}

const some = (signs: readonly unknown[], points: number) => (signs.length > 0 ? points : 0);
const upTo = (most: number, signs: readonly unknown[]) => Math.min(most, signs.length);

/** Under this many letters an answer has no order to speak of. */
const fewestForClarity = 24;
/** Under this many letters nothing is gone into. */
const fewestForDepth = 60;

/** The six ratings of an answer; `evaluateAnswer` says how they come about. */
export function rate(measures: Measures): Rating[] {
  return [depth, practice, specificity, clarity, honesty, communication].map((rating) => rating(measures));
}

type Earned = { value: number | null; reason: Rating["reason"]; spans: TextSpan[] };

function ratingOf(key: Rating["key"], { answer }: Measures, { value, reason, spans }: Earned): Rating {
  const quotes = fewQuotes(spans.map(answer.quoteAround));
  // A number that no words show is none.
  return { key, value: value !== null && value > 1 && quotes.length === 0 ? null : value, reason, quotes };
}

function depth(measures: Measures): Rating {
  const { signs, terms, matched, letters, isTechnical, isAdmission } = measures;
  const reason = statement("rated_depth", {
    count: terms.length,
    ...(terms.length > 0 && {
      skills: terms
        .map(({ name }) => name)
        .slice(0, 6)
        .join("、"),
    }),
    reasons: signs.reason.length + signs.tradeOff.length,
    failures: signs.failure.length,
  });
  const points =
    0.5 * upTo(3, terms) +
    some(matched, 0.5) +
    some(signs.reason, 0.5) +
    some(signs.tradeOff, 0.5) +
    some(signs.failure, 0.5);
  const value = Math.min(ratedBy(points, [2.5, 1.75, 0.75]), letters < fewestForDepth ? 2 : 4);
  const spans = [...signs.tradeOff, ...signs.failure, ...signs.reason, ...terms];
  if (!isTechnical || isAdmission)
    return ratingOf("technical_depth", measures, { value: null, reason: statement("rated_depth_unknown"), spans: [] });
  return ratingOf("technical_depth", measures, { value, reason, spans });
}

function practice(measures: Measures): Rating {
  const { signs, places, isAdmission } = measures;
  if (isAdmission) {
    const reason = statement("rated_practice_none");
    return ratingOf("practical_experience", measures, { value: 1, reason, spans: [...signs.admission] });
  }
  const points =
    0.6 * upTo(3, signs.own) +
    0.5 * upTo(2, signs.result) +
    some(signs.situation, 0.5) +
    some(places, 0.4) +
    some(signs.figures, 0.4) +
    (signs.own.length === 0 ? some(signs.we, 0.3) : 0);
  // What "we" did shows that it was done, not who did it; what one usually does shows neither.
  const most = signs.own.length > 0 ? 4 : signs.general.length > 1 ? 1 : 2;
  const reason = statement("rated_practice", {
    own: signs.own.length,
    team: signs.we.length,
    results: signs.result.length,
  });
  const value = Math.min(ratedBy(points, [2.8, 1.7, 0.7]), most);
  const spans = [...signs.own, ...signs.result, ...signs.situation, ...signs.we];
  return ratingOf("practical_experience", measures, { value, reason, spans });
}

function specificity(measures: Measures): Rating {
  const { signs, terms, places, isAdmission } = measures;
  if (isAdmission)
    return ratingOf("answer_specificity", measures, {
      ...{ value: null, reason: statement("rated_specificity_unknown"), spans: [] },
    });
  const points =
    0.6 * upTo(3, signs.figures) +
    0.35 * upTo(3, terms) +
    some(places, 0.4) +
    some(signs.situation, 0.3) +
    some(signs.own, 0.3) -
    0.3 * signs.general.length -
    0.15 * signs.hedge.length;
  const reason = statement("rated_specificity", {
    figures: signs.figures.length,
    count: terms.length,
    hedges: signs.hedge.length + signs.general.length,
  });
  const spans = [...signs.figures, ...terms, ...places, ...signs.situation, ...signs.own];
  return ratingOf("answer_specificity", measures, { value: ratedBy(points, [2.4, 1.5, 0.7]), reason, spans });
}

function clarity(measures: Measures): Rating {
  const { signs, letters, isAdmission } = measures;
  if (isAdmission || letters < fewestForClarity)
    return ratingOf("logical_clarity", measures, {
      ...{ value: null, reason: statement("rated_clarity_unknown"), spans: [] },
    });
  const told = [signs.situation, signs.task, signs.own.length > 0 ? signs.own : signs.we, signs.result];
  const parts = told.filter((part) => part.length > 0);
  const points = 0.5 * parts.length + 0.35 * Math.min(4, signs.connectives);
  const reason = statement("rated_clarity", { parts: parts.length, links: signs.connectives });
  const spans = parts.flatMap((part) => part[0] ?? []);
  return ratingOf("logical_clarity", measures, { value: ratedBy(points, [2.6, 1.7, 0.9]), reason, spans });
}

function honesty(measures: Measures): Rating {
  const { signs, isOverconfident } = measures;
  if (isOverconfident) {
    const reason = statement("rated_honesty_absolutes", { absolutes: signs.absolute.length });
    return ratingOf("honesty", measures, { value: 1, reason, spans: [...signs.absolute] });
  }
  const isApart = signs.own.length > 0 && signs.we.length > 0;
  const spans = [...signs.admission, ...signs.failure, ...signs.learning, ...(isApart ? signs.own : [])];
  if (spans.length === 0)
    return ratingOf("honesty", measures, { value: null, reason: statement("rated_honesty_unknown"), spans });
  const points = some(signs.admission, 1) + some(signs.failure, 0.5) + some(signs.learning, 0.5) + (isApart ? 0.5 : 0);
  const reason = statement("rated_honesty", {
    admissions: signs.admission.length,
    failures: signs.failure.length,
    own: signs.own.length,
    team: signs.we.length,
  });
  return ratingOf("honesty", measures, { value: Math.min(4, Math.round(2 + points)), reason, spans });
}

function communication(measures: Measures): Rating {
  const { answer, signs, letters, isOnQuestion, isAdmission } = measures;
  if (isAdmission)
    return ratingOf("communication", measures, {
      ...{ value: null, reason: statement("rated_communication_unknown"), spans: [] },
    });
  const fillers = fillersIn(answer.text);
  const perClause = fillers / Math.max(1, answer.clauses.length);
  const points =
    (isOnQuestion ? 0.8 : 0) +
    (letters < 40 || letters > 4000 ? 0 : letters < 100 ? 0.5 : 1) +
    0.3 * Math.min(2, signs.connectives) +
    (perClause < 0.15 ? 0.6 : perClause < 0.4 ? 0.3 : 0) +
    (signs.hedge.length < 2 ? 0.4 : 0) +
    some([...signs.result, ...signs.figures], 0.4);
  const reason = statement(isOnQuestion ? "rated_communication" : "rated_communication_aside", {
    links: signs.connectives,
    fillers,
    hedges: signs.hedge.length,
  });
  const spans = answer.clauses.slice(0, 1);
  return ratingOf("communication", measures, { value: ratedBy(points, [3.2, 2.3, 1.3]), reason, spans });
}
