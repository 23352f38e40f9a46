import { pinyin } from "pinyin-pro";

const longestName = 8;

/**
 * How a Chinese name may be typed without an input method: 张三丰 is found by zhang, zhangsan, zhangsanfeng, san,
 * sanfeng, feng and zsf. Surnames take their own reading (单 is shan). Nothing for names without Chinese characters.
 */
export function pinyinSpellings(name: string): string[] {
  const characters = [...name].filter((character) => /\p{Script=Han}/u.test(character)).join("");
  if (characters === "" || characters.length > longestName) return [];
  const syllables = pinyin(characters, { toneType: "none", type: "array", surname: "head", v: true });
  const spellings = syllables.flatMap((_, start) =>
    syllables.slice(start).map((_, count) => syllables.slice(start, start + count + 1).join("")),
  );
  const initials = syllables.map((syllable) => syllable[0] ?? "").join("");
  return [...new Set(initials.length > 1 ? [...spellings, initials] : spellings)];
}
