import { z } from "zod";

/*
 * What a resume says, in the shape that labelled resumes elsewhere have: null and [] are "the resume does not say it",
 * "*" is ambiguous and not scored, `any` lists what is equally right, `sha256` stands for a contact that must not be
 * written down. Dates: 2019.07, 2019 or 至今.
 */
const plain = z.string().nullable();
const hashed = z.object({ sha256: z.string() });
export const truthValue = z.union([plain, hashed, z.object({ any: z.array(plain) })]);
export type TruthValue = z.infer<typeof truthValue>;

const value = truthValue.optional();
const listOf = <Entry extends z.ZodType>(entry: Entry) => z.union([z.literal("*"), z.array(entry)]).optional();

export const truth = z.object({
  name: value,
  email: value,
  phone: value,
  gender: value,
  birthday: value,
  city: value,
  degree: value,
  education: listOf(z.object({ school: value, degree: value, major: value, start: value, end: value })),
  work: listOf(z.object({ company: value, title: value, start: value, end: value })),
  projects: listOf(z.object({ name: value })),
  skills: listOf(z.string()),
  languages: listOf(z.string()),
  /** May be given or left out. */
  optional: z.record(z.string(), z.array(z.unknown())).optional(),
});
export type Truth = z.infer<typeof truth>;
