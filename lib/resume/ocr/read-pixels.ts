import type { Pixels } from "./decode-image";
import { enhance } from "./enhance";
import { crop, type Grey, rotate, scale, toGrey, turn } from "./grey";
import { meanConfidence, type OcrLine, type OcrPage, type Turn } from "./ocr-page";
import { findSkew, isBlank, isSideways } from "./orientation";
import type { TextReader } from "./reading/text-reader";

/** An A4 page at 200 dpi: finer costs time and reads no better. */
const workLength = 2340;
const mostWorkPixels = 8_000_000;
/** Below this a page may well stand on its head. */
const doubtful = 0.7;
/** What a stretch of writing reads at least at when it stands upright. */
const sensible = 0.6;
/** Half a degree over the width of a page is half a line. */
const leastSkew = 0.3;

/** Reads one page, whichever way it lies. `pageWidth` and `pageHeight` are the page as it lies, in points. */
export async function readPixels(
  reader: TextReader,
  pixels: Pixels,
  { pageWidth, pageHeight }: { pageWidth: number; pageHeight: number },
): Promise<OcrPage> {
  const lying = toWorkSize(toGrey(pixels));
  if (isBlank(lying))
    return { ...{ width: pageWidth, height: pageHeight }, turn: 0, skew: 0, isBlank: true, lines: [] };
  const { turned, straight, skew, lines } = await readUpright(reader, enhance(lying));
  const isTurned = turned === 90 || turned === 270;
  const width = isTurned ? pageHeight : pageWidth;
  const points = width / straight.width;
  return {
    width,
    height: isTurned ? pageWidth : pageHeight,
    turn: turned,
    skew,
    isBlank: false,
    lines: lines.map((line) => toPoints(line, points)),
  };
}

type Attempt = { turned: Turn; straight: Grey; skew: number; lines: OcrLine[] };

async function readUpright(reader: TextReader, grey: Grey): Promise<Attempt> {
  const read = async (turned: Turn): Promise<Attempt> => {
    const upright = turn(grey, turned);
    const found = findSkew(upright);
    const skew = Math.abs(found) >= leastSkew ? found : 0;
    const straight = skew === 0 ? upright : rotate(upright, skew);
    return { turned, straight, skew, lines: await reader.recognize(straight) };
  };
  const likely: Turn[] = isSideways(grey) ? [90, 270] : [0];
  const first = await read((await bestTurn(reader, grey, likely)).turned);
  if ((meanConfidence(first.lines) ?? 0) >= doubtful) return first;
  const others = turns.filter((turned) => turned !== first.turned && !(likely.length > 1 && likely.includes(turned)));
  const other = await bestTurn(reader, grey, others);
  // Noise reads no better the other way round, and reading it takes long.
  if (other.confidence < sensible) return first;
  const second = await read(other.turned);
  return worth(second.lines) > worth(first.lines) ? second : first;
}

const turns: Turn[] = [0, 90, 180, 270];

/** Of several ways to stand the page the one in which its fullest stretch reads best. */
async function bestTurn(reader: TextReader, grey: Grey, ways: Turn[]): Promise<{ turned: Turn; confidence: number }> {
  const [only = 0] = ways;
  if (ways.length === 1) return { turned: only, confidence: 0 };
  const tried: { turned: Turn; lines: OcrLine[] }[] = [];
  for (const turned of ways) tried.push({ turned, lines: await reader.recognize(fullestStretch(turn(grey, turned))) });
  const best = tried.reduce((one, next) => (worth(next.lines) > worth(one.lines) ? next : one));
  return { turned: best.turned, confidence: meanConfidence(best.lines) ?? 0 };
}

/** Confidence counts by how much was read with it, noise against it. */
function worth(lines: OcrLine[]): number {
  return lines
    .flatMap(({ words }) => words)
    .reduce((sum, { text, confidence }) => sum + text.length * (confidence - 0.5), 0);
}

function fullestStretch(grey: Grey): Grey {
  const height = Math.min(grey.height, Math.max(200, Math.round(grey.height / 6)));
  const ink = Array.from({ length: grey.height }, (_, row) =>
    grey.data.subarray(row * grey.width, (row + 1) * grey.width).reduce((sum, value) => sum + (value < 128 ? 1 : 0), 0),
  );
  let best = { top: 0, ink: -1 };
  for (let top = 0; top + height <= grey.height; top += Math.max(1, Math.floor(height / 4))) {
    const found = ink.slice(top, top + height).reduce((sum, count) => sum + count, 0);
    if (found > best.ink) best = { top, ink: found };
  }
  return crop(grey, { left: 0, top: best.top, right: grey.width, bottom: best.top + height });
}

/** A long screenshot is sized by its width. */
function toWorkSize(grey: Grey): Grey {
  const [short, long] = [Math.min(grey.width, grey.height), Math.max(grey.width, grey.height)];
  const wanted = long > short * 2 ? workLength / Math.SQRT2 / short : workLength / long;
  const most = Math.sqrt(mostWorkPixels / (grey.width * grey.height));
  const factor = Math.min(wanted, most, 2.5);
  // Resampling by a little costs more than it gains.
  return factor > 0.8 && factor < 1.25 ? grey : scale(grey, factor);
}

function toPoints({ baseline, size, words }: OcrLine, points: number): OcrLine {
  const round = (value: number) => Math.round(value * points * 100) / 100;
  return {
    baseline: round(baseline),
    size: round(size),
    words: words.map(({ x, y, width, height, ...word }) => ({
      ...word,
      ...{ x: round(x), y: round(y), width: round(width), height: round(height) },
    })),
  };
}
