import data from "@/data/functions.json" with { type: "json" };
import { longestWords, wordFinder } from "./word-finder";

const own = wordFinder(data.functions.map(({ zh, words }) => ({ name: zh, words })));
/** Words that many functions share (顾问, designer, 助理) tell only when nothing else does. */
const general = wordFinder(data.functions.map(({ zh, general: words }) => ({ name: zh, words })));

export const jobFunctions: readonly string[] = data.functions.map(({ zh }) => zh);

/**
 * The class of work a job title names, in Chinese: "Java Developer" → 后端开发. The longest word wins, so 测试开发 is
 * testing. A title that says nothing (工程师, Manager) is settled by the description when two of its words agree.
 */
export function jobFunctionOf(title: string, description = ""): string | null {
  const plain = title.slice(0, 120);
  return longestWords(own(plain))[0] ?? longestWords(general(plain))[0] ?? fromDescription(description);
}

function fromDescription(description: string): string | null {
  const words = new Map<string, Set<string>>();
  for (const { name, word } of own(description.slice(0, 4000))) {
    const seen = words.get(name) ?? new Set();
    words.set(name, seen.add(word));
  }
  const [first, second] = [...words].map(([name, { size }]) => ({ name, size })).sort((a, b) => b.size - a.size);
  return first && first.size >= 2 && first.size > (second?.size ?? 0) ? first.name : null;
}
