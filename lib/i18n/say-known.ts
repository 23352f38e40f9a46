/** A namespace of the messages, whichever. */
type Sentences = { (key: never): string; has: (key: never) => boolean };

/** The message of a key that comes from data; null where none is written for it. */
export function sayKnown(sentences: Sentences, key: string): string | null {
  return sentences.has(key as never) ? sentences(key as never) : null;
}
