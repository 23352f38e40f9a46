import type { TextSpan } from "@/lib/resume/profile";
import type { Evidence } from "./evidence";

/** How well, 1 to 4: has seen, familiar, skilled, expert. */
const levels: [number, RegExp][] = [
  [4, /精通|专家|expert|mastery|mastered|advanced/gi],
  [3, /熟练|掌握|擅长|proficien|strong|skilled|solid/gi],
  [2, /熟悉|熟知|familiar|intermediate|working knowledge/gi],
  [1, /了解|入门|初级|初步|基本|basic|beginner|elementary|exposure/gi],
];

/** The level a text asks for; of several, the highest. Null when it names none. */
export function readLevel(text: string): number | null {
  return levels.find(([, pattern]) => text.search(pattern) >= 0)?.[0] ?? null;
}

/** The highest level that the resume gives a skill in so many words; null where any of its places has none beside it. */
export function statedLevel(places: readonly TextSpan[], { folded }: Evidence): number | null {
  const stated = places.map((place) => levelAt(folded, place));
  if (stated.length === 0 || stated.some((level) => level === null)) return null;
  return Math.max(...stated.map((level) => level ?? 0));
}

/** "了解 Java、Kafka", "Java（熟悉）", "Python: basic": the nearest level before it in its clause, else in brackets or behind a colon. */
function levelAt(folded: string, { start, end }: TextSpan): number | null {
  const clause =
    folded
      .slice(Math.max(0, start - 60), start)
      .split(/[。；;，\n]|\.\s|[)）]/)
      .at(-1) ?? "";
  const nearest = levels
    .flatMap(([level, pattern]) => [...clause.matchAll(pattern)].map(({ index }) => ({ level, index })))
    .toSorted((a, b) => b.index - a.index)[0];
  if (nearest) return nearest.level;
  const behind = /^\s*(?:[(（:：]|[-–—])\s*([^)）,，、;；\n]{2,16})/.exec(folded.slice(end, end + 24))?.[1];
  return behind ? readLevel(behind) : null;
}
