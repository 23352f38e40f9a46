/**
 * JSON that PostgreSQL and the canonical form of a signature both take. Half an emoji, as a cut error message
 * may end with, is neither; it becomes the replacement character.
 */
export function toJson(value: unknown): string {
  const text = JSON.stringify(value) ?? "null";
  return /\\ud[89a-f]/i.test(text) ? JSON.stringify(value, wellFormed) : text;
}

function wellFormed(_key: string, value: unknown) {
  return typeof value === "string" ? value.toWellFormed() : value;
}
