import type { Segment } from "@/lib/interview/schema";

/** What was heard: the same id again as it grows, and once more when it is complete. */
export type Heard = Omit<Segment, "source"> & { source: "endpoint" | "browser" };

export type RecogniserProblem = "denied" | "no_sound" | "ended" | "unreachable" | "unsupported";

export type RecogniserOptions = {
  /** Seconds since the interview began. */
  seconds: () => number;
  /** The question that stands: what is said belongs to it from its first sound on. Null before the first one. */
  turnId: () => string | null;
  onHeard: (heard: Heard) => void;
  onProblem: (problem: RecogniserProblem) => void;
};

/** Whatever turns speech into text; stopped, it lets go of the microphone. */
export type Recogniser = { stop: () => void };
