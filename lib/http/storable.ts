/** How JSON writes a NUL, or half a character; a whole one outside the first plane is two of these. */
const suspicious = /\\u(?:0000|d[89a-f])/i;

/** Without NUL, which PostgreSQL keeps in no text, and without halves of characters. */
export function storable(text: string): string {
  return text.replaceAll("\u0000", "").toWellFormed();
}

/**
 * What JSON says, its texts and names storable.
 *
 * @throws SyntaxError; RangeError where it is nested too deeply to look through
 */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  return suspicious.test(text) ? storableValue(value) : value;
}

function storableValue(value: unknown): unknown {
  if (typeof value === "string") return storable(value);
  if (Array.isArray(value)) return value.map(storableValue);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [storable(name), storableValue(one)]));
}
