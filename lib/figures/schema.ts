import { z } from "zod";
import { figureKeys } from "@/lib/figures/kinds";
import { applicationStage } from "@/lib/screening/schema";

const uuid = z.uuid();

export const figuresQuery = z.object({
  positionId: uuid.optional(),
  months: z.coerce.number().int().min(1).max(24).default(6),
});
export type FiguresQuery = z.infer<typeof figuresQuery>;

export const figures = z.object({
  /** How many have been at a stage, or further, and how many are there now. */
  funnel: z.array(z.object({ stage: applicationStage, reached: z.int(), now: z.int() })),
  /** Days between coming to a stage and leaving it; those still there count until today. */
  time: z.array(z.object({ stage: applicationStage, count: z.int(), medianDays: z.number(), slowDays: z.number() })),
  sources: z.array(z.object({ source: z.string(), candidates: z.int(), interviewed: z.int(), hired: z.int() })),
  /** What people decided on each advice of the screening. */
  agreement: z.object({
    rows: z.array(z.object({ advice: z.string(), onward: z.int(), rejected: z.int(), held: z.int() })),
    months: z.array(z.object({ month: z.string(), agreed: z.int(), differed: z.int() })),
    agreed: z.int(),
    differed: z.int(),
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
