import "server-only";
import { ModelError } from "@/lib/ai/model-error";
import { writePart } from "@/lib/ai/recommendation/write-part";
import type { SummaryFact } from "@/lib/ai/screening-summary/schema";
import { findModel } from "@/lib/ai/settings/find-model";
import { markTraits } from "@/lib/ai/video/mark-traits";
import type { Prose, Traits, VideoAnalysis, VideoQuote } from "@/lib/video/analysis-schema";
import { countHints } from "@/lib/video/engine/hint-traits";
import type { Conversation } from "@/lib/video/engine/read-exchanges";
import type { VideoSubject } from "@/lib/video/engine/subject";
import { quoteOf } from "@/lib/video/engine/utterances";
import { sayVideo } from "@/lib/video/statements";

/**
 * The hints at traits from words that a model marks, where they are hinted at all: the value is counted by code in the
 * same way. The built-in ones stand when the model fails, with the reason.
 */
export async function markTraitsByModel(
  organisationId: string,
  traits: Traits | null,
  conversation: Conversation,
  { candidateName }: VideoSubject,
): Promise<Traits | null> {
  if (traits?.state !== "hinted") return traits;
  return withModel(organisationId, traits, async (model) => {
    const spoken = conversation.turns.flatMap(({ answer }) => answer);
    const marks = await markTraits({ model, texts: spoken.map(({ text }) => withoutName(text, candidateName)) });
    const places = marks.flatMap(({ trait, way, text, start, end }) => {
      const one = spoken[text];
      return one ? [{ trait, way, quote: quoteOf(one, { start, end }, conversation.transcript) }] : [];
    });
    return { ...traits, hints: countHints(places), model: model.name, failureReason: null };
  });
}

/** What code found out, told by a model in sentences that rest on it; nothing where no model is set up. */
export async function writeProseByModel(
  organisationId: string,
  analysis: VideoAnalysis,
  { position, candidateName }: VideoSubject,
): Promise<Prose | null> {
  const quotes: VideoQuote[] = [];
  const facts = factsOf(analysis, quotes, candidateName);
  if (facts.length === 0) return null;
  const nothing: Prose = { model: null, sentences: [], failureReason: null };
  const written = await withModel<Prose | null>(organisationId, nothing, async (model) => {
    const about = "what a candidate said in a recording";
    const { sentences, failureReason } = await writePart({ model, about, title: position.title, facts });
    return {
      ...{ model: model.name, failureReason },
      sentences: sentences.map(({ zh, en, quotes: own }) => ({
        ...{ zh, en },
        quotes: own.flatMap(({ start }) => quotes[start] ?? []),
      })),
    };
  });
  return written?.model || written?.failureReason ? written : null;
}

/** @returns what was there before, with the reason, when the model fails; as it was without a model */
async function withModel<Part extends { model?: string | null; failureReason?: string | null } | null>(
  organisationId: string,
  before: Part,
  ask: (model: NonNullable<Awaited<ReturnType<typeof findModel>>>) => Promise<Part>,
): Promise<Part> {
  try {
    const model = await findModel({ organisationId, task: "video" });
    return model ? await ask(model) : before;
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return before && { ...before, failureReason: error.reason };
  }
}

/** Each quote goes by its number, so that a sentence leads back to where it is said. */
function factsOf({ summary, consistency, quality }: VideoAnalysis, quotes: VideoQuote[], name: string): SummaryFact[] {
  const numbered = (quote: VideoQuote) => {
    quotes.push(quote);
    return { start: quotes.length - 1, end: quotes.length, text: withoutName(quote.text, name) };
  };
  const lines = [
    ...(summary ?? []).map((line) => ({ text: sayVideo(line.statement, "en"), quotes: line.quotes.map(numbered) })),
    ...(consistency?.conflicts ?? []).map(({ reason, said, against }) => ({
      text: `${sayVideo(reason, "en")} ${against.where === "resume" ? "In the resume" : "Said before"}: ${withoutName(against.quote.text, name)}`,
      quotes: [numbered(said)],
    })),
    ...(consistency ? [{ text: `${consistency.agreements.length} claims agree with the resume.`, quotes: [] }] : []),
    ...(quality?.reasons ?? []).map((reason) => ({ text: sayVideo(reason, "en"), quotes: [] })),
  ];
  return lines.map((line, index) => ({ id: `F${index + 1}`, ...line }));
}

/** At the same length, so that places stay what they are. */
function withoutName(text: string, name: string): string {
  const own = name.trim();
  return own.length < 2 ? text : text.replaceAll(own, "*".repeat(own.length));
}
