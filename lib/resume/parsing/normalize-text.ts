/** One form for texts that differ in case, width, spacing and punctuation only; for finding duplicates by hash. */
export function normalizeText(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\p{P}\p{S}\p{Z}\p{C}]/gu, "");
}
