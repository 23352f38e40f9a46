import { z } from "zod";
import { figureKeys } from "@/lib/figures/kinds";
import { recommendationLevels } from "@/lib/recommendation/kinds";
import { applicationStage } from "@/lib/screening/schema";

const uuid = z.uuid();

export const figuresQuery = z.object({
  positionId: uuid.optional(),
  months: z.coerce.number().int().min(1).max(24).default(6),
});
export type FiguresQuery = z.infer<typeof figuresQuery>;

const agreed = z.object({ agreed: z.int(), differed: z.int() });

export const figures = z.object({
  /** How many have been at a stage, or further, and how many are there now. */
  funnel: z.array(z.object({ stage: applicationStage, reached: z.int(), now: z.int() })),
  /** Days between coming to a stage and leaving it; those still there count until today. */
  time: z.array(z.object({ stage: applicationStage, count: z.int(), medianDays: z.number(), slowDays: z.number() })),
  sources: z.array(z.object({ source: z.string(), candidates: z.int(), interviewed: z.int(), hired: z.int() })),
  /** What people decided on each advice of the screening. */
  agreement: agreed.extend({
    rows: z.array(z.object({ advice: z.string(), onward: z.int(), rejected: z.int(), held: z.int() })),
    months: z.array(agreed.extend({ month: z.string() })),
  }),
  /** Whether they chose what was recommended while they saw it. */
  recommendation: agreed.extend({
    rows: z.array(agreed.extend({ level: z.enum(recommendationLevels) })),
    months: z.array(agreed.extend({ month: z.string() })),
  }),
  load: z.array(
    z.object({ userId: uuid, name: z.string(), planned: z.int(), held: z.int(), minutes: z.int(), owed: z.int() }),
  ),
  /** Null for who may not see what models cost. */
  spend: z
    .array(
      z.object({
        ...{ month: z.string(), task: z.string(), model: z.string(), currency: z.string(), calls: z.int() },
        tokens: z.int(),
        /** Null where no call had a price. */
        cost: z.number().nullable(),
      }),
    )
    .nullable(),
});
export type Figures = z.infer<typeof figures>;

export const figureListQuery = figuresQuery.extend({
  figure: z.enum(figureKeys),
  /** Which number: a stage, a source, an advice, an interviewer. */
  of: z.string().max(200),
  /** Which of its columns: now, interviewed, rejected, held … */
  part: z.string().max(40).default(""),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});
export type FigureListQuery = z.infer<typeof figureListQuery>;

export const figureRow = z.object({
  key: z.string(),
  /** Null for somebody whose name nothing says. */
  candidateName: z.string().nullable(),
  applicationId: uuid,
  interviewId: uuid.nullable(),
  positionId: uuid,
  positionTitle: z.string(),
  stage: applicationStage,
  at: z.iso.datetime(),
  /** At the stage, where the figure is about time. */
  days: z.number().nullable(),
});
export type FigureRow = z.infer<typeof figureRow>;

export const figureList = z.object({
  /** As the number says. */
  total: z.int(),
  /** Of the page asked for: at most 100. */
  rows: figureRow.array(),
});
export type FigureList = z.infer<typeof figureList>;
