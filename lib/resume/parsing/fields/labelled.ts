import { cutPiece, type Piece } from "../piece";

/**
 * The value behind a label such as 姓名： or "Name:", up to the line's end, a wide gap, a separator or the
 * next label. Only labels at a line's start or behind a gap count. First occurrence wins.
 */
export function findLabelled(text: string, labels: string, limit = text.length): Piece | null {
  const pattern = new RegExp(`(?:^|[\\t|｜,，;；/·•\\s])(?:${labels})\\s*(?:[:：]\\s*|\\t+)(?=\\S)`, "gimu");
  for (const match of text.slice(0, limit).matchAll(pattern)) {
    const start = match.index + match[0].length;
    const line = text.slice(start, text.indexOf("\n", start) < 0 ? text.length : text.indexOf("\n", start));
    const stop = /\t|\s{2,}|[|｜;；]|[,，\s]\s*[\p{Script=Han}/]{2,6}\s*[:：]|\s[A-Z][A-Za-z ]{2,16}:/u.exec(line);
    const piece = cutPiece(text, start, start + (stop?.index ?? line.length));
    if (piece) return piece;
  }
  return null;
}
