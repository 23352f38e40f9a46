/**
 * Kendall's τ-b between two rankings of the same things: 1 for the same order, −1 for the opposite one, 0 for no
 * agreement. Ties of either side are left out of its denominator (M. G. Kendall, "The treatment of ties in ranking
 * problems", Biometrika 33, 1945). Null where one side has nothing but ties.
 */
export function kendallTauB(first: readonly number[], second: readonly number[]): number | null {
  let agreement = 0;
  let [firstUntied, secondUntied] = [0, 0];
  for (let one = 0; one < first.length; one += 1) {
    for (let other = one + 1; other < first.length; other += 1) {
      const a = Math.sign((first[one] ?? 0) - (first[other] ?? 0));
      const b = Math.sign((second[one] ?? 0) - (second[other] ?? 0));
      agreement += a * b;
      firstUntied += Math.abs(a);
      secondUntied += Math.abs(b);
    }
  }
  const scale = Math.sqrt(firstUntied * secondUntied);
  return scale === 0 ? null : agreement / scale;
}
