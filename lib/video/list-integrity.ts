import type { RecordingEvent } from "@/lib/video/invites/schema";
import type { VideoDetail } from "@/lib/video/schema";

export type IntegrityFact =
  | { kind: RecordingEvent["kind"]; question: number; seconds: number; durationSeconds: number | null }
  | { kind: "silence"; seconds: number; durationSeconds: number }
  /** When somebody but the one who talks most is first heard; null without times. */
  | { kind: "second_voice"; voices: number; seconds: number | null }
  | { kind: "voices_unknown" };

/** So long somebody may think without its being a fact. */
const longSilenceSeconds = 8;

type Recorded = Pick<VideoDetail, "recordedHere" | "analysis" | "transcript">;

/** What happened beside the answers of a recording made here, in no score. */
export function listIntegrity({ recordedHere, analysis, transcript }: Recorded): IntegrityFact[] {
  const silences = (analysis?.delivery?.pauses ?? []).flatMap(({ seconds, durationSeconds }): IntegrityFact[] =>
    durationSeconds >= longSilenceSeconds ? [{ kind: "silence", seconds, durationSeconds }] : [],
  );
  return [...(recordedHere?.events ?? []), ...silences, ...voicesIn(transcript)];
}

function voicesIn(transcript: VideoDetail["transcript"]): IntegrityFact[] {
  if (!transcript) return [];
  const said = new Map<string, number>();
  for (const { speaker, text } of transcript.lines)
    if (speaker !== "") said.set(speaker, (said.get(speaker) ?? 0) + text.length);
  if (said.size === 0) return [{ kind: "voices_unknown" }];
  if (said.size === 1) return [];
  const most = [...said].toSorted((a, b) => b[1] - a[1])[0]?.[0];
  const other = transcript.lines.find(({ speaker }) => speaker !== "" && speaker !== most);
  const seconds = transcript.hasTimes && other ? other.startSeconds : null;
  return [{ kind: "second_voice", voices: said.size, seconds }];
}
