import { experts } from "@/lib/ai/screening/kinds";
import type { Expert } from "@/lib/ai/screening/schema";

/** As `screening_run.current_view` names who is at work, and HRM2's clients know the speakers. */
export const speakers: Record<Expert, string> = {
  ...{ hr: "HR_Expert", technical: "Technical_Expert", manager: "Project_Manager_Expert", critic: "Critic" },
};

export function expertOf(speaker: string | null): Expert | null {
  return experts.find((expert) => speakers[expert] === speaker) ?? null;
}
