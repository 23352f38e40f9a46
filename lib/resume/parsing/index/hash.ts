/** FNV-1a of a string's UTF-16 units as a signed 32-bit integer: what PostgreSQL's `int` holds. */
export function hash32(text: string, seed = 0x811c9dc5): number {
  let value = seed;
  for (let index = 0; index < text.length; index += 1) {
    value ^= text.charCodeAt(index);
    value = Math.imul(value, 0x01000193);
  }
  return value | 0;
}
