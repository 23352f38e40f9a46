type Person = { id: string; name: string };
export type CommentPart = { text: string; person: Person | null };

/**
 * A text cut where it calls somebody as "@name"; of names that begin alike the longest. Of colleagues with the same
 * name the chosen one is meant.
 */
export function splitMentions(text: string, people: readonly Person[], chosen: ReadonlySet<string>): CommentPart[] {
  const byLength = people.toSorted(
    (a, b) => b.name.length - a.name.length || Number(chosen.has(b.id)) - Number(chosen.has(a.id)),
  );
  const parts: CommentPart[] = [];
  let from = 0;
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    const person = byLength.find(({ name }) => name !== "" && text.startsWith(name, at + 1));
    if (!person || at < from) continue;
    if (at > from) parts.push({ text: text.slice(from, at), person: null });
    from = at + 1 + person.name.length;
    parts.push({ text: text.slice(at, from), person });
  }
  return from < text.length ? [...parts, { text: text.slice(from), person: null }] : parts;
}

export function findMentions(text: string, people: readonly Person[], chosen: ReadonlySet<string>): string[] {
  return [...new Set(splitMentions(text, people, chosen).flatMap(({ person }) => person?.id ?? []))];
}

/** What is being written behind an "@" in front of the caret; null where no name is. */
export function mentionAt(text: string, caret: number): { start: number; query: string } | null {
  const [found, query = ""] = /(?<![\p{Script=Latin}\d._-])@([^\s@]{0,40})$/u.exec(text.slice(0, caret)) ?? [];
  return found === undefined ? null : { start: caret - found.length, query };
}
