/** "E D U C A T I O N" → "EDUCATION"; two or more spaces divide words. Other text comes back unchanged. */
export function joinSpacedLetters(text: string): string {
  const isLatin =
    /^(?:[\p{Lu}&] ){3}\s{0,9}[\p{Lu}&](?: {1,3}[\p{Lu}&])*$/u.test(text) || /^(?:\p{L} ){4,}\p{L}$/u.test(text);
  const isHan = /^(?:\p{Script=Han} +){1,7}\p{Script=Han}$/u.test(text);
  if (isHan) return text.replace(/ /g, "");
  if (!isLatin) return text;
  return text
    .split(/ {2,}/)
    .map((word) => word.replaceAll(" ", ""))
    .join(" ");
}
