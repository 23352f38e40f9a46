import { toClock } from "@/lib/interview/to-clock";
import type { Transcript } from "@/lib/video/schema";

/** Long enough to be read. */
const leastSeconds = 0.5;

/** A transcript as WebVTT; without times it has no captions. */
export function toCaptions(transcript: Transcript | null): string {
  const lines = transcript?.hasTimes ? transcript.lines : [];
  const cues = lines.map(({ startSeconds, endSeconds, speaker, text }) => {
    const end = Math.max(endSeconds, startSeconds + leastSeconds);
    return `${stamp(startSeconds)} --> ${stamp(end)}\n${escapeMarkup(speaker ? `${speaker}: ${text}` : text)}`;
  });
  return `WEBVTT\n\n${cues.join("\n\n")}\n`;
}

function stamp(seconds: number): string {
  const thousandths = Math.round(seconds * 1000);
  return `${toClock(Math.floor(thousandths / 1000))}.${String(thousandths % 1000).padStart(3, "0")}`;
}

function escapeMarkup(text: string): string {
  return text.replace(/\s+/g, " ").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
