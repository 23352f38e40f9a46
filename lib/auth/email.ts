import { z } from "zod";

/** Look-alike forms of one address (full width, upper case) are one address. */
export const emailAddress = z
  .string()
  .trim()
  .transform((value) => value.normalize("NFKC").toLowerCase())
  .pipe(z.email().max(254));
