const longest = 200;

/**
 * A name fit to show and to offer for download: the last part of a path, without control and direction
 * marks, cut in the middle so that the extension stays.
 */
export function cleanFileName(name: string): string {
  const last = name.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const clean = last
    .replace(/[\p{Cc}\p{Cs}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, "")
    .replace(/\s+/g, " ")
    .trim();
  const visible = clean.replace(/^\.+/, "") || "resume";
  const characters = [...visible];
  if (characters.length <= longest) return visible;
  return `${characters.slice(0, longest - 21).join("")}…${characters.slice(-20).join("")}`;
}
