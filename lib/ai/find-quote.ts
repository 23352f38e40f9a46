import { foldWidth } from "@/lib/resume/parsing/fold";
import type { TextSpan } from "@/lib/resume/profile";

export type FoundQuote = TextSpan & { text: string };

/**
 * Where a model's quote stands in a text, whatever the white space, the width of the characters and what cannot be
 * seen; null when it stands nowhere. It begins and ends at whole words and numbers: "5 years" is no quote of "15 years".
 * The quote given back is the text's own wording.
 */
export function findQuote(text: string, quote: string): FoundQuote | null {
  const source = fold(text);
  const wanted = fold(quote).text;
  if (wanted === "") return null;
  for (let at = source.text.indexOf(wanted); at >= 0; at = source.text.indexOf(wanted, at + 1)) {
    const start = source.places[at] ?? 0;
    const end = (source.places[at + wanted.length - 1] ?? start) + 1;
    if (!isInsideWord(text, start) && !isInsideWord(text, end)) return { start, end, text: text.slice(start, end) };
  }
  return null;
}

function isInsideWord(text: string, place: number): boolean {
  return /^(?:[a-z]{2}|\d[\d.]|\.\d)$/i.test(foldWidth(text.slice(place - 1, place + 1)).replace(/\.$/, ""));
}

function fold(text: string) {
  const places: number[] = [];
  let folded = "";
  const sameLength = foldWidth(text);
  for (let place = 0; place < sameLength.length; place += 1) {
    const character = sameLength[place] ?? "";
    if (ignored.test(character)) continue;
    folded += alike[character] ?? character;
    places.push(place);
  }
  return { text: folded, places };
}

const ignored = /[\s\p{Cf}\p{Cc}]|\p{Variation_Selector}/u;
/** Models straighten quotation marks. */
const alike: Record<string, string> = { "“": '"', "”": '"', "。": "." };
