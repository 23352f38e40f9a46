import { z } from "zod";
import { userRoles } from "@/lib/auth/roles";

export const longestCompanyName = 100;

/** An organisation's name and switches, each with what holds before anybody has set it. */
export const organisationSettings = z.object({
  /** What letters call it. */
  name: z.string().default(""),
  /** Whether what an interview's microphone heard may be kept, where the candidate agrees to it too. */
  keepsInterviewAudio: z.boolean().default(false),
  /** Whether hints at the Big Five are made of what is said in recordings. */
  showsTraits: z.boolean().default(false),
  /** After so many days recordings go with all that was made of them; null keeps them until somebody deletes them. */
  videoRetentionDays: z.int().min(1).max(3650).nullable().default(null),
  /** After so many days whoever was turned down or withdrew everywhere is erased; null for never. */
  rejectedRetentionDays: z.int().min(1).max(3650).nullable().default(null),
  /** The same for whoever is on no position, from their last resume. */
  unassignedRetentionDays: z.int().min(1).max(3650).nullable().default(null),
  /** Whether a job applies these two rules every hour; without it somebody does, who has seen the list. */
  appliesRetention: z.boolean().default(false),
  /** Who must have a second factor. */
  secondFactorRoles: z.array(z.enum(userRoles)).default([]),
});
export type OrganisationSettings = z.infer<typeof organisationSettings>;

/** What is left out stays as it is. */
export const saveOrganisationSettingsInput = z
  .object({
    name: z.string().trim().max(longestCompanyName),
    keepsInterviewAudio: z.boolean(),
    showsTraits: z.boolean(),
    videoRetentionDays: z.int().min(1).max(3650).nullable(),
    rejectedRetentionDays: z.int().min(1).max(3650).nullable(),
    unassignedRetentionDays: z.int().min(1).max(3650).nullable(),
    appliesRetention: z.boolean(),
    secondFactorRoles: z.array(z.enum(userRoles)),
  })
  .partial();
export type SaveOrganisationSettingsInput = z.infer<typeof saveOrganisationSettingsInput>;
