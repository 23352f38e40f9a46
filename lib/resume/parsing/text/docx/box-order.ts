/** Where a text box stands, in the units of its group or page. */
export type Place = { x: number; y: number; width: number; height: number };
export type Box = Place & { xml: string };

type Group = { x: number; y: number; scaleX: number; scaleY: number; from: { x: number; y: number } };

const inner =
  /<(wpg:wgp|wpg:grpSp)(?=[\s>])|<\/(?:wpg:wgp|wpg:grpSp)>|<wpg:grpSpPr(?=[\s>])|<wps:wsp(?=[\s>])|<w:txbxContent(?=[\s>])/g;
/** No description of a place is longer; a bound keeps hostile files from costing the square of their length. */
const longest = 6_000;

/** The text boxes of a drawn group with their places; null where a place is not told. */
export function boxesOfGroup(drawing: string): Box[] | null {
  if (!drawing.includes("<wpg:wgp")) return null;
  const groups: Group[] = [];
  const boxes: Box[] = [];
  let shapeAt = -1;
  let done = 0;
  for (const { 0: tag, 1: opened, index } of drawing.matchAll(inner)) {
    if (index < done) continue;
    if (opened) groups.push({ x: 0, y: 0, scaleX: 1, scaleY: 1, from: { x: 0, y: 0 } });
    else if (tag.startsWith("</")) groups.pop();
    else if (tag === "<wpg:grpSpPr") setGroup(groups, drawing.slice(index, index + longest));
    else if (tag === "<wps:wsp") shapeAt = index;
    else {
      const shape = shapeAt < 0 ? null : placeOf(drawing.slice(shapeAt, Math.min(index, shapeAt + longest)));
      if (!shape) return null;
      done = endOfBox(drawing, index);
      boxes.push({ ...onPage(shape, groups), xml: drawing.slice(index, done) });
      shapeAt = -1;
    }
  }
  return boxes;
}

/**
 * Where an anchored drawing stands across the page, and what its offset down counts from. `margin` is the page's left one:
 * Word counts across from the page's edge, the margin or the column, and boxes side by side differ in it.
 */
export function anchorOf(drawing: string, margin: number): (Place & { base: string }) | null {
  const from = drawing.indexOf("<wp:anchor");
  const anchor =
    from < 0 ? null : /^[\s\S]*?<wp:extent cx="(\d+)" cy="(\d+)"/.exec(drawing.slice(from, from + longest));
  const across = /<wp:positionH relativeFrom="(\w+)">\s*<wp:posOffset>(-?\d+)/.exec(anchor?.[0] ?? "");
  const down = /<wp:positionV relativeFrom="(\w+)">\s*<wp:posOffset>(-?\d+)/.exec(anchor?.[0] ?? "");
  if (!anchor || !across || !down) return null;
  const isFromMargin = /^(?:column|margin|character)$/.test(across[1] ?? "");
  if (!isFromMargin && !/^(?:page|leftMargin)$/.test(across[1] ?? "")) return null;
  return {
    x: Number(across[2]) + (isFromMargin ? margin : 0),
    y: Number(down[2]),
    width: Number(anchor[1]),
    height: Number(anchor[2]),
    base: down[1] ?? "",
  };
}

/** As a person reads them: each of two columns from its top, otherwise row by row. */
export function inReadingOrder<Item extends Place & { xml: string }>(boxes: Item[]): Item[] {
  const gutter = gutterOf(boxes);
  const columns =
    gutter === null ? [boxes] : [boxes.filter(({ x }) => x < gutter), boxes.filter(({ x }) => x >= gutter)];
  return columns.flatMap((column) => {
    const near = Math.min(...column.map(({ height }) => height)) * 0.4;
    return column.toSorted((a, b) => (Math.abs(a.y - b.y) < near ? a.x - b.x : a.y - b.y));
  });
}

/** Where the second column begins. Short boxes beside long ones are headings of their rows, no column. */
function gutterOf(boxes: (Place & { xml: string })[]): number | null {
  for (const { x: edge } of boxes) {
    const left = boxes.filter(({ x }) => x < edge);
    const right = boxes.filter(({ x }) => x >= edge);
    if (left.length < 2 || right.length < 2 || left.some(({ x, width }) => x + width > edge + width * 0.1)) continue;
    if ([left, right].every((column) => column.some(({ xml }) => textOf(xml).length > 12))) return edge;
  }
  return null;
}

function textOf(xml: string): string {
  return [...xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)/g)].map(([, text]) => text).join("");
}

function endOfBox(drawing: string, start: number): number {
  const tags = /<(\/?)w:txbxContent(?:\s[^>]*)?>/g;
  tags.lastIndex = start;
  let depth = 0;
  for (let match = tags.exec(drawing); match; match = tags.exec(drawing)) {
    depth += match[1] ? -1 : 1;
    if (depth === 0) return tags.lastIndex;
  }
  return drawing.length;
}

function setGroup(groups: Group[], properties: string): void {
  const group = groups.at(-1);
  const place = placeOf(properties);
  const from = /<a:chOff x="(-?\d+)" y="(-?\d+)"/.exec(properties);
  const size = /<a:chExt cx="(\d+)" cy="(\d+)"/.exec(properties);
  if (!group || !place || !from || !size) return;
  groups[groups.length - 1] = {
    x: place.x,
    y: place.y,
    scaleX: place.width / (Number(size[1]) || 1),
    scaleY: place.height / (Number(size[2]) || 1),
    from: { x: Number(from[1]), y: Number(from[2]) },
  };
}

function placeOf(properties: string): Place | null {
  const match = /<a:off x="(-?\d+)" y="(-?\d+)"\s*\/>\s*<a:ext cx="(\d+)" cy="(\d+)"/.exec(properties);
  return match ? { x: Number(match[1]), y: Number(match[2]), width: Number(match[3]), height: Number(match[4]) } : null;
}

function onPage(place: Place, groups: Group[]): Place {
  return groups.reduceRight<Place>(
    ({ x, y, width, height }, group) => ({
      x: group.x + (x - group.from.x) * group.scaleX,
      y: group.y + (y - group.from.y) * group.scaleY,
      width: width * group.scaleX,
      height: height * group.scaleY,
    }),
    place,
  );
}
