import { decodeText } from "@/lib/resume/parsing/text/decode-text";
import type { Transcript, TranscriptLine } from "@/lib/video/schema";

const longestLine = 5000;

/**
 * What a VTT, SRT or plain text says. In a plain text every line that is not empty is one, with a time when all of them
 * begin with one; a name with a colon before the words says who speaks.
 *
 * @returns null when there are no words in it
 */
export function readTranscript(bytes: Uint8Array): Transcript | null {
  const text = decodeText(bytes).replace(/\r\n?/g, "\n");
  const blocks = text.split(/\n\s*\n/);
  const timed = blocks.flatMap(readCue);
  if (timed.length > 0) return { source: /^\uFEFF?WEBVTT/.test(text) ? "vtt" : "srt", hasTimes: true, lines: timed };
  const typed = text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .map(readLine)
    .filter((line) => line.text !== "");
  if (typed.length === 0) return null;
  const hasTimes = typed.every(({ at }, index) => at !== null && at >= (typed[index - 1]?.at ?? 0));
  const lines = typed.map(({ at, ...said }, index) => {
    const next = typed[index + 1]?.at ?? (at ?? 0) + guessedSeconds(said.text);
    return hasTimes && at !== null
      ? { startSeconds: at, endSeconds: Math.min(next, at + 2 * guessedSeconds(said.text)), ...said }
      : { startSeconds: 0, endSeconds: 0, ...said };
  });
  return { source: "txt", hasTimes, lines };
}

/** "00:12 候选人：……", with or without brackets around the time. */
function readLine(line: string) {
  const [, hours = "0", minutes, whole, rest] =
    /^[[(（]?(?:(\d{1,2}):)?(\d{1,3}):(\d{2})[\])）]?[\s-]+(.*)$/.exec(line) ?? [];
  const at = minutes === undefined ? null : Number(hours) * 3600 + Number(minutes) * 60 + Number(whole);
  return { at, ...bySpeaker((at === null ? line : (rest ?? "")).trim().slice(0, longestLine)) };
}

const charactersPerSecond = { han: 4, latin: 14 };

/** How long somebody needs to say it: where the last line ends is not written. */
function guessedSeconds(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return Math.max(1, han / charactersPerSecond.han + (text.length - han) / charactersPerSecond.latin);
}

const time = String.raw`(?:(?<!\d)(\d+):)?(\d{1,2}):(\d{2})[.,](\d{1,3})`;
const cueTimes = new RegExp(`${time}\\s*-->\\s*${time}`);

function readCue(block: string): TranscriptLine[] {
  const lines = block.split("\n");
  const at = lines.findIndex((line) => cueTimes.test(line));
  const found = at < 0 ? null : cueTimes.exec(lines[at] ?? "");
  if (!found) return [];
  const voice = /<v(?:\.[^\s>]{0,100})?\s+([^\s>][^>]{0,200})>/.exec(block)?.[1] ?? "";
  const words = lines
    .slice(at + 1)
    .join(" ")
    .replace(/<[^<>]*>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&nbsp;/g, " ")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, longestLine);
  const said = voice ? { speaker: voice.trim().slice(0, 100), text: words } : bySpeaker(words);
  if (said.text === "") return [];
  return [{ startSeconds: seconds(found.slice(1, 5)), endSeconds: seconds(found.slice(5, 9)), ...said }];
}

function seconds([hours = "0", minutes = "0", whole = "0", part = "0"]: (string | undefined)[]): number {
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(whole) + Number(`0.${part}`);
}

/** "候选人：我用过 Kafka": a short name without a full stop in it, before a colon. */
function bySpeaker(line: string): { speaker: string; text: string } {
  const [, speaker, text] = /^([^:：。.!?？！\d]{1,30})[:：]\s*(.*)$/.exec(line) ?? [];
  return speaker && text ? { speaker: speaker.trim(), text } : { speaker: "", text: line };
}
