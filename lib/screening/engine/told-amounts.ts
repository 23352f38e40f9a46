import { findQuantities, type Quantity } from "@/lib/resume/parsing/quantities";

/** Letters that a sentence needs for each amount, to say more than amounts. A Chinese character counts for two. */
const lettersPerAmount = 4;
const labels = /峰值|预算|总量|[约达近超]|\b(?:peak|budgets?|total|over|about|around|and|of|with|the|an?)\b/g;

/** The amounts of a sentence that tells of something done; none in a bare list: such numbers show nothing. */
export function toldAmounts(folded: string): Quantity[] {
  const amounts = findQuantities(folded);
  return isBare(folded, amounts) ? [] : amounts;
}

/** "日活 1 亿，团队 500 人", "$90 million budget": numbers with their units and nothing more. */
export function isBareAmounts(folded: string): boolean {
  return isBare(folded, findQuantities(folded));
}

function isBare(folded: string, amounts: Quantity[]): boolean {
  if (amounts.length === 0) return false;
  const rest = amounts
    .toReversed()
    .reduce((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, folded);
  const words = rest.replace(labels, " ");
  const letters = 2 * (words.match(/\p{Script=Han}/gu)?.length ?? 0) + (words.match(/[a-z]/g)?.length ?? 0);
  return letters < lettersPerAmount * amounts.length;
}
