/** Half a second holds no more. */
const mostUnits = 6;

/**
 * A piece of talk without what the piece before it ended with: where talk without a pause is cut, its last half second
 * is heard twice. The first word heard again may be a part of itself.
 */
export function withoutOverlap(before: string, text: string): string {
  const said = unitsOf(before);
  const units = unitsOf(text);
  for (let count = Math.min(mostUnits, said.length, units.length); count > 0; count -= 1) {
    const end = said.slice(-count);
    const isSaidAgain = end.every(({ plain }, index) => {
      const unit = units[index]?.plain ?? "";
      return unit === plain || (index === 0 && count > 1 && unit.length > 1 && plain.endsWith(unit));
    });
    if (isSaidAgain) return text.slice(units[count - 1]?.end).replace(/^[\s\p{P}]+/u, "");
  }
  return text;
}

type Unit = { plain: string; end: number };

/** Words, and single characters of Chinese. */
function unitsOf(text: string): Unit[] {
  return [...text.matchAll(/\p{Script=Han}|[\p{L}\p{N}'’]+(?<!\p{Script=Han})/gu)].map((match) => {
    const [found] = match;
    return { plain: found.toLowerCase(), end: match.index + found.length };
  });
}
