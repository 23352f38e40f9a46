import "server-only";
import { createFence } from "@/lib/ai/fence";
import type { Locale } from "@/lib/i18n/locale";

export function draftPrompt({ description, locale }: { description: string; locale: Locale }) {
  const fence = createFence();
  const instructions = [
    "You turn a job description into a list of requirements that a resume can be held against.",
    fence.rule,
    "- title, department: words of the description, as they stand there. Null for a department it does not name, an empty title if it names none.",
    "- requirements: one checkable thing each, in the order of the description. Leave out duties, benefits and personal attributes such as gender, age, marriage or origin.",
    "- quote: the words of the description that ask for it, copied exactly and as short as possible.",
    `- text: the requirement in few words, in ${locale === "zh" ? "Chinese" : "English"}. It asks for no more than its quote, and holds no number that the quote does not hold.`,
    "- necessity: gate for what nobody can be considered without by law or by the description's own words, must for what is required, nice for what is a plus.",
    "- weight: 1 to 5, where 3 is usual and 5 is what the description stresses most.",
    "- salary: yuan per month, with the words it stands in; null when the description names none or another currency.",
  ].join("\n");
  return { instructions, prompt: `The job description:\n${fence.around(description)}` };
}
