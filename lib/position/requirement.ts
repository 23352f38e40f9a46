import { z } from "zod";
import { acceptedVerdicts, mostAccepted, necessities, requirementKinds } from "@/lib/position/kinds";

/** A rule by a person: a resume that says these words meets the requirement, or a part of it. */
export const acceptedPhrase = z.object({
  phrase: z.string().trim().min(2).max(100),
  verdict: z.enum(acceptedVerdicts),
});
export type AcceptedPhrase = z.infer<typeof acceptedPhrase>;

/**
 * One thing a position asks for. `key` stays the same through versions of the position, so that
 * verdicts of two versions can be compared.
 */
export const requirement = z.object({
  key: z.uuid(),
  kind: z.enum(requirementKinds),
  /** As the recruiter writes it: "5 年以上后端经验", "Kubernetes", "本科及以上". */
  text: z.string().trim().min(1).max(500),
  necessity: z.enum(necessities),
  /** 1 (minor) to 5 (decisive). */
  weight: z.int().min(1).max(5),
  /** "How will we know": what would show it, for the person who reads or interviews. */
  note: z.string().trim().max(500).default(""),
  /** Left out where there are none. */
  accepted: z.array(acceptedPhrase).max(mostAccepted).optional(),
});
export type Requirement = z.infer<typeof requirement>;
export type RequirementKind = Requirement["kind"];
export type Necessity = Requirement["necessity"];
