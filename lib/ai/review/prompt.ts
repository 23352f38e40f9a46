import "server-only";
import { createFence } from "@/lib/ai/fence";
import type { ReviewMaterial } from "@/lib/ai/review/schema";

/** The model sees what was found with quotes, not the resume: no name, no contact. */
export function reviewPrompt({ language, summary, facts }: ReviewMaterial) {
  const fence = createFence();
  const written = language === "zh" ? "Chinese" : "English";
  const instructions = [
    "You word advice on how a resume is written, for the person who wrote it. The faults were found and the scores computed by code; you add none and change none.",
    fence.rule,
    `- Write in ${written}.`,
    "- summary: 2 or 3 sentences on what the writing does well and what to change first.",
    "- suggestions: at most one for each fault, with its id in `fact`. `issue` says what is wrong, `recommendation` how to write it better, both about the very words that are quoted.",
    "- A number may stand there only if it stands in the fault's own lines, in digits as there. Where one is missing, say what to add, never an example amount.",
    "- Words in quotation marks must be words of its quotes, unchanged.",
    "- Do not invent experience, and say nothing about gender, age, origin, health or family.",
  ].join("\n");
  const material = [
    `Found: ${summary}`,
    ...facts.map(({ id, text, quotes }) =>
      [`${id}: ${text}`, ...quotes.map((quote) => `  quote: ${quote}`)].join("\n"),
    ),
  ].join("\n\n");
  return { instructions, prompt: `The faults, with quotes from the resume:\n${fence.around(material)}` };
}
