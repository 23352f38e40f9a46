import certificateData from "@/data/certificates.json" with { type: "json" };
import type { Reading } from "../../profile";
import { findDateRanges } from "../dates/date-ranges";
import { escapeRegExp } from "../fold";
import { cutPiece, type Piece, read, splitPiece, tidyPiece, withoutSpans } from "../piece";
import type { Section } from "../sections";

const known = new RegExp(
  [...certificateData.names]
    .sort((a, b) => b.length - a.length)
    .map((name) => (/^[\w+ .:-]+$/.test(name) ? `(?<![\\w])${escapeRegExp(name)}(?![\\w])` : escapeRegExp(name)))
    .join("|"),
  "g",
);

/** Items of certificate sections, and known certificates named in lists elsewhere. */
export function findCertificates(text: string, sections: Section[]): Reading<string>[] {
  const found = new Map<string, Reading<string>>();
  const add = (piece: Piece, confidence: number) => {
    const key = piece.text.toLowerCase().replace(/[\s-]/g, "");
    if (!found.has(key) && ![...found.keys()].some((other) => other.includes(key)))
      found.set(key, read(piece.text, piece, { confidence }));
  };
  for (const section of sections) {
    if (section.kind === "certificates") for (const piece of sectionItems(text, section)) add(piece, 0.88);
  }
  for (const section of sections) {
    if (!["skills", "awards", "other", "training", "languages", "education", "header"].includes(section.kind)) continue;
    for (const line of section.lines) {
      if (line.text.length > 120) continue;
      for (const match of text.slice(line.start, line.end).matchAll(known)) {
        if (match[0].length <= 3 && !/证|资格|certif/i.test(line.text)) continue;
        const piece = cutPiece(text, line.start + match.index, line.start + match.index + match[0].length);
        if (piece) add(piece, 0.75);
      }
    }
  }
  return [...found.values()].slice(0, 40);
}

function sectionItems(text: string, section: Section): Piece[] {
  return section.lines.flatMap((line) => {
    if (line.text.length > 160) return [];
    const dates = findDateRanges(text.slice(line.contentStart, line.end), line.contentStart).map((range) => range.span);
    return withoutSpans(text, { start: line.contentStart, end: line.end }, dates)
      .flatMap((piece) => splitPiece(piece, /[\t、;；|｜]+|,\s+(?=\p{Lu}{2}|\p{Script=Han})|，/gu))
      .flatMap((piece) => tidyPiece(piece) ?? [])
      .filter(
        (piece) =>
          piece.text.length >= 2 &&
          piece.text.length <= 90 &&
          /\p{L}{2}/u.test(piece.text) &&
          !/^(?:certificate issued|https?:|page \d|issued|expires|证书编号|credential id)/i.test(piece.text),
      );
  });
}
