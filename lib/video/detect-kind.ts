import type { VideoKind } from "@/lib/video/kinds";

/** So many bytes tell what a file is. */
export const tellingBytes = 64;

/** What a recording is by its first bytes, whatever its name says; null for anything else. */
export function detectVideoKind(head: Uint8Array): VideoKind | null {
  const text = (start: number, end: number) => String.fromCharCode(...head.subarray(start, end));
  if (text(4, 8) === "ftyp") {
    const brand = text(8, 12);
    if (brand === "qt  ") return "mov";
    return brand.startsWith("M4A") ? "m4a" : "mp4";
  }
  if (text(0, 4) === "\u001aE\u00df\u00a3") return text(0, tellingBytes).includes("webm") ? "webm" : "mkv";
  if (text(0, 4) === "RIFF" && text(8, 12) === "WAVE") return "wav";
  if (text(0, 3) === "ID3") return "mp3";
  const [first = 0, second = 0] = head;
  // The sync word of an MPEG audio frame, layer III.
  return first === 0xff && (second & 0xe6) === 0xe2 ? "mp3" : null;
}
