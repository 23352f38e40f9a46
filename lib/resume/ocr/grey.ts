import type { Turn } from "./ocr-page";

/** One byte a pixel, 0 black to 255 white, rows from the top. */
export type Grey = { width: number; height: number; data: Uint8Array };

export function newGrey(width: number, height: number): Grey {
  return { width, height, data: new Uint8Array(width * height) };
}

/** RGBA on white paper. */
export function toGrey({ width, height, data }: { width: number; height: number; data: ArrayLike<number> }): Grey {
  const grey = newGrey(width, height);
  for (let index = 0, at = 0; index < grey.data.length; index += 1, at += 4) {
    const light = ((data[at] ?? 0) * 77 + (data[at + 1] ?? 0) * 150 + (data[at + 2] ?? 0) * 29) >> 8;
    const alpha = data[at + 3] ?? 255;
    grey.data[index] = alpha === 255 ? light : 255 + ((light - 255) * alpha) / 255;
  }
  return grey;
}

/** Smaller by averaging what falls into a pixel, larger by blending its neighbours. */
export function scale(grey: Grey, factor: number): Grey {
  if (factor === 1) return grey;
  const width = Math.max(1, Math.round(grey.width * factor));
  const height = Math.max(1, Math.round(grey.height * factor));
  return resize(grey, width, height);
}

export function resize(grey: Grey, width: number, height: number): Grey {
  const isSmaller = width <= grey.width && height <= grey.height;
  return isSmaller ? shrink(grey, width, height) : blend(grey, width, height);
}

function shrink(grey: Grey, width: number, height: number): Grey {
  const out = newGrey(width, height);
  for (let y = 0; y < height; y += 1) {
    const top = Math.floor((y * grey.height) / height);
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * grey.height) / height));
    for (let x = 0; x < width; x += 1) {
      const left = Math.floor((x * grey.width) / width);
      const right = Math.max(left + 1, Math.floor(((x + 1) * grey.width) / width));
      let sum = 0;
      for (let row = top; row < bottom; row += 1) {
        for (let at = row * grey.width + left; at < row * grey.width + right; at += 1) sum += grey.data[at] ?? 0;
      }
      out.data[y * width + x] = sum / ((bottom - top) * (right - left));
    }
  }
  return out;
}

function blend(grey: Grey, width: number, height: number): Grey {
  const out = newGrey(width, height);
  for (let y = 0; y < height; y += 1) {
    const sourceY = ((y + 0.5) * grey.height) / height - 0.5;
    for (let x = 0; x < width; x += 1) {
      out.data[y * width + x] = sample(grey, ((x + 0.5) * grey.width) / width - 0.5, sourceY);
    }
  }
  return out;
}

/** The value between four pixels; the edge goes on outside. */
function sample({ width, height, data }: Grey, x: number, y: number): number {
  const left = Math.min(width - 1, Math.max(0, Math.floor(x)));
  const top = Math.min(height - 1, Math.max(0, Math.floor(y)));
  const right = Math.min(width - 1, left + 1);
  const bottom = Math.min(height - 1, top + 1);
  const [shareX, shareY] = [Math.min(1, Math.max(0, x - left)), Math.min(1, Math.max(0, y - top))];
  const above = (data[top * width + left] ?? 0) * (1 - shareX) + (data[top * width + right] ?? 0) * shareX;
  const below = (data[bottom * width + left] ?? 0) * (1 - shareX) + (data[bottom * width + right] ?? 0) * shareX;
  return above * (1 - shareY) + below * shareY + 0.5;
}

/** Clockwise. */
export function turn(grey: Grey, degrees: Turn): Grey {
  if (degrees === 0) return grey;
  const { width, height, data } = grey;
  const out = degrees === 180 ? newGrey(width, height) : newGrey(height, width);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const place =
        degrees === 180
          ? (height - 1 - y) * width + (width - 1 - x)
          : degrees === 90
            ? x * height + (height - 1 - y)
            : (width - 1 - x) * height + y;
      out.data[place] = data[y * width + x] ?? 255;
    }
  }
  return out;
}

/** Turned clockwise about its middle by a small angle; corners that come in are paper. */
export function rotate(grey: Grey, degrees: number): Grey {
  const out = newGrey(grey.width, grey.height);
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const [middleX, middleY] = [(grey.width - 1) / 2, (grey.height - 1) / 2];
  for (let y = 0; y < grey.height; y += 1) {
    for (let x = 0; x < grey.width; x += 1) {
      const [dx, dy] = [x - middleX, y - middleY];
      const sourceX = middleX + dx * cos + dy * sin;
      const sourceY = middleY - dx * sin + dy * cos;
      const isInside = sourceX >= 0 && sourceY >= 0 && sourceX <= grey.width - 1 && sourceY <= grey.height - 1;
      out.data[y * grey.width + x] = isInside ? sample(grey, sourceX, sourceY) : 255;
    }
  }
  return out;
}

/** The part of it within these edges; `right` and `bottom` lie outside. */
export function crop(
  grey: Grey,
  { left, top, right, bottom }: { left: number; top: number; right: number; bottom: number },
): Grey {
  const out = newGrey(right - left, bottom - top);
  for (let row = 0; row < out.height; row += 1) {
    const start = (top + row) * grey.width;
    out.data.set(grey.data.subarray(start + left, start + right), row * out.width);
  }
  return out;
}

/** The value that this share of the pixels does not exceed. */
export function percentile(data: Uint8Array, share: number): number {
  const counts = new Uint32Array(256);
  for (const value of data) counts[value] = (counts[value] ?? 0) + 1;
  let left = Math.max(1, data.length * share);
  for (let value = 0; value < 256; value += 1) {
    left -= counts[value] ?? 0;
    if (left <= 0) return value;
  }
  return 255;
}
