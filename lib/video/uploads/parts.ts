/** Small enough for every server that a request passes, and for a weak connection to get through. */
export const partBytes = 4_000_000;

/** Straight into Vercel Blob, which takes no smaller ones than 5 MB. */
export const directPartBytes = 8_000_000;

export function countParts(fileSize: number, partSize: number): number {
  return Math.max(1, Math.ceil(fileSize / partSize));
}

export function bytesOfPart(part: number, fileSize: number, partSize: number): number {
  return Math.min(partSize, fileSize - part * partSize);
}
