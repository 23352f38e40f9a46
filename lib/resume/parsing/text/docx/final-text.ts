import { headingKind } from "../../headings";
import { anchorOf, type Box, boxesOfGroup, inReadingOrder } from "./box-order";

type Frame = {
  name: string;
  /** How many pieces were kept before it. */
  from: number;
  isDropped: boolean;
  /** Of a paragraph: the drawings with text boxes that hang on it, by their place among the pieces. */
  drawn?: { at: number; box: Box & { base: string } }[];
};

const tagPattern = /<(\/?)([\w:]+)((?:\s[^>]*?)?)(\/?)>|[^<]+|</g;
/** Without one of these a part says what it shows. */
const needed = /<w:(?:del|moveFrom|cellDel|showingPlcHdr|bdo|dir|fldSimple|ruby|txbxContent)[\s/>]/;

/** Taken out by a tracked change, or the small letters above a character. */
const dropped = new Set(["w:del", "w:moveFrom", "w:rt"]);
/** Only around other elements, and unknown to mammoth. */
const unwrapped = new Set(["w:bdo", "w:dir", "w:fldSimple", "w:ruby", "w:rubyBase"]);

/**
 * A part of a Word file as it reads when all tracked changes are accepted: what was inserted, not what was deleted or
 * moved away; content controls with what was entered, not with what asks for it; each text box once. `forMammoth` leaves
 * text boxes alone that mammoth finds by itself.
 */
export function finalText(xml: string, { forMammoth }: { forMammoth: boolean }): string {
  if (!needed.test(xml)) return xml;
  const stack: Frame[] = [];
  // In pieces: to cut a long text again and again takes its length each time.
  const kept: string[] = [];
  // In twentieths of a point; drawings count in 12,700 a point.
  const margin = Number(/<w:pgMar\s[^>]*w:left="(\d+)"/.exec(xml)?.[1] ?? 0) * 635;
  const isWithin = (name: string) => stack.some((frame) => frame.name === name);
  for (const [tag, closing, name = "", attributes = "", selfClosing] of xml.matchAll(tagPattern)) {
    if (name === "") kept.push(tag);
    else if (selfClosing) {
      const holder = removedBy(name, attributes, stack);
      if (holder) holder.isDropped = true;
      kept.push(tag);
    } else if (!closing) {
      stack.push({ name, from: kept.length, isDropped: dropped.has(name) });
      if (!unwrapped.has(name)) kept.push(tag);
    } else {
      const frame = stack.findLast((open) => open.name === name);
      if (!frame) continue;
      while (stack.length > 0 && stack.pop() !== frame);
      if (!unwrapped.has(name)) kept.push(tag);
      if (frame.isDropped && !(name === "w:sdt" && isTemplateHeading(kept.slice(frame.from)))) kept.length = frame.from;
      else if (isDrawn(name) && (name === "mc:AlternateContent" || !isWithin("mc:AlternateContent")))
        addDrawing(kept, frame.from, stack, { forMammoth, margin });
      else if (name === "w:p" && frame.drawn) orderDrawings(kept, frame.drawn);
    }
  }
  return kept.join("");
}

function addDrawing(
  kept: string[],
  from: number,
  stack: readonly Frame[],
  { forMammoth, margin }: { forMammoth: boolean; margin: number },
): void {
  const drawing = kept.splice(from).join("");
  const place = drawing.includes("<w:txbxContent") ? anchorOf(drawing, margin) : null;
  const paragraph = stack.findLast((open) => open.name === "w:p");
  kept.push(withBoxes(drawing, forMammoth));
  if (!place || !paragraph) return;
  paragraph.drawn ??= [];
  paragraph.drawn.push({ at: kept.length - 1, box: { ...place, xml: kept.at(-1) ?? "" } });
}

/** Boxes of one paragraph are written in the order they were drawn in; people read them by where they stand. */
function orderDrawings(kept: string[], drawn: NonNullable<Frame["drawn"]>): void {
  const bases = new Set(drawn.map(({ box }) => box.base));
  // What a tracked change took out is no longer there.
  if (drawn.length < 2 || bases.size > 1 || drawn.some(({ at, box }) => kept[at] !== box.xml)) return;
  const ordered = inReadingOrder(drawn.map(({ box }) => box));
  for (const [index, { at }] of drawn.entries()) kept[at] = ordered[index]?.xml ?? "";
}

/** The element that an empty one within it takes out: a deleted row or cell, a control that still asks. */
function removedBy(name: string, attributes: string, stack: readonly Frame[]): Frame | undefined {
  if (name === "w:cellDel") return stack.findLast((frame) => frame.name === "w:tc");
  if (name === "w:del" && stack.at(-1)?.name === "w:trPr") return stack.findLast((frame) => frame.name === "w:tr");
  const isAsking = name === "w:showingPlcHdr" && !/w:val="(?:0|false|off)"/.test(attributes);
  return isAsking ? stack.findLast((frame) => frame.name === "w:sdt") : undefined;
}

/** Word's own templates set "Experience" as what a control asks for, and nobody enters another word. */
function isTemplateHeading(pieces: string[]): boolean {
  const text = pieces.filter((piece) => !piece.startsWith("<")).join("");
  return text.length < 40 && headingKind(text) !== null;
}

function isDrawn(name: string): boolean {
  return name === "mc:AlternateContent" || name === "w:drawing" || name === "w:pict";
}

/** A drawing as its text boxes alone, in the form that mammoth knows; one without boxes stays. */
function withBoxes(drawing: string, forMammoth: boolean): string {
  if (!drawing.includes("<w:txbxContent")) return drawing;
  const grouped = boxesOfGroup(drawing.replace(/<mc:Fallback[\s\S]*$/, ""));
  if (grouped && grouped.length > 1)
    return inReadingOrder(grouped)
      .map(({ xml }) => asShape(xml))
      .join("");
  const fallback = /<mc:Fallback[\s\S]*$/.exec(drawing)?.[0] ?? (drawing.startsWith("<w:pict") ? drawing : "");
  // Of what is drawn by VML mammoth looks into these shapes.
  const isKnown = fallback.includes("<w:txbxContent") && !/<v:(?:oval|arc|curve|polyline|image)[\s>]/.test(fallback);
  if (forMammoth && isKnown) return drawing;
  const choice = drawing.slice(0, drawing.length - (drawing.startsWith("<w:pict") ? 0 : fallback.length));
  return (choice.includes("<w:txbxContent") ? outermostBoxes(choice) : outermostBoxes(fallback)).join("");
}

function outermostBoxes(drawing: string): string[] {
  const boxes: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: tag, index } of drawing.matchAll(/<\/?w:txbxContent(?:\s[^>]*)?>/g)) {
    if (!tag.startsWith("</")) {
      if (depth === 0) from = index;
      depth += 1;
    } else if (depth > 0) {
      depth -= 1;
      if (depth === 0) boxes.push(drawing.slice(from, index + tag.length));
    }
  }
  return boxes.map(asShape);
}

function asShape(box: string): string {
  return `<w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict>`;
}
