import type { VideoAnalysis } from "@/lib/video/analysis-schema";

export type Marker = { kind: "question" | "conflict" | "pause"; seconds: number; label: string };

const longestLabel = 80;

/** What stands on the time line, in the order of time. */
export function listMarkers(analysis: VideoAnalysis | null): Marker[] {
  const questions = (analysis?.exchanges?.list ?? []).flatMap(({ question }) =>
    question && question.seconds !== null
      ? [{ kind: "question" as const, seconds: question.seconds, label: question.text.slice(0, longestLabel) }]
      : [],
  );
  const conflicts = (analysis?.consistency?.conflicts ?? []).flatMap(({ said }) =>
    said.seconds === null
      ? []
      : [{ kind: "conflict" as const, seconds: said.seconds, label: said.text.slice(0, longestLabel) }],
  );
  const pauses = (analysis?.delivery?.pauses ?? []).map(({ seconds, durationSeconds }) => ({
    ...{ kind: "pause" as const, seconds, label: `${durationSeconds} s` },
  }));
  return [...questions, ...conflicts, ...pauses].toSorted((a, b) => a.seconds - b.seconds);
}
