import { z } from "zod";
import anyJob from "@/data/interview-questions/any.json" with { type: "json" };
import business from "@/data/interview-questions/business.json" with { type: "json" };
import careAndKnowledge from "@/data/interview-questions/care-and-knowledge.json" with { type: "json" };
import corporate from "@/data/interview-questions/corporate.json" with { type: "json" };
import industry from "@/data/interview-questions/industry.json" with { type: "json" };
import productAndDesign from "@/data/interview-questions/product-and-design.json" with { type: "json" };
import technology from "@/data/interview-questions/technology.json" with { type: "json" };
import { candidateLevels } from "@/lib/interview/kinds";

export const competencies = [
  "technical_depth",
  "problem_solving",
  "ownership",
  "collaboration",
  "communication",
  "leadership",
  "learning",
  "planning",
  "quality",
  "customer_focus",
  "integrity",
  "adaptability",
  "motivation",
  "decision_making",
  "influence",
] as const;
export type Competency = (typeof competencies)[number];

export const bankFunctions = [
  "any",
  "software",
  "data",
  "ml",
  "qa",
  "devops",
  "security",
  "product",
  "design",
  "project",
  "operations",
  "marketing",
  "sales",
  "customer_service",
  "hr",
  "finance",
  "legal",
  "supply_chain",
  "manufacturing",
  "mechanical",
  "electrical",
  "civil",
  "medical",
  "education",
  "research",
  "administration",
  "management",
] as const;
export type BankFunction = (typeof bankFunctions)[number];

/** What a question of the bank can be filled with. */
export const slotNames = ["skill", "company", "project", "title", "years", "requirement"] as const;
export type SlotName = (typeof slotNames)[number];

const inOneLanguage = z.object({
  text: z.string().min(1),
  listenFor: z.array(z.string().min(1)).min(2).max(4),
  followUps: z.array(z.string().min(1)).min(1).max(3),
});

export const bankQuestion = z.object({
  id: z.string(),
  functions: z.array(z.enum(bankFunctions)).min(1),
  competency: z.enum(competencies),
  levels: z.array(z.enum(candidateLevels)).min(1),
  kind: z.enum(["behavioural", "situational", "technical", "experience", "motivation"]),
  /** Names of `data/skills.json` that it suits. */
  skills: z.array(z.string()).default([]),
  difficulty: z.int().min(1).max(10),
  zh: inOneLanguage,
  en: inOneLanguage,
});
export type BankQuestion = z.infer<typeof bankQuestion> & { slots: readonly SlotName[] };

export const questionBank: readonly BankQuestion[] = bankQuestion
  .array()
  .parse([...anyJob, ...technology, ...productAndDesign, ...business, ...corporate, ...industry, ...careAndKnowledge])
  .map((question) => ({ ...question, slots: slotsOf(question.zh.text) }));

export function slotsOf(text: string): SlotName[] {
  return slotNames.filter((name) => text.includes(`{${name}}`));
}

/** The text with its slots filled; null when a value is missing. */
export function fillSlots(text: string, values: Partial<Record<SlotName, string>>): string | null {
  if (slotsOf(text).some((name) => !values[name])) return null;
  return text.replace(/\{(\w+)\}/g, (slot, name: SlotName) => values[name] ?? slot);
}
