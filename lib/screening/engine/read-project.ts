import { numberPattern, readNumber } from "@/lib/resume/parsing/number-words";
import { findQuantities, type Quantity } from "@/lib/resume/parsing/quantities";
import { createMemory } from "./create-memory";
import { labelOf, readTerms, type TermGroup } from "./read-terms";

/** What a requirement asks of projects. Each part keeps the words that ask for it. */
export type AskedProjects = {
  count: number;
  /** To have led it. */
  role: string | null;
  scales: { said: string; quantity: Quantity }[];
  /** "Large" without a number. */
  size: string | null;
  /** What they are about; empty when any project will do. */
  topic: TermGroup[];
};

const counted = new RegExp(
  [
    `(?:(?:至少|不少于|最少)\\s*)?(${numberPattern})\\s*(?:(?:\\+|多|余)\\s*)?(?:个|项|款)\\s*(?:及?以上)?(?:的)?(?=[^，。；;]{0,20}(?:项目|课题|系统|平台|产品|工程))`,
    `(?:\\b(?:at least|a minimum of|minimum|over|more than)\\s+)?(?<![\\w.-])(${numberPattern})(?:\\s*(?:\\+|\\bor more\\b|\\bplus\\b))?\\s+(?=(?:[\\w-]+\\s+){0,4}?(?:projects|systems|products|platforms|launches|migrations|implementations)\\b)`,
  ].join("|"),
  "i",
);
const several = /多个|若干个?|\b(?:multiple|several)\b(?=\s+(?:[\w-]+\s+){0,3}projects\b)/i;

/** Words that ask for having led a project. "Lead generation" is none. */
const leading =
  "(?:作为|担任|任)?(?:项目|技术|产品|研发)?(?:总?负责人|经理|组长|主管)|(?:主导|牵头|带队|总负责|独立负责)过?|\\b(?:as\\s+(?:an?\\s+|the\\s+)?)?(?:(?:project|technical|tech|team|product)\\s+)?(?:lead(?:er)?(?!\\s+(?:generation|time))|manager|owner|head|pm)\\b|\\b(?:led|leading|spearheaded|headed|managed|directed|owned)\\b";
const leadingPart = new RegExp(`(?:${leading})(?:\\s*[/／或、]\\s*(?:${leading}))*`, "i");

/** A role that names its bearer as the one who led. */
export const leadingRole = new RegExp(leading, "i");

/** Leading told in a sentence. A title in passing ("reported to the project manager", "客户经理") tells nothing. */
export const leadingTold =
  /主导|牵头|带队|总负责|独立负责|(?:作为|担任|任)[^，。；\n]{0,6}(?:负责人|经理|组长|主管)|\bled(?!\s+(?:to|by)\b)\b|\bspearheaded\b|\bheaded\b|\bleading\s+(?:the|an?)\b|\b(?:managed|directed|owned)\b(?=[^.;\n]{0,40}\b(?:projects?|program(?:me)?s?|teams?|delivery|launch|migration|implementation|rollout|development)\b)|\bas\s+(?:an?\s+|the\s+)?(?:(?:project|technical|tech|team|product)\s+)?(?:lead(?:er)?|manager|owner|pm)\b/i;

export const largeWords = /(?:超?大型|大规模|海量|large(?:[- ]scale)?|enterprise[- ]scale)/i;

const wording =
  /日均|每[日天]|项目|课题|独立|(?<=^|\s)(?:系统|产品|平台)(?=\s|$)|规模|级别?|类(?=\s|$)|完整|实际|成功|落地|交付|完成|主导|负责|过(?=\s|$)|参与|预算|团队|(?:及)?以上|不低于|超过|(?<![^\S\n])[^\S\n]+的[^\S\n]+|\b(?:that|which|end-to-end|systems?|platforms?|applications?|simultaneously|handl(?:e|es|ing)|process(?:es|ing)?|support(?:s|ing)?|high|projects?|deliver(?:ed|ing|y)?|complet(?:ed|ing|ion)|participat\w+|successful(?:ly)?|scale|over|more than|at least|from|end to end|budgets?|size[ds]?|worth|teams?|serving|for|users?)\b/gi;

/** Null where neither number, role nor size is asked for: such a project is told by its words alone. */
export function readProjects(requirement: string): AskedProjects | null {
  return remember(requirement, () => read(requirement));
}

const remember = createMemory<AskedProjects | null>();

function read(requirement: string): AskedProjects | null {
  let rest = requirement;
  const take = (start: number, end: number) => {
    rest = `${rest.slice(0, start)}${" ".repeat(end - start)}${rest.slice(end)}`;
    return requirement.slice(start, end).trim();
  };
  const takeMatch = (pattern: RegExp) => {
    const match = pattern.exec(rest);
    return match ? { said: take(match.index, match.index + match[0].length), match } : null;
  };
  const scales = findQuantities(requirement).map((quantity) => ({
    said: take(quantity.start, quantity.end),
    quantity,
  }));
  const number = takeMatch(counted);
  const some = number ? null : takeMatch(several);
  const count = some ? 2 : (readNumber(number?.match.slice(1).find(Boolean) ?? "1") ?? 1);
  const role = takeMatch(leadingPart)?.said.replace(/过$/, "") ?? null;
  const size = takeMatch(largeWords)?.said ?? null;
  if (count === 1 && role === null && scales.length === 0) return null;
  const topic = readTerms(rest.replace(wording, " ").replace(/\s+/g, " ").trim(), { hasClauses: true });
  return { count: Math.min(count, 20), role, scales, size, topic: topic.filter((group) => labelOf(group).length > 1) };
}
