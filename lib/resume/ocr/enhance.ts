import { type Grey, newGrey, percentile } from "./grey";

const tileSize = 48;
/** Paper that differs by less over the page is evenly lit. */
const evenPaper = 24;
/** Of the pixels of a page, at least so many are the middle of a stroke. */
const inkShare = 0.005;

/** White paper and writing that differs from it by more than this needs no help; helping costs Chinese characters. */
const whitePaper = 250;
const plainContrast = 150;

/** Black writing on white paper: evens out light and shadow, then stretches the contrast. */
export function enhance(grey: Grey): Grey {
  const paper = paperTiles(grey);
  const lightest = percentile(paper.data, 0.9);
  if (lightest >= whitePaper && lightest - percentile(grey.data, inkShare) > plainContrast) return grey;
  const isEven = percentile(paper.data, 0.95) - percentile(paper.data, 0.05) < evenPaper;
  return stretch(isEven ? grey : flatten(grey, paper));
}

/** How light the paper is around each tile: nearly the lightest there is in it and its neighbours. */
function paperTiles(grey: Grey): Grey {
  const columns = Math.ceil(grey.width / tileSize);
  const rows = Math.ceil(grey.height / tileSize);
  const tiles = newGrey(columns, rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      tiles.data[row * columns + column] = percentile(tilePixels(grey, column, row), 0.9);
    }
  }
  const smooth = newGrey(columns, rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      let most = 0;
      for (let dy = -1; dy <= 1; dy += 1) {
        for (let dx = -1; dx <= 1; dx += 1) {
          const [x, y] = [column + dx, row + dy];
          if (x >= 0 && y >= 0 && x < columns && y < rows) most = Math.max(most, tiles.data[y * columns + x] ?? 0);
        }
      }
      smooth.data[row * columns + column] = most;
    }
  }
  return smooth;
}

function tilePixels({ width, height, data }: Grey, column: number, row: number): Uint8Array {
  const right = Math.min(width, (column + 1) * tileSize);
  const bottom = Math.min(height, (row + 1) * tileSize);
  const pixels = new Uint8Array((right - column * tileSize) * (bottom - row * tileSize));
  let at = 0;
  for (let y = row * tileSize; y < bottom; y += 1) {
    pixels.set(data.subarray(y * width + column * tileSize, y * width + right), at);
    at += right - column * tileSize;
  }
  return pixels;
}

/** Divides by the paper, blended between the middles of the tiles. A dark area is left: its writing is light. */
function flatten(grey: Grey, paper: Grey): Grey {
  const out = newGrey(grey.width, grey.height);
  const at = (x: number, y: number) => paper.data[y * paper.width + x] ?? 255;
  for (let y = 0; y < grey.height; y += 1) {
    const tileY = Math.min(paper.height - 1, Math.max(0, y / tileSize - 0.5));
    const top = Math.floor(tileY);
    const bottom = Math.min(paper.height - 1, top + 1);
    for (let x = 0; x < grey.width; x += 1) {
      const tileX = Math.min(paper.width - 1, Math.max(0, x / tileSize - 0.5));
      const left = Math.floor(tileX);
      const right = Math.min(paper.width - 1, left + 1);
      const [shareX, shareY] = [tileX - left, tileY - top];
      const above = at(left, top) * (1 - shareX) + at(right, top) * shareX;
      const below = at(left, bottom) * (1 - shareX) + at(right, bottom) * shareX;
      const light = Math.max(96, above * (1 - shareY) + below * shareY);
      out.data[y * grey.width + x] = Math.min(255, ((grey.data[y * grey.width + x] ?? 0) * 255) / light);
    }
  }
  return out;
}

/** The darkest strokes become black, the paper white; a page of one colour stays as it is. */
function stretch(grey: Grey): Grey {
  const black = percentile(grey.data, inkShare);
  const white = Math.max(percentile(grey.data, 0.5), percentile(grey.data, 0.9) - 8);
  if (white - black < 16) return grey;
  const out = newGrey(grey.width, grey.height);
  const values = Uint8Array.from({ length: 256 }, (_, value) =>
    Math.min(255, Math.max(0, ((value - black) * 255) / (white - black))),
  );
  for (let index = 0; index < out.data.length; index += 1) out.data[index] = values[grey.data[index] ?? 255] ?? 255;
  return out;
}
