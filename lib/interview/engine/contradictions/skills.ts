import { findSkills } from "@/lib/resume/parsing/skills";
import { statement } from "@/lib/screening/engine/judgement";
import { statedLevel } from "@/lib/screening/engine/skill-level";
import { bestPlace } from "@/lib/screening/engine/terms";
import { overlaps } from "../answer";
import type { FindIn } from "./facts";
import { notOwn } from "./told-years";
import { found } from "./years";

const never =
  /(?:从来|从)?(?:没有?|未)(?:使?用|接触|碰|写|学)过|从来?没(?:有)?(?:使?用|接触|碰)过?|\b(?:never|haven't|have not|hadn't|have never|had never) (?:really |actually |ever )?(?:used|worked with|touched|tried|written|programmed in)\b|\b(?:have )?no experience (?:with|in)\b/;
const between = /^[\s，,]*(?:(?:这个|这块|的话|我|还|其实|真的|从来|说实话|倒是|都|是|确实|也)+\s*)?$/;
const ends =
  /^(?:了|啊|呢|吧|哈|before|at all|myself|personally|either|ever|yet|to be honest|so far|这个|这些?|技术|之类的|[。.!！,，]|\s)*$/;

/** A skill that the resume names, and of which somebody says never to have used it, whole and with no condition. */
export const neverUsed: FindIn = (clause, { text }, facts) => {
  const { folded } = clause;
  const denial = never.exec(folded);
  if (!denial || notOwn.test(folded) || /我们|\bwe\b/.test(folded)) return null;
  const from = denial.index + denial[0].length;
  const skill = findSkills(text.slice(clause.start, clause.end)).find(({ start, end }) =>
    start >= from
      ? folded.slice(from, start).trim() === "" && ends.test(folded.slice(end))
      : between.test(folded.slice(end, denial.index)) && ends.test(folded.slice(from)),
  );
  if (!skill) return null;
  const { evidence } = facts;
  const places = evidence.skillPlaces.get(skill.canonical) ?? [];
  const place = bestPlace(places, evidence);
  const said = folded.slice(skill.start, skill.end);
  const general = skill.canonical.toLowerCase();
  // "Kafka Streams" is a part of Kafka.
  if (said !== general && said.includes(general) && evidence.findTerm(said).length === 0) return null;
  // Who writes to know of something need not have used it.
  if (!place || statedLevel(places, evidence) === 1) return null;
  return found(
    clause,
    facts,
    place,
    statement("contradicts_never_used", { skills: folded.slice(skill.start, skill.end) }),
  );
};

export const used =
  /我(?!们)[^，]{0,6}(?:用|写|做|搭|部署|维护)|\bi(?:'ve| have)? (?:\w+ )?(?:used|use|built|wrote|deployed|worked with|ran|maintained|set up)\b/;

/** A skill used, of which the resume says that it was not. */
export const deniedSkill: FindIn = (clause, answer, facts) => {
  const { folded } = clause;
  if (!used.test(folded) || notOwn.test(folded) || answer.denials.some((denial) => overlaps(denial, clause)))
    return null;
  const skill = answer.skills.find((one) => overlaps(one, clause) && facts.evidence.deniedSkills.has(one.canonical));
  const place = facts.evidence.deniedSkills.get(skill?.canonical ?? "");
  if (!skill || !place) return null;
  const skills = answer.text.slice(skill.start, skill.end);
  return found(clause, facts, place, statement("contradicts_denied_skill", { skills }));
};
