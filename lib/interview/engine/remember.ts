/**
 * A pure function of two objects whose results are kept for as long as both are: coverage, suggestions and
 * contradictions read the same answers with every word that is said.
 */
export function remembered<A extends object, B extends object, R>(compute: (one: A, other: B) => R) {
  const known = new WeakMap<B, WeakMap<A, { result: R }>>();
  return (one: A, other: B): R => {
    const ofOther = known.get(other) ?? new WeakMap<A, { result: R }>();
    known.set(other, ofOther);
    const found = ofOther.get(one) ?? { result: compute(one, other) };
    ofOther.set(one, found);
    return found.result;
  };
}
