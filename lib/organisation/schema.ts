import { z } from "zod";

/** Switches of an organisation, each with what holds before anybody has set it. */
export const organisationSettings = z.object({
  /** Whether what an interview's microphone heard may be kept, where the candidate agrees to it too. */
  keepsInterviewAudio: z.boolean().default(false),
  /** Whether hints at the Big Five are made of what is said in recordings. */
  showsTraits: z.boolean().default(false),
  /** After so many days recordings go with all that was made of them; null keeps them until somebody deletes them. */
  videoRetentionDays: z.int().min(1).max(3650).nullable().default(null),
});
export type OrganisationSettings = z.infer<typeof organisationSettings>;

/** What is left out stays as it is. */
export const saveOrganisationSettingsInput = z
  .object({
    keepsInterviewAudio: z.boolean(),
    showsTraits: z.boolean(),
    videoRetentionDays: z.int().min(1).max(3650).nullable(),
  })
  .partial();
export type SaveOrganisationSettingsInput = z.infer<typeof saveOrganisationSettingsInput>;
