import { z } from "zod";
import { facetFields, resumeStates, sortOrders } from "@/lib/resume/kinds";
import { degreeLevel } from "@/lib/resume/profile";

const list = z
  .string()
  .max(2000)
  .default("")
  .transform((text) => text.split(",").flatMap((value) => value.trim() || []))
  .pipe(z.array(z.string().max(100)).max(50));
const years = z.coerce.number().min(0).max(80).optional();
const day = z.iso.date().optional();

/** What the library can be narrowed to, as it stands in the page's address: values of one filter with commas between. */
export const resumeFilter = z.object({
  q: z.string().trim().max(200).default(""),
  state: z.enum(resumeStates).default("all"),
  degree: list.pipe(z.array(degreeLevel)),
  tier: list.pipe(z.array(z.enum(["985", "211"]))),
  city: list,
  /** All of them. */
  skill: list,
  tag: list,
  source: list,
  position: z.uuid().optional(),
  stage: list,
  yearsMin: years,
  yearsMax: years,
  /** Days of arrival, both included, in UTC. */
  from: day,
  to: day,
});
export type ResumeFilter = z.infer<typeof resumeFilter>;

export const listResumesQuery = resumeFilter.extend({
  sort: z.enum(sortOrders).optional(),
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const facetQuery = resumeFilter.extend({ field: z.enum(facetFields) });
export type FacetField = (typeof facetFields)[number];

export const facet = z.object({
  values: z.array(z.object({ value: z.string(), label: z.string(), count: z.int() })),
  /** Whether only a part was counted: the counts are then lower bounds. */
  isCapped: z.boolean(),
});
export type Facet = z.infer<typeof facet>;
