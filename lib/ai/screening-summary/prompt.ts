import "server-only";
import { createFence } from "@/lib/ai/fence";
import type { SummaryFact } from "@/lib/ai/screening-summary/schema";

/** The model sees facts and quotes, not the resume: no name, no contact, nothing that did not count. */
export function summaryPrompt({ title, facts }: { title: string; facts: SummaryFact[] }) {
  const fence = createFence();
  const instructions = [
    "You put the result of a resume screening into prose for the recruiter who decides. The facts were found and the scores computed by code; you add none and change none.",
    fence.rule,
    "- 3 to 6 sentences: what speaks for the candidate, what against, and above all what is still unknown and should be asked.",
    "- Each sentence in Chinese (zh) and in English (en), saying the same, with the ids of the facts it rests on.",
    "- A number may stand in a sentence only if it stands in one of its facts, and is written in digits as there.",
    "- Words in quotation marks must be words of the quotes of its facts, unchanged.",
    "- Unknown is not a weakness. Recommend nothing of your own, and say nothing about gender, age, origin, health or family.",
  ].join("\n");
  const material = [`Position: ${title}`, ...facts.map(toLines)].join("\n\n");
  return { instructions, prompt: `The facts, with quotes from the resume:\n${fence.around(material)}` };
}

function toLines({ id, text, quotes }: SummaryFact): string {
  return [`${id}: ${text}`, ...quotes.map((quote) => `  quote: ${quote.text.replace(/\s+/g, " ")}`)].join("\n");
}
