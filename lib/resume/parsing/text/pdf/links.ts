/** Addresses behind text or icons: mailto:, tel: and web links of a page that its text does not already show. */
export function hiddenLinks(annotations: unknown[], shownText: string): string[] {
  const shown = fold(shownText);
  const links = new Set<string>();
  for (const annotation of annotations) {
    const url = linkUrl(annotation);
    if (!url) continue;
    const plain = url.replace(/^(?:mailto|tel):/i, "").split("?")[0] ?? "";
    const visible = /^https?:/i.test(url)
      ? plain.replace(/^https?:\/\/(?:www\.)?/i, "").replace(/(?<!\/)\/+$/, "")
      : plain;
    if (visible.length < 4 || visible.length > 200 || shown.includes(fold(visible))) continue;
    if (/^mailto:/i.test(url) && !visible.includes("@")) continue;
    links.add(decode(plain));
  }
  return [...links].slice(0, 40);
}

function linkUrl(annotation: unknown): string | null {
  if (typeof annotation !== "object" || annotation === null) return null;
  const url = "unsafeUrl" in annotation ? annotation.unsafeUrl : "url" in annotation ? annotation.url : null;
  return typeof url === "string" && /^(?:mailto:|tel:|https?:\/\/)/i.test(url) ? url.trim() : null;
}

function decode(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[\s]/g, "");
}
