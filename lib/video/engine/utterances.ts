import type { AnswerQuote } from "@/lib/interview/schema";
import { sentenceEnd } from "@/lib/screening/engine/quotes";
import type { VideoQuote } from "@/lib/video/analysis-schema";
import type { SpeakerRole, Transcript, TranscriptLine } from "@/lib/video/schema";
import { secondsAt } from "@/lib/video/spoken-at";

type Piece = { line: number; start: number; end: number };

/** What one person said without another in between: captions cut sentences into lines, here they are whole again. */
export type Utterance = {
  id: string;
  role: SpeakerRole;
  text: string;
  pieces: Piece[];
  startSeconds: number;
  endSeconds: number;
};

/** A pause after which something new is said, whatever the marks. */
const apartSeconds = 1.5;

export function toUtterances({ lines, hasTimes }: Transcript, roles: readonly SpeakerRole[]): Utterance[] {
  const found: Utterance[] = [];
  lines.forEach((line, index) => {
    const role = roles[index] ?? "candidate";
    const last = found.at(-1);
    const before = lines[index - 1];
    const isSame = last?.role === role && before?.speaker === line.speaker;
    const isWhole = last !== undefined && sentenceEnd(last.text, last.text.length - 1);
    const isApart = hasTimes && before !== undefined && line.startSeconds - before.endSeconds > apartSeconds;
    if (last && isSame && hasTimes && !isWhole && !isApart) append(last, line, index);
    else found.push(begin(line, index, role));
  });
  return found;
}

function begin({ text, startSeconds, endSeconds }: TranscriptLine, line: number, role: SpeakerRole): Utterance {
  const pieces = [{ line, start: 0, end: text.length }];
  return { id: `line-${line}`, role, text, pieces, startSeconds, endSeconds };
}

function append(utterance: Utterance, { text, endSeconds }: TranscriptLine, line: number) {
  const glue = joint(utterance.text, text);
  const start = utterance.text.length + glue.length;
  utterance.text += glue + text;
  utterance.pieces.push({ line, start, end: start + text.length });
  utterance.endSeconds = endSeconds;
}

/** Chinese is written on without a space. */
export function joint(before: string, after: string): string {
  return /[\p{Script=Han}，、。！？：；]$/u.test(before) && /^[\p{Script=Han}]/u.test(after) ? "" : " ";
}

/** A place of an utterance as something that can be played. */
export function quoteOf(
  { text, pieces }: Utterance,
  { start, end }: { start: number; end: number },
  { lines, hasTimes }: Transcript,
): VideoQuote {
  const first = pieces.findLast((piece) => piece.start <= start) ?? pieces[0];
  const last = pieces.findLast((piece) => piece.start < end) ?? first;
  const line = first?.line ?? 0;
  const spoken = lines[line];
  const seconds = hasTimes && spoken ? secondsAt(spoken, start - (first?.start ?? 0)) : null;
  return { text: text.slice(start, end), line, endLine: last?.line ?? line, seconds };
}

/** Of what the listening engine found in the answers. */
export function toVideoQuote(quote: AnswerQuote, utterances: readonly Utterance[], transcript: Transcript): VideoQuote {
  const utterance = utterances.find(({ id }) => id === quote.segmentId);
  if (!utterance) throw new Error("A quote of no utterance");
  return quoteOf(utterance, quote, transcript);
}

/** How much is said: Latin words and Chinese characters. */
export function countWords(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = text.match(/[\p{Script=Latin}\d][\p{Script=Latin}\d'’+#.-]*/gu)?.length ?? 0;
  return han + latin;
}

export function languageOf(text: string): "zh" | "en" {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = text.match(/[\p{Script=Latin}]+/gu)?.length ?? 0;
  return han > latin ? "zh" : "en";
}
