import type { Requirement } from "@/lib/position/requirement";
import { readFields } from "./fields";
import { readTerms, type TermGroup } from "./read-terms";
import { recencyOf } from "./recency";

/** What a position is about, read from its requirements once per screening. */
export type Topics = { skills: TermGroup[]; others: TermGroup[]; fields: string[]; isEmpty: boolean };

export function readTopics(requirements: readonly Requirement[]): Topics {
  const textsOf = (...kinds: Requirement["kind"][]) =>
    requirements.filter(({ kind }) => kinds.includes(kind)).map(({ text }) => recencyOf(text).rest);
  const skills = textsOf("skill").flatMap((text) => readTerms(text));
  const others = textsOf("experience", "project").flatMap((text) => readTerms(text));
  const fields = textsOf("experience").flatMap((text) => readFields(text));
  return { skills, others, fields, isEmpty: skills.length + others.length + fields.length === 0 };
}
