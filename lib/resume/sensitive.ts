import { z } from "zod";
import { partialDate, reading } from "./profile";

const text = reading(z.string().min(1)).nullable();

/**
 * What a resume says of the person that must not weigh in a judgement. Kept apart from the profile: encrypted at rest,
 * shown by role, each look written down, never part of a score or a prompt.
 */
export const sensitiveFields = z.object({
  birthDate: reading(partialDate).nullable(),
  idCard: text,
  /** 民族 */
  ethnicity: text,
  nationality: text,
  maritalStatus: text,
  /** 政治面貌 */
  politicalStatus: text,
  bloodType: text,
  starSign: text,
  heightCm: reading(z.number().min(80).max(250)).nullable(),
  weightKg: reading(z.number().min(25).max(250)).nullable(),
  /** 户口所在地 */
  hukou: text,
  /** 籍贯 */
  hometown: text,
});
export type SensitiveFields = z.infer<typeof sensitiveFields>;

/** With the photo, for who may look. */
export const sensitiveView = sensitiveFields.extend({
  photo: z
    .string()
    .regex(/^data:image\/jpeg;base64,/)
    .nullable(),
});
export type SensitiveView = z.infer<typeof sensitiveView>;
