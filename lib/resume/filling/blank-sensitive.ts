import type { TextSpan } from "@/lib/resume/profile";

/** Shorter words stand in many places that say nothing of the person. */
const shortest = { han: 2, other: 6 };

/** The text at its length without what must not weigh in a judgement, nor those words where they stand once more. */
export function blankSensitive(text: string, places: readonly TextSpan[]): string {
  let blanked = text;
  const blank = ({ start, end }: TextSpan) => {
    blanked = blanked.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, " ") + blanked.slice(end);
  };
  for (const place of places) {
    blank(place);
    const words = text.slice(place.start, place.end).trim();
    if (words.length < (/\p{Script=Han}/u.test(words) ? shortest.han : shortest.other)) continue;
    for (let at = blanked.indexOf(words); at >= 0; at = blanked.indexOf(words, at + 1))
      blank({ start: at, end: at + words.length });
  }
  return blanked;
}
