import { z } from "zod";
import { requirement } from "@/lib/position/requirement";
import { hasOrderedSalary, positionContent } from "@/lib/position/schema";
import { blindMode } from "@/lib/resume/blind/schema";

/**
 * A position as a file: what an export writes and an import takes. Requirements have no key: it belongs to the
 * versions of one position. A later shape gets the next `version`; fields this one does not know are refused, so that
 * nothing is lost unseen.
 */
export const positionFile = z
  .strictObject({
    format: z.literal("hireglass.position"),
    version: z.literal(1),
    ...positionContent.shape,
    /** Left out by files of before there was one. */
    blind: blindMode.default("off"),
    requirements: z.array(z.strictObject(requirement.omit({ key: true }).shape)).max(100),
  })
  .refine(hasOrderedSalary, { path: ["salaryMax"], params: { problem: "order" } });
export type PositionFile = z.infer<typeof positionFile>;

const problems = ["missing", "unknown", "too_long", "too_many", "choice", "order", "number", "format"] as const;
export type FileProblem = { field: string; row: number; problem: (typeof problems)[number] };

/** What is wrong with a file, field by field; the row counts requirements from 1 and is 0 for a field of the position. */
export function fileProblems({ issues }: z.ZodError, file: unknown): FileProblem[] {
  return issues.flatMap((issue) => {
    const [first, index, inner] = issue.path.map(String);
    const isRow = first === "requirements" && index !== undefined;
    const row = isRow ? Number(index) + 1 : 0;
    const field = isRow ? `requirement_${inner ?? "whole"}` : (first ?? "file");
    if (issue.code === "unrecognized_keys")
      return { field: isRow ? "requirement_whole" : "file", row, problem: "unknown" };
    return { field, row, problem: problemOf(issue, valueAt(file, issue.path)) };
  });
}

function problemOf(issue: z.core.$ZodIssue, value: unknown): FileProblem["problem"] {
  if (issue.path[0] === "format" || issue.path[0] === "version" || issue.path.length === 0) return "format";
  if (issue.code === "custom") return "order";
  if (value === undefined || (issue.code === "too_small" && issue.origin === "string")) return "missing";
  if (issue.code === "invalid_value") return "choice";
  if (issue.code === "too_big")
    return issue.origin === "string" ? "too_long" : issue.origin === "array" ? "too_many" : "number";
  if (issue.code === "too_small") return "number";
  return issue.code === "invalid_type" && /^(?:number|int)$/.test(issue.expected) ? "number" : "format";
}

function valueAt(value: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined),
    value,
  );
}
