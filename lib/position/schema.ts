import { z } from "zod";
import { necessities, positionStates, requirementKinds } from "@/lib/position/kinds";
import { requirement } from "@/lib/position/requirement";
import { blindMode } from "@/lib/resume/blind/schema";

const monthlySalary = z.int().min(0).max(10_000_000).nullable();

export const positionContent = z.object({
  title: z.string().trim().min(1).max(255),
  department: z.string().trim().max(255).default(""),
  city: z.string().trim().max(255).default(""),
  description: z.string().trim().max(20_000).default(""),
  salaryMin: monthlySalary.default(null),
  salaryMax: monthlySalary.default(null),
  requirements: z.array(requirement).max(100).default([]),
});

export function hasOrderedSalary({ salaryMin, salaryMax }: { salaryMin: number | null; salaryMax: number | null }) {
  return salaryMin === null || salaryMax === null || salaryMin <= salaryMax;
}

export const savePositionInput = positionContent
  .refine(hasOrderedSalary, { path: ["salaryMax"], message: "salary_order" })
  .refine(({ requirements }) => new Set(requirements.map(({ key }) => key)).size === requirements.length, {
    path: ["requirements"],
    message: "duplicate_key",
  });
export type SavePositionInput = z.infer<typeof savePositionInput>;

/** What an editor hands back: the version it started from, so that two people do not overwrite each other unseen. */
export const updatePositionInput = z.intersection(savePositionInput, z.object({ baseVersion: z.int().min(1) }));

/** Archived positions stand in a list of their own. */
export const positionState = z.enum(positionStates);
export type PositionState = z.infer<typeof positionState>;

export const positionListItem = z.object({
  id: z.uuid(),
  title: z.string(),
  department: z.string(),
  version: z.int(),
  requirementCount: z.int(),
  applicationCount: z.int(),
  screenedCount: z.int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type PositionListItem = z.infer<typeof positionListItem>;

export const positionDetail = positionContent.extend({
  id: z.uuid(),
  versionId: z.uuid(),
  version: z.int(),
  createdAt: z.iso.datetime(),
  versionCreatedAt: z.iso.datetime(),
  isArchived: z.boolean(),
  blind: blindMode,
  applicationCount: z.int(),
  members: z.array(z.object({ userId: z.uuid(), name: z.string(), role: z.string() })),
});
export type PositionDetail = z.infer<typeof positionDetail>;

export const positionVersionItem = z.object({
  version: z.int(),
  createdAt: z.iso.datetime(),
  createdBy: z.string().nullable(),
  requirementCount: z.int(),
});
export type PositionVersionItem = z.infer<typeof positionVersionItem>;

export const savedPosition = z.object({ id: z.uuid(), version: z.int() });

/** A requirement that positions have in common, with where it is used. */
export const pooledRequirement = z.object({
  kind: z.enum(requirementKinds),
  text: z.string(),
  necessity: z.enum(necessities),
  weight: z.int(),
  positionCount: z.int(),
  titles: z.array(z.string()),
});
export type PooledRequirement = z.infer<typeof pooledRequirement>;
