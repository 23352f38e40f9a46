import "server-only";
import { createFence } from "@/lib/ai/fence";
import type { UncertainField } from "@/lib/resume/filling/uncertain-fields";

/** An entry is told from others by how it begins. */
const longestBeginning = 120;

/** The names of fields are ours; whatever the resume says stands in the fence. */
export function fieldsPrompt({ text, fields }: { text: string; fields: readonly UncertainField[] }) {
  const fence = createFence();
  const instructions = [
    "You look up facts in a resume that a program did not find, or is not sure of.",
    fence.rule,
    "- Answer for the fields that are asked for and no others, each once. Leave out what the resume does not state: nothing is guessed, inferred or known from elsewhere.",
    "- quote: the words of the resume that state it, copied exactly and as short as possible.",
    "- value: the words of the quote that are the value, copied exactly. A date as YYYY, YYYY-MM or YYYY-MM-DD, as far as the quote states it; `present` for an open end.",
    "- A fact of an entry stands at that entry.",
  ].join("\n");
  const asked = fields.map(({ path }) => `- ${path}: ${meaningOf(path)}`).join("\n");
  const entries = new Map(fields.flatMap(({ entry, path }) => (entry ? [[entryOf(path), entry.start] as const] : [])));
  const beginnings = [...entries].map(([name, start]) => {
    return `${name}: ${text.slice(start, start + longestBeginning).replace(/\s+/g, " ")}`;
  });
  const where = beginnings.length > 0 ? `How these entries begin:\n${fence.around(beginnings.join("\n"))}\n\n` : "";
  return { instructions, prompt: `Asked for:\n${asked}\n\n${where}The resume:\n${fence.around(text)}` };
}

function entryOf(path: string): string {
  return path.split(".").slice(0, 2).join(".");
}

function meaningOf(path: string): string {
  const [list = "", , field] = path.split(".");
  return meanings[field ?? list] ?? list;
}

const meanings: Record<string, string> = {
  name: "the name of the person",
  phones: "their phone number",
  emails: "their e-mail address",
  city: "the city they live in",
  company: "the employer of this job",
  title: "the job title of this job",
  school: "the school of this education",
  degree: "the degree of this education",
  start: "when it began",
  end: "when it ended",
};
