import type { Segment } from "@/lib/interview/schema";

/** What was heard: the same id again as it grows, and once more when it is complete. */
export type Heard = {
  id: string;
  speaker: Segment["speaker"];
  text: string;
  startSeconds: number;
  endSeconds: number;
  source: "endpoint" | "browser";
  isComplete: boolean;
};

export type RecogniserProblem = "denied" | "no_sound" | "ended" | "unreachable" | "unsupported";

export type RecogniserOptions = {
  /** Seconds since the interview began. */
  seconds: () => number;
  onHeard: (heard: Heard) => void;
  onProblem: (problem: RecogniserProblem) => void;
};

/** Whatever turns speech into text; stopped, it lets go of the microphone. */
export type Recogniser = { stop: () => void };
