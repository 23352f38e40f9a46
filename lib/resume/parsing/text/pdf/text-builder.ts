import type { TextBox } from "../../../document";
import { maxTextLength } from "../limits";
import type { Row, Segment } from "./types";

/** First parts of words that are written with a hyphen wherever they stand. */
const hyphenated = new Set(
  "self full cross high real open end co non multi data user client cloud large long short low well time cost decision problem object test event front back third second first state peer role server cutting fast hands community customer one two three four detail results service web sub semi out on off in left right post pre inter intra e all ever hard world company production enterprise industry machine deep cost risk award go start day week month year mid late early best top key single double triple dual quick easy highly low".split(
    " ",
  ),
);

const longestWord = 60;

/** Writes rows into one text and remembers where each run of it stands on its page. */
export class TextBuilder {
  text = "";
  readonly boxes: TextBox[] = [];
  readonly styleBreaks: number[] = [];
  /** For each box: 1 for what a file says itself. */
  readonly confidences: number[] = [];

  get isFull(): boolean {
    return this.text.length >= maxTextLength;
  }

  addRows(rows: Row[], page: number): void {
    for (const row of rows) {
      if (this.isFull) return;
      if (this.joinsHyphen(row)) this.dropLineEnd();
      if (row.isNewBlock && this.text !== "" && !this.text.endsWith("\n\n")) this.text += "\n";
      for (const [index, segment] of row.segments.entries()) {
        if (index > 0) this.text += "\t";
        this.addSegment(segment, page);
      }
      this.text += "\n";
    }
  }

  /** "Devel- ↵ oping": the row goes on with the word the last line broke off. */
  private joinsHyphen(row: Row): boolean {
    return (
      !row.isNewBlock &&
      row.segments.length === 1 &&
      /[\p{L}]{2}[-‐]\n$/u.test(this.text.slice(-4)) &&
      /^\p{Ll}{2}/u.test(row.segments[0]?.text ?? "")
    );
  }

  private dropLineEnd(): void {
    const word = /((?<!\p{L})\p{L}+)[-‐]\n$/u.exec(this.text.slice(-longestWord))?.[1]?.toLowerCase() ?? "";
    const box = this.boxes.at(-1);
    this.text = this.text.slice(0, hyphenated.has(word) ? -1 : -2);
    if (box && box[1] > this.text.length) box[1] = this.text.length;
  }

  addLine(text: string): void {
    this.text += `${text}\n`;
  }

  private addSegment(segment: Segment, page: number): void {
    const offset = this.text.length;
    this.text += segment.text;
    for (const [index, { start, end, run }] of segment.parts.entries()) {
      if (isStyleBreak(segment, index)) this.styleBreaks.push(offset + start);
      const place = [run.x, run.top, run.width, run.size].map((value) => Math.round(value * 100) / 100);
      const [x = 0, y = 0, width = 0, height = 0] = place;
      this.boxes.push([offset + start, offset + end, page, x, y, width, height]);
      this.confidences.push(run.confidence ?? 1);
    }
  }
}

/** Another font between two words of one script, in Chinese also without a space; Latin words in Chinese text have a font of their own anyway. */
function isStyleBreak({ text, parts }: Segment, index: number): boolean {
  const part = parts[index];
  const before = parts[index - 1];
  if (!part || !before || before.run.font === part.run.font) return false;
  const [left = "", right = ""] = [text[before.end - 1], text[part.start]];
  const isHan = (character: string) => /\p{Script=Han}/u.test(character);
  const hasRoom = part.start > before.end || (isHan(left) && isHan(right));
  return hasRoom && /[\p{L}\d)）.]/u.test(left) && /[\p{L}(（]/u.test(right) && isHan(left) === isHan(right);
}
