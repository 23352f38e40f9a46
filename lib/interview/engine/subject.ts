import type { CandidateLevel, InterviewLanguage } from "@/lib/interview/schema";
import type { Requirement } from "@/lib/position/requirement";
import type { ResumeProfile } from "@/lib/resume/profile";
import type { RequirementVerdict } from "@/lib/screening/schema";

/** What an interview is about: all that the engine knows of the candidate and the position. */
export type InterviewSubject = {
  language: InterviewLanguage;
  level: CandidateLevel;
  position: { title: string; description: string; requirements: Requirement[] };
  /** As the interviewers may see it: of a hidden candidate, without what is hidden. */
  resume: { text: string; profile: ResumeProfile };
  /** Of the newest screening; null where there was none. */
  verdicts: RequirementVerdict[] | null;
};
