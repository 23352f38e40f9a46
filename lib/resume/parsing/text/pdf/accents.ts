import { accented } from "../clean-text";
import type { Run } from "./types";

const endsInAccent = /[¨˘ˇ˝¸´˙ˆ˜`]$/;

/** TeX draws an accent at the end of a run, over the letter with which the next one begins: "G¨" and "ung" are "Güng". */
export function withAccents(runs: Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const before = joined.at(-1);
    const whole =
      before &&
      endsInAccent.test(before.text) &&
      followsOn(before, run) &&
      accented(run.text.slice(0, 1), before.text.slice(-1));
    if (!before || !whole) {
      joined.push(run);
      continue;
    }
    joined.pop();
    const text = before.text.slice(0, -1);
    if (text !== "") joined.push({ ...before, text, width: Math.max(run.x - before.x, 0) });
    joined.push({ ...run, text: whole + run.text.slice(1) });
  }
  return joined;
}

function followsOn(before: Run, run: Run): boolean {
  const end = before.x + before.width;
  return (
    /^\p{L}/u.test(run.text) &&
    Math.abs(before.baseline - run.baseline) < 0.5 * run.size &&
    run.x > end - run.size &&
    run.x < end + 0.3 * run.size
  );
}
