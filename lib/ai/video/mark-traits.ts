import "server-only";
import { z } from "zod";
import { askModel, type Checked } from "@/lib/ai/ask-model";
import { createFence } from "@/lib/ai/fence";
import { findQuote } from "@/lib/ai/find-quote";
import type { ModelConfig } from "@/lib/ai/models";
import { bigFive } from "@/lib/video/kinds";

const marksAnswer = z.object({
  marks: z.array(z.object({ trait: z.enum(bigFive), way: z.enum(["up", "down"]), quote: z.string() })).max(100),
});

export type TraitMark = {
  trait: (typeof bigFive)[number];
  way: "up" | "down";
  /** Which of the texts the words stand in. */
  text: number;
  start: number;
  end: number;
};

const longestQuote = 200;
const mostMarks = 60;

type MarkTraits = { model: ModelConfig; texts: readonly string[]; signal?: AbortSignal };

/**
 * Words of a candidate that a model takes for signs of a trait, each where it stands. It gives no number: that is
 * counted by code. Words that stand nowhere go back once; after that they are left out.
 *
 * @throws ModelError
 */
export function markTraits({ model, texts, signal }: MarkTraits): Promise<TraitMark[]> {
  return askModel({
    ...{ model, signal, shape: marksAnswer, ...promptOf(texts) },
    check: ({ marks }, isLast): Checked<TraitMark[]> => {
      const problems: string[] = [];
      const value: TraitMark[] = [];
      for (const { trait, way, quote } of marks.slice(0, mostMarks)) {
        const found = quote.length > longestQuote ? null : placeOf(texts, quote);
        if (!found) problems.push(`These words do not stand there, or are too many: ${quote.slice(0, longestQuote)}`);
        else if (!value.some((one) => one.trait === trait && one.text === found.text && overlap(one, found)))
          value.push({ trait, way, ...found });
      }
      if (problems.length > 0 && !isLast) return { reason: "invented", problem: problems.join("\n") };
      return { value };
    },
  });
}

type Place = Pick<TraitMark, "text" | "start" | "end">;

function placeOf(texts: readonly string[], quote: string): Place | null {
  for (const [text, said] of texts.entries()) {
    const found = findQuote(said, quote);
    if (found) return { text, start: found.start, end: found.end };
  }
  return null;
}

function overlap(one: Place, other: Place): boolean {
  return one.start < other.end && other.start < one.end;
}

function promptOf(texts: readonly string[]) {
  const fence = createFence();
  const instructions = [
    "You read what somebody said in a job interview and mark words that are signs of one of the five traits of the Big Five. You judge nobody and give no number.",
    fence.rule,
    "- Mark only what is said about the speaker's own feeling or doing, not facts, names, jobs or skills.",
    "- `quote` is copied word for word from one line, as short as the sign is, at most 200 characters.",
    "- `way`: up for a sign of much of the trait, down for a sign of little.",
    "- At most 8 marks for each trait; none where there is no sign. Mark signs both ways where there are both.",
  ].join("\n");
  return { instructions, prompt: `What was said, a line each:\n${fence.around(texts.join("\n"))}` };
}
