/** Characters that only one of the two scripts writes, pair by pair. */
const traditional =
  "們個學國業時來發會經電過動開對實現體點長應當進與務員場類產關軟辦書專項團隊員計設統術認證廣東灣龍華語歷負責參營銷財務數據網絡";
const simplified =
  "们个学国业时来发会经电过动开对实现体点长应当进与务员场类产关软办书专项团队员计设统术认证广东湾龙华语历负责参营销财务数据网络";

/**
 * The reference's `resume_type`: 0 simplified Chinese, 10 traditional, 1 English, 2 Chinese then English, 3 English then
 * Chinese, 4 empty. Two languages are two resumes behind each other, each at least a quarter of the text; English
 * words in a Chinese resume make no second one.
 */
export function resumeType(text: string): "0" | "1" | "2" | "3" | "4" | "10" {
  const lines = text.split("\n").filter((line) => /\p{L}/u.test(line));
  if (lines.length === 0) return "4";
  const shares = lines.map((line) => ({ han: count(line, /\p{Script=Han}/gu), latin: count(line, /[A-Za-z]+/g) }));
  const order = twoLanguages(shares);
  if (order) return order;
  const han = shares.reduce((sum, line) => sum + line.han, 0);
  const latin = shares.reduce((sum, line) => sum + line.latin, 0);
  if (han < latin * 0.5) return "1";
  return countOf(text, traditional) > countOf(text, simplified) ? "10" : "0";
}

type Share = { han: number; latin: number };

function twoLanguages(shares: Share[]): "2" | "3" | null {
  const weight = shares.reduce((sum, { han, latin }) => sum + han + latin, 0);
  let best: { gain: number; order: "2" | "3" } | null = null;
  let before: Share = { han: 0, latin: 0 };
  const total = shares.reduce<Share>(
    (sum, { han, latin }) => ({ han: sum.han + han, latin: sum.latin + latin }),
    before,
  );
  for (const { han, latin } of shares) {
    before = { han: before.han + han, latin: before.latin + latin };
    const behind = { han: total.han - before.han, latin: total.latin - before.latin };
    const part = (before.han + before.latin) / weight;
    if (part < 0.25 || part > 0.75) continue;
    const [first, second] = [hanShare(before), hanShare(behind)];
    const gain = Math.abs(first - second);
    const isSplit = Math.min(first, second) < 0.1 && Math.max(first, second) > 0.6;
    if (isSplit && gain > (best?.gain ?? 0)) best = { gain, order: first > second ? "2" : "3" };
  }
  return best?.order ?? null;
}

function hanShare({ han, latin }: Share): number {
  return han + latin === 0 ? 0 : han / (han + latin);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function countOf(text: string, characters: string): number {
  const set = new Set(characters);
  return [...text].filter((character) => set.has(character)).length;
}
