import { foldWidth } from "@/lib/resume/parsing/fold";
import type { TextSpan } from "@/lib/resume/profile";

export type FoundQuote = TextSpan & { text: string };

/**
 * Where a model's quote stands in a text, whatever the white space, the width of the characters and what cannot be
 * seen; null when it stands nowhere. The quote given back is the text's own wording.
 */
export function findQuote(text: string, quote: string): FoundQuote | null {
  const source = fold(text);
  const wanted = fold(quote).text;
  const at = wanted === "" ? -1 : source.text.indexOf(wanted);
  if (at < 0) return null;
  const start = source.places[at] ?? 0;
  const end = (source.places[at + wanted.length - 1] ?? start) + 1;
  return { start, end, text: text.slice(start, end) };
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
