/** Text from a resume or a person, so that it cannot become a heading, link, image or HTML of the report. */
export function escapeText(text: string): string {
  return text.replace(/(?<!\s)\s*\n\s*/g, " ").replace(/[\\`*_[\]<>#|!]/g, "\\$&");
}

export function quoteBlock(text: string): string {
  return text
    .split("\n")
    .map((line) => `> ${escapeText(line)}`)
    .join("\n");
}
