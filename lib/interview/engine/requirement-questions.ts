import { findConcerns } from "@/lib/position/concerns";
import type { Requirement } from "@/lib/position/requirement";
import { isIn } from "@/lib/screening/engine/evidence";
import { labelOf, readTerms } from "@/lib/screening/engine/read-terms";
import type { Quote, RequirementVerdict } from "@/lib/screening/schema";
import { draftFromBank, pickFromBank } from "./pick-from-bank";
import { type Draft, excerpt, isSayable, newestFirst, type PlanContext, usualMinutes } from "./plan-context";
import type { BankQuestion } from "./question-bank";
import { readCompetency } from "./read-competency";
import { type RequirementTextKey, requirementTexts } from "./requirement-texts";
import { sayFilled } from "./say-filled";

type State = RequirementVerdict["verdict"] | "unscreened";

const longestRequirement = 80;
/** Of a requirement that names many skills, so many stand in one question. */
const mostLabels = 3;
const mostFromBank = 4;

/** The questions to one requirement, the first the one to ask if only one is. */
export type RequirementQuestions = { requirement: Requirement; drafts: Draft[] };

/**
 * Questions to the position's requirements: gates and musts before wishes, what the screening left open before what it
 * found, then by weight. What may not decide about anybody is not asked.
 */
export function requirementQuestions(context: PlanContext): RequirementQuestions[] {
  const { requirements } = context.subject.position;
  return requirements
    .map((requirement, index) => ({ requirement, index, state: stateOf(requirement, context) }))
    .filter(({ requirement }) => findConcerns(requirement)[0]?.level !== "refused")
    .toSorted(
      (a, b) =>
        Number(a.requirement.necessity === "nice") - Number(b.requirement.necessity === "nice") ||
        urgency[a.state] - urgency[b.state] ||
        b.requirement.weight - a.requirement.weight ||
        a.index - b.index,
    )
    .map(({ requirement, state }) => ({ requirement, drafts: draftsFor(requirement, state, context) }));
}

const urgency: Record<State, number> = { unknown: 0, partly: 0, unscreened: 0, not_met: 1, met: 2 };

function verdictOf({ key }: Requirement, { subject }: PlanContext) {
  return subject.verdicts?.find(({ requirementKey }) => requirementKey === key);
}

function stateOf(requirement: Requirement, context: PlanContext): State {
  return verdictOf(requirement, context)?.verdict ?? "unscreened";
}

function draftsFor(requirement: Requirement, state: State, context: PlanContext): Draft[] {
  const competency = requirement.kind === "other" || requirement.kind === "skill" ? softCompetency(requirement) : null;
  const isOpen = state !== "met" && state !== "unscreened";
  const ask = (key: RequirementTextKey, more: Partial<Draft> = {}, values: Record<string, string> = {}) =>
    askText({ key, requirement, state, values, more, context });
  if (competency)
    return fromBank(requirement, state, context, (one) => one.competency === competency && isPlain(one, context)).slice(
      0,
      2,
    );
  switch (requirement.kind) {
    case "skill":
      return [...askSkill(requirement, state, context), ...moreOnSkill(requirement, state, context)];
    case "experience":
      return [
        ...ask(isOpen || state === "unscreened" ? "experience_open" : "experience_met"),
        ...moreOnWork(requirement, state, context),
      ];
    case "project":
      return [
        ...ask(isOpen || state === "unscreened" ? "project_open" : "project_met"),
        ...moreOnWork(requirement, state, context),
      ];
    case "leadership":
      return [
        ...ask(state === "met" ? "leadership_met" : "leadership_open"),
        ...fromBank(requirement, state, context, (one) => one.competency === "leadership" && isPlain(one, context)),
      ];
    case "language":
      return ask("language", { minutes: 3 });
    case "certificate":
      return state === "met" ? [] : ask("certificate", fact);
    case "education":
      return isOpen && requirement.necessity !== "nice"
        ? ask(state === "not_met" ? "education_other" : "education", fact)
        : [];
    case "location":
      return state === "met" ? [] : ask("location", fact);
    case "salary":
      return state === "met" ? [] : ask("salary", fact);
    default:
      return [...ask("other_open"), ...fromBank(requirement, state, context, asksRequirement)];
  }
}

/** Settled in a sentence. */
const fact = { minutes: 1, reason: { code: "requirement_fact", values: {} } };

function softCompetency({ kind, text, necessity }: Requirement) {
  const isSoft = findConcerns({ kind, text, necessity }).some(({ level }) => level === "interview");
  return isSoft ? (readCompetency(text) ?? "ownership") : null;
}

type AskText = {
  key: RequirementTextKey;
  requirement: Requirement;
  state: State;
  values: Record<string, string>;
  more: Partial<Draft>;
  context: PlanContext;
};

function askText({ key, requirement, state, values, more, context }: AskText): Draft[] {
  const { language } = context.subject;
  const at = language === "zh" ? 0 : 1;
  const { question, listenFor, followUps, difficulty } = requirementTexts[key];
  const named = nameOf(requirement);
  const text = sayFilled(question, { requirement: named, ...values }, language);
  const reason = more.reason ?? { code: `requirement_${state}`, values: {} };
  return [
    {
      text,
      listenFor: [...listenFor[at]],
      followUps: [...followUps[at]],
      difficulty,
      skills: skillsOf(requirement, context),
      requirementKey: requirement.key,
      quote: quoteFor(requirement, context),
      source: "requirement",
      bankId: null,
      minutes: usualMinutes,
      isFilled: true,
      ...more,
      reason: { ...reason, values: { ...reason.values, requirement: named } },
    },
  ];
}

