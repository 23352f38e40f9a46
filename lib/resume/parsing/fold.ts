/** Full-width forms as half-width, same length, so that places found in the result hold for the text. */
export function foldWidth(text: string): string {
  if (!/[\u02bc\u2010-\u2013\u2018\u2019\u2212\u3000\uff01-\uff5e]/.test(text)) return text;
  return text
    .replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, " ")
    .replace(/[\u2010-\u2013\u2212]/g, "-")
    .replace(/[\u2018\u2019\u02bc]/g, "'");
}

export function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
