import type { Reading } from "../../profile";
import { type Piece, read } from "../piece";
import { findLabelled } from "./labelled";

/** Lines that speak of the person, in a text of the original's length with everything else blank, so places hold. */
export type Scope = string;

/** A labelled value as written, within a scope. */
export function readLabelled(scope: Scope, labels: string, confidence = 0.93): Reading<string> | null {
  const piece = findLabelled(scope, labels);
  return piece && !isNothing(piece.text) ? read(piece.text.replace(/\s+/g, " "), piece, { confidence }) : null;
}

/** Stretches between separators, such as the facts in "男 | 28岁 | 汉族 | 已婚". */
export function factsOf(scope: Scope): Piece[] {
  return [...scope.matchAll(/[^\n\t|｜/·•,，、;；]+/g)].flatMap((match) =>
    splitSpaces(match[0], match.index).filter(({ text }) => text.length <= 24),
  );
}

function splitSpaces(text: string, offset: number): Piece[] {
  return [...text.matchAll(/\S+(?: \S+)*/g)].flatMap((match) => {
    const start = offset + match.index;
    const whole = { text: match[0], start, end: start + match[0].length };
    // Chinese facts stand with a single space between them; English ones are of several words.
    if (!/\p{Script=Han}/u.test(match[0]) || !match[0].includes(" ")) return [whole];
    return [...match[0].matchAll(/\S+/g)].map((word) => ({
      text: word[0],
      start: start + word.index,
      end: start + word.index + word[0].length,
    }));
  });
}

export function isNothing(text: string): boolean {
  return /^(?:无|暂无|没有|不详|未填写|未知|none|n\/?a|-+|\/)$/i.test(text.trim());
}
