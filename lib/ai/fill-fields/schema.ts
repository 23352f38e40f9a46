import { z } from "zod";

/** What a model is asked for. Bounds stand in the checks: not every server knows them in a schema. */
export const fieldsAnswer = z.object({
  facts: z.array(z.object({ field: z.string(), value: z.string(), quote: z.string() })),
});
export type FieldsAnswer = z.infer<typeof fieldsAnswer>;
