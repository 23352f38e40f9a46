/** A picture of the person, as it stands in the file. Shown to people only: never judged, never sent to a model. */
export type Photo = { mediaType: "image/jpeg" | "image/png"; bytes: Uint8Array };

/** Passport-like: upright or square, and of a size that photos have on a page. Points. */
export function isPhotoShaped({ width, height }: { width: number; height: number }): boolean {
  const ratio = height / width;
  return ratio >= 0.95 && ratio <= 1.9 && width >= 36 && width <= 220 && height <= 300;
}