/** What of the skill is open, or where it was used. */
function askSkill(requirement: Requirement, state: State, context: PlanContext): Draft[] {
  const labels = labelsOf(requirement);
  const missing = verdictOf(requirement, context)?.reason.values.missing;
  const open = state === "partly" && typeof missing === "string" && missing !== "" ? missing.split("、") : labels;
  const skills = joined(open, context);
  if (skills === "") return askText({ key: "other_open", requirement, state, values: {}, more: {}, context });
  const used = state === "partly" && open !== labels ? null : usedAt(requirement, context);
  const isListed =
    open === labels && skillsOf(requirement, context).some((skill) => context.evidence?.skillPlaces.has(skill));
  const isShown = used !== null || state === "met" || isListed;
  const key = used?.company ? "skill_used" : isShown ? "skill_shown" : "skill_open";
  // Without a resume, "which your resume does not show" would be untrue.
  const sure = key === "skill_open" && state === "unscreened" && !context.evidence ? "skill_shown" : key;
  const values = { skills: used?.skill ?? skills, ...(used?.company ? { company: used.company } : {}) };
  const more = used?.quote ? { quote: used.quote } : {};
  return askText({ key: sure, requirement, state, values, more, context });
}

/** The newest job in which a skill of the requirement was used, with where the resume says so. */
function usedAt({ key }: Requirement, { evidence, skillsAsked }: PlanContext) {
  if (!evidence) return null;
  const uses = (skillsAsked.get(key) ?? []).flatMap((skill) => {
    const places = evidence.skillPlaces.get(skill) ?? [];
    const entry = newestFirst(evidence.usesOf(places), evidence.profile.asOf)[0];
    const place = entry && places.find((one) => isIn(one, entry.span));
    return entry && place ? [{ skill, place, company: entry.company?.value }] : [];
  });
  const found = uses.find(({ company }) => company) ?? uses[0];
  if (!found) return null;
  const company = found.company && isSayable(found.company) ? excerpt(found.company) : null;
  return { skill: found.skill, company, quote: evidence.quoteAround(found.place) };
}

/** Of somebody who may never have used the skill nothing is asked as if they had. */
function moreOnSkill(requirement: Requirement, state: State, context: PlanContext): Draft[] {
  const skills = skillsOf(requirement, context);
  const isKnown = state === "met" || skills.some((skill) => context.evidence?.skillPlaces.has(skill));
  const suits = (one: BankQuestion) =>
    one.skills.some((skill) => skills.includes(skill)) &&
    isPlain(one, context) &&
    (isKnown || one.kind === "technical");
  const asksSkill = (one: BankQuestion) => isKnown && one.slots.join() === "skill";
  return [...fromBank(requirement, state, context, suits), ...fromBank(requirement, state, context, asksSkill)];
}

function moreOnWork(requirement: Requirement, state: State, context: PlanContext): Draft[] {
  const suits = (one: BankQuestion) =>
    isPlain(one, context) && !one.functions.includes("any") && (one.kind === "technical" || one.kind === "experience");
  return fromBank(requirement, state, context, suits);
}

function fromBank(
  requirement: Requirement,
  state: State,
  context: PlanContext,
  fits: (question: BankQuestion) => boolean,
): Draft[] {
  const [skill] = labelsOf(requirement);
  const values = { requirement: nameOf(requirement), ...(skill ? { skill } : {}) };
  const reason = { code: `requirement_${state}`, values: { requirement: nameOf(requirement) } };
  const skills = skillsOf(requirement, context);
  return pickFromBank(context, fits)
    .slice(0, mostFromBank)
    .flatMap((question) => {
      const draft = draftFromBank(context, { question, values, requirementKey: requirement.key, skills, reason });
      return draft ? [{ ...draft, quote: draft.quote ?? quoteFor(requirement, context) }] : [];
    });
}

function isOwn({ functions }: BankQuestion, context: PlanContext): boolean {
  return functions.some((one) => one === "any" || context.functions.includes(one));
}

function isPlain(question: BankQuestion, context: PlanContext): boolean {
  return isOwn(question, context) && question.slots.length === 0;
}

function asksRequirement({ slots }: BankQuestion): boolean {
  return slots.join() === "requirement";
}

/** What the screening rested on, as far as it may be shown. */
function quoteFor(requirement: Requirement, context: PlanContext): Quote | null {
  const [quote] = verdictOf(requirement, context)?.quotes ?? [];
  const { text } = context.subject.resume;
  return quote && text.slice(quote.start, quote.end) === quote.text ? quote : null;
}

/** Words such as "Fluent English" name no skill to show. */
function skillsOf({ key, kind }: Requirement, { skillsAsked }: PlanContext): string[] {
  const isSkilled = kind === "skill" || kind === "experience" || kind === "project";
  return isSkilled ? (skillsAsked.get(key) ?? []).slice(0, 20) : [];
}

function labelsOf({ kind, text }: Requirement): string[] {
  return kind === "skill" ? readTerms(text).map(labelOf) : [];
}

function joined(labels: string[], { subject }: PlanContext): string {
  return labels.slice(0, mostLabels).join(subject.language === "zh" ? "、" : ", ");
}

function nameOf({ text }: Requirement): string {
  return excerpt(text, "", longestRequirement);
}
