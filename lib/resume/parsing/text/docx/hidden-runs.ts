import type { HiddenText } from "../../../document";
import { decodeEntities } from "./part-paragraphs";

type Look = { isVanished: boolean; isWhite: boolean; isTiny: boolean };
type Frame = {
  name: string;
  /** How many pieces were kept before it. */
  from: number;
  /** Whether the ground may be dark: a shaded or styled table, a text box. */
  isOnGround: boolean;
};

/** Half points: text of less than two points is not for people. */
const smallest = 4;
const tagPattern = /<(\/?)([\w:]+)((?:\s[^>]*?)?)(\/?)>|([^<]+)/g;

/**
 * Takes the runs out of a Word file's text that nobody sees: marked hidden, white on a white page, or tiny. White words
 * in a text box or a shaded or styled table stay, because what lies under them may be dark. `hidden` is in reading order.
 */
export function withoutHiddenRuns(document: string, styles = ""): { xml: string; hidden: HiddenText[] } {
  const looks = stylesWithLook(styles);
  const hidden: HiddenText[] = [];
  const stack: Frame[] = [];
  // In pieces: to cut a long text at each run takes its length each time.
  const xml: string[] = [];
  let paragraphLook: Look | undefined;
  for (const [tag, closing, name = "", attributes = "", selfClosing, text] of document.matchAll(tagPattern)) {
    if (text !== undefined || selfClosing) {
      if (name === "w:pStyle") paragraphLook = looks.get(attributeValue(attributes));
      if (name === "w:tblStyle" || isShading(name, attributes)) markGround(stack, name);
      xml.push(tag);
    } else if (!closing) {
      if (name === "w:p") paragraphLook = undefined;
      const isOnGround = name === "w:txbxContent" || (stack.at(-1)?.isOnGround ?? false);
      stack.push({ name, from: xml.length, isOnGround });
      xml.push(tag);
    } else {
      const frame = stack.findLast((open) => open.name === name);
      while (stack.length > 0 && stack.pop() !== frame);
      xml.push(tag);
      if (name !== "w:r" || !frame) continue;
      const run = xml.slice(frame.from).join("");
      const reason = hiddenReason(run, { inherited: paragraphLook, looks, isOnGround: frame.isOnGround });
      if (!reason) continue;
      xml.length = frame.from;
      note(hidden, textOf(run), reason);
    }
  }
  return { xml: xml.join(""), hidden };
}

type Context = { inherited: Look | undefined; looks: Map<string, Look>; isOnGround: boolean };

function hiddenReason(run: string, { inherited, looks, isOnGround }: Context): HiddenText["reason"] | null {
  // Its own, which come first; those of a text box within it are of the runs in there.
  const properties = /^<w:r(?:\s[^>]*)?>\s*<w:rPr>([\s\S]*?)<\/w:rPr>/.exec(run)?.[1] ?? "";
  const own = lookOf(properties);
  const style = looks.get(/<w:rStyle\s+w:val="([^"]*)"/.exec(properties)?.[1] ?? "");
  const all = [own, style, inherited];
  if (isTurnedOn(properties, "vanish") ?? all.some((look) => look?.isVanished)) return "hidden_run";
  const size = /<w:sz\s/.test(properties) ? own.isTiny : all.some((look) => look?.isTiny);
  if (size) return "tiny";
  const colour = /<w:color\s/.test(properties) ? own.isWhite : all.some((look) => look?.isWhite);
  const isMarked = /<w:(?:highlight|shd)\s/.test(properties);
  return colour && !isMarked && !isOnGround ? "background_colour" : null;
}

function lookOf(properties: string): Look {
  const size = Number(/<w:sz\s+w:val="(\d+)"/.exec(properties)?.[1] ?? Number.NaN);
  return {
    isVanished: isTurnedOn(properties, "vanish") ?? false,
    isWhite: /<w:color\s[^>]*w:val="F[A-F]F[A-F]F[A-F]"/i.test(properties),
    isTiny: size < smallest,
  };
}

/** `<w:vanish/>` and `w:val="1"` turn on, `w:val="0"` turns off what a style turned on; undefined: not said. */
function isTurnedOn(properties: string, name: string): boolean | undefined {
  const match = new RegExp(`<w:${name}(?:\\s+w:val="([^"]*)")?\\s*/>`).exec(properties);
  return match ? !/^(?:0|false|off)$/.test(match[1] ?? "") : undefined;
}

function stylesWithLook(styles: string): Map<string, Look> {
  return new Map(
    [...styles.matchAll(/<w:style\s[^>]*w:styleId="([^"]*)"[^>]*>([\s\S]*?)<\/w:style>/g)].map(
      ([, id = "", body = ""]) => [id, lookOf(/<w:rPr>([\s\S]*?)<\/w:rPr>/.exec(body)?.[1] ?? "")],
    ),
  );
}

function attributeValue(attributes: string): string {
  return /w:val="([^"]*)"/.exec(attributes)?.[1] ?? "";
}

function isShading(name: string, attributes: string): boolean {
  return name === "w:shd" && !/w:fill="(?:auto|FFFFFF)"/i.test(attributes);
}

/** Shading of a cell or paragraph lies under what follows in it, a table's style under all of the table. */
function markGround(stack: Frame[], name: string) {
  const holder = name === "w:tblStyle" ? ["w:tbl"] : ["w:tc", "w:p", "w:tbl"];
  const frame = stack.findLast((open) => holder.includes(open.name));
  if (!frame) return;
  const from = stack.indexOf(frame);
  for (const open of stack.slice(from)) open.isOnGround = true;
}

function textOf(run: string): string {
  const parts = [...run.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = ""]) => text);
  return decodeEntities(parts.join(""));
}

function note(hidden: HiddenText[], text: string, reason: HiddenText["reason"]) {
  const last = hidden.at(-1);
  if (last?.reason === reason) last.text = `${last.text}${text}`.slice(0, 2000);
  else if (/\p{L}/u.test(text)) hidden.push({ text: text.trim().slice(0, 2000), reason, page: null });
}
