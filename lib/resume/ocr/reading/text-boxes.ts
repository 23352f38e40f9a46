/** How likely each place is to be the core of a line of text, from 0 to 1. */
export type Likelihood = { width: number; height: number; data: Float32Array };
/** `right` and `bottom` lie outside. */
export type Box = { left: number; top: number; right: number; bottom: number };

/** A place this likely belongs to a line. */
const likely = 0.3;
/** A whole line has to be at least this likely. */
const sure = 0.5;
/** Cores are shrunk lines: by how much of their area over their outline they have to grow again. */
const growth = 1.5;
/** Of a core's height: the last letter of a line is missed where the strip ends right behind it. */
const sideMargin = 0.2;
const leastSide = 3;

/**
 * The lines of a map of cores: touching likely places, each group as its rectangle, grown to the line's size. Large
 * ones come first.
 */
export function findBoxes(map: Likelihood): Box[] {
  return groups(map)
    .filter(({ box, mean }) => mean >= sure && Math.min(box.right - box.left, box.bottom - box.top) >= leastSide)
    .map(({ box }) => grow(box))
    .sort((one, other) => area(other) - area(one));
}

type Group = { box: Box; mean: number };

/** Places that touch, found by flooding from each one that is not yet in a group. */
function groups({ width, height, data }: Likelihood): Group[] {
  const isSeen = new Uint8Array(width * height);
  const found: Group[] = [];
  const open: number[] = [];
  const visit = (place: number) => {
    if (isSeen[place] || (data[place] ?? 0) < likely) return;
    isSeen[place] = 1;
    open.push(place);
  };
  for (let start = 0; start < isSeen.length; start += 1) {
    visit(start);
    if (open.length === 0) continue;
    const box = { left: width, top: height, right: 0, bottom: 0 };
    let [sum, count] = [0, 0];
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      const [x, y] = [place % width, Math.floor(place / width)];
      sum += data[place] ?? 0;
      count += 1;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x + 1);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y + 1);
      if (x > 0) visit(place - 1);
      if (x < width - 1) visit(place + 1);
      if (y > 0) visit(place - width);
      if (y < height - 1) visit(place + width);
    }
    found.push({ box, mean: sum / count });
  }
  return found;
}

function grow({ left, top, right, bottom }: Box): Box {
  const [width, height] = [right - left, bottom - top];
  const margin = (growth * width * height) / (2 * (width + height));
  const side = margin + sideMargin * height;
  return { left: left - side, top: top - margin, right: right + side, bottom: bottom + margin };
}

/** Without boxes that lie half or more in one before them. */
export function withoutCovered(boxes: readonly Box[]): Box[] {
  const kept: Box[] = [];
  for (const box of boxes) {
    if (kept.every((other) => overlap(box, other) < 0.5 * area(box))) kept.push(box);
  }
  return kept;
}

/** How much of a box lies in others, which lie beside each other. */
export function coveredShare(box: Box, others: readonly Box[]): number {
  return others.reduce((sum, other) => sum + overlap(box, other), 0) / area(box);
}

function overlap(one: Box, other: Box): number {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return Math.max(0, width) * Math.max(0, height);
}

function area({ left, top, right, bottom }: Box): number {
  return (right - left) * (bottom - top);
}
