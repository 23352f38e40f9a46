import type { InterviewSubject } from "@/lib/interview/engine/subject";
import type { InterviewPlan } from "@/lib/interview/schema";

/** What a recording is held against. Without a resume its text is empty, and nothing contradicts it. */
export type VideoSubject = InterviewSubject & {
  candidateName: string;
  hasResume: boolean;
  /** Of the position, as it is written. */
  city: string;
  /** Of the newest interview for the same application; null without one. */
  plan: InterviewPlan | null;
  /** Questions that were shown while it was recorded here, with when; nobody says them in the recording. */
  asked: readonly { text: string; startSeconds: number }[];
};

export const videoEngine = { name: "built-in", version: "1" };
