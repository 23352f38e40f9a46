import { z } from "zod";
import type { libraryItem, position as positionShape, task as taskShape } from "../../lib/compat/hrm2/answers";

export * from "../../lib/compat/hrm2/answers";

export type Position = z.infer<typeof positionShape>;
export type Task = z.infer<typeof taskShape>;
export type LibraryItem = z.infer<typeof libraryItem>;

// What stands around an answer, strictly: each field and no other.

/** One body that each family of errors is read from. */
export const error = z.object({
  status: z.literal("error"),
  code: z.int(),
  message: z.string().min(1),
  error: z.string().min(1),
  errors: z.unknown().optional(),
  details: z.unknown().optional(),
});

export const coded = <Data extends z.ZodType>(data: Data) =>
  z.strictObject({ code: z.int(), message: z.string(), data });
export const bare = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject({ ...shape, message: z.string() });

/** {status: "success", message, data}. */
export function marked<Data extends z.ZodType>(data: Data) {
  return z.strictObject({ status: z.literal("success"), message: z.string(), data });
}
