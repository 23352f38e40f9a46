/** 100 MB, as bytes. */
export const largestArchiveBytes = 100 * 1024 * 1024;
export const mostEntries = 1000;
/** Folders within folders, the file included. */
export const deepestPath = 16;
/** Of all files taken out of one ZIP. */
export const largestContentBytes = 500 * 1024 * 1024;
/** No archive of documents packs better than this. */
export const bestRatio = 200;

export function isArchiveName(fileName: string): boolean {
  return /\.zip$/i.test(fileName);
}

/** What operating systems and Word leave beside files, and nobody means to send. */
export function isClutter(path: string): boolean {
  return /(?:^|\/)(?:__MACOSX\/|\.[^/]*$|~\$[^/]*$|Thumbs\.db$|desktop\.ini$)/i.test(path);
}
