import "server-only";
import { z } from "zod";
import type { Permission } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import type { Answer } from "./answer";

export type Call = { viewer: Viewer; request: Request /** The integer of the path. */; number: number; path: string[] };

type Shapes<Data extends z.ZodType> = {
  permission: Permission;
  /** What stands in `data`; null where it is left out. */
  data?: Data;
  /** Takes one file, in a form's field of this name. */
  fileField?: string;
  /** Answers with a file. */
  isFile?: true;
};

export type Operation = Shapes<z.ZodType> & { data: z.ZodType; run: (call: Call) => Promise<Answer> };

/** One of interview-guide's operations: the adapter signs in and checks the permission before it runs. */
export function operation<Data extends z.ZodType = z.ZodNull>(
  { data, ...shapes }: Shapes<Data>,
  run: (call: Call) => Promise<Answer<z.input<Data>>>,
): Operation {
  return { ...shapes, data: data ?? z.null(), run };
}
