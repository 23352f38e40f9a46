import { z } from "zod";

/** Switches of an organisation, each with what holds before anybody has set it. */
export const organisationSettings = z.object({
  /** Whether what an interview's microphone heard may be kept, where the candidate agrees to it too. */
  keepsInterviewAudio: z.boolean().default(false),
});
export type OrganisationSettings = z.infer<typeof organisationSettings>;

/** What is left out stays as it is. */
export const saveOrganisationSettingsInput = z.object({ keepsInterviewAudio: z.boolean() }).partial();
export type SaveOrganisationSettingsInput = z.infer<typeof saveOrganisationSettingsInput>;
