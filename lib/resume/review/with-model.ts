import "server-only";
import { ModelError } from "@/lib/ai/model-error";
import type { ReviewFact, ReviewMaterial } from "@/lib/ai/review/schema";
import { wordReview } from "@/lib/ai/review/word-review";
import { findModel } from "@/lib/ai/settings/find-model";
import type { ResumeProfile } from "@/lib/resume/profile";
import type { Review } from "./schema";

type Reviewed = { text: string; profile: ResumeProfile; review: Review };
const mostQuotes = 3;

/**
 * The review with a model's words in the place of the templates; scores, measures, categories and priorities stay. Where
 * the model fails, the built-in words stand and the reason beside them.
 */
export async function withModelWords({ organisationId, ...reviewed }: Reviewed & { organisationId: string }) {
  const { review } = reviewed;
  let name: string | null = null;
  try {
    const model = await findModel({ organisationId, task: "review" });
    if (!model) return review;
    name = model.name;
    const material = materialOf(reviewed);
    const { summary, suggestions } = await wordReview({ model, material });
    const wordOf = new Map(suggestions.map(({ fact, ...words }) => [fact, words]));
    const worded = review.suggestions.map((one, index) => ({ ...one, ...wordOf.get(factId(index)) }));
    const words = { model: name, failureReason: null };
    return { ...review, summary: `${summary.trim()} ${review.summary}`, suggestions: worded, words };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return { ...review, words: { model: name, failureReason: error.reason } };
  }
}

/** What was found, without what names the person. */
export function materialOf({ text, profile, review }: Reviewed): ReviewMaterial {
  const names = [profile.name, ...profile.phones, ...profile.emails].flatMap((one) => one?.value ?? []);
  const isOpen = (said: string) => !names.some((name) => said.includes(name));
  const statements = review.measures
    .filter(({ dimension }) => dimension === "project" || dimension === "expression")
    .flatMap(({ spans }) => spans.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, " ")));
  const facts = review.suggestions.map(({ issue }, index): ReviewFact => {
    const cited = [...issue.matchAll(/“([^“”]+?)…?”/g)].map(([, words = ""]) => words);
    const quotes = statements.filter((said) => cited.some((words) => said.includes(words.replace(/\s+/g, " "))));
    return { id: factId(index), text: issue, quotes: [...new Set(quotes)].filter(isOpen).slice(0, mostQuotes) };
  });
  return { language: review.language, summary: review.summary, facts: facts.filter((fact) => isOpen(fact.text)) };
}

function factId(index: number): string {
  return `F${index + 1}`;
}
