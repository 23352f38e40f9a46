import type { Necessity } from "@/lib/position/requirement";
import type { PieceKind } from "./classify";
import type { SectionKind } from "./sections";

const nice =
  /优先|加分|更佳|为佳|尤佳|更好|最好|\bpreferred\b|\ba (?:big |huge |strong )?plus\b|\bbonus\b|nice to have|good to have|\bdesirable\b|\badvantage|\bideally\b/i;
const hard =
  /必须(?:持|具备|具有|取得|拥有|有)|(?<!必)须持|持证上岗|硬性|必须$|\bmust (?:hold|have|possess|be) (?:an? )?(?:valid|current|active|licen[cs]ed|registered|certified|unrestricted)|\bmandatory\b/i;

/** Wording first, then the heading. A gate takes hard wording about something that one has or has not. */
export function necessityOf(text: string, kind: PieceKind, section: SectionKind): Necessity {
  if (nice.test(text)) return "nice";
  if (hard.test(text) && (kind === "certificate" || kind === "education")) return "gate";
  if (section === "nice") return "nice";
  return section === "gates" ? "gate" : "must";
}

/** 5 for a gate, 2 for what is nice; in between by how strong the word for it is. */
export function weightOf(text: string, necessity: Necessity): number {
  if (necessity !== "must") return necessity === "gate" ? 5 : 2;
  if (/精通|深入|资深|\b(?:expert|extensive|strong|advanced|proven|deep|in-depth)\b/i.test(text)) return 4;
  return /了解|\b(?:basic|familiar\w*|exposure|working knowledge)\b/i.test(text) ? 2 : 3;
}
