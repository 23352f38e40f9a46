import surnames from "@/data/surnames.json" with { type: "json" };
import { companyScore } from "../dictionaries/companies";
import { isKnownPlace, isPlace } from "../dictionaries/places";
import { findSchool } from "../dictionaries/schools";
import { titleScore } from "../dictionaries/titles";
import { hasHan } from "../fold";
import { headingKind } from "../headings";
import { canonicalSkill } from "../skills";

const doubles = new Set(surnames.double);

/** How name-like a text is, by its shape alone: 0 is no name. */
export function nameShape(text: string): number {
  if (hasHan(text)) return hanShape(text.replace(/\s/g, ""));
  // William (Bill) Thornton.
  const nickname = /^(\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?) ?[("“'‘]\p{Lu}[\p{L}-]+[)"”'’] (\p{Lu}.+)$/u.exec(text);
  if (nickname) return nameShape(`${nickname[1]} ${nickname[2]}`);
  if (/[\d@_:/\\#+*=<>"“”()[\]]/.test(text) || text.length < 4 || text.length > 45) return 0;
  // "J.Thornton": an initial glued to the name.
  const words = text.replace(/^((?:\p{Lu}\.){1,3})(?=\p{Lu}\p{Ll})/u, "$1 ").split(/\s+/);
  if (
    words.length > 5 ||
    !words.every((word) =>
      /^(?:\p{Lu}[\p{L}'’-]*\.?|(?:de|da|di|del|der|van|von|la|le|bin|al|el|dos|den|ter|y|and)|\p{Lu}\.)$/u.test(word),
    )
  )
    return 0;
  const folded = text.toLowerCase();
  if (
    notName.test(folded) ||
    headingKind(text) ||
    isPlace(text) ||
    isKnownPlace(text) ||
    findSchool(text) ||
    companyScore(text) > 1.8
  )
    return 0;
  // Tesla Zhang: a well-known employer's name is a first name too.
  if (companyScore(text) >= 1.5) return words.length === 2 ? 0.6 : 0;
  // Amy Baker, Peter Carpenter: a trade for a surname, where nothing reads more like a name.
  if (titleScore(text) >= 0.7 && words.length > 1)
    return words.length === 2 && titleScore(words[0] ?? "") < 0.5 ? 0.3 : 0;
  if (canonicalSkill(text) !== null) return 0;
  if (words.length === 1) return 0.25;
  return words.length <= 3 ? 1 : 0.8;
}

function hanShape(text: string): number {
  if (
    !/^[\p{Script=Han}·]{2,8}$/u.test(text) ||
    notName.test(text) ||
    headingKind(text) ||
    isPlace(text) ||
    findSchool(text) ||
    canonicalSkill(text) !== null
  )
    return 0;
  if (text.includes("·")) return 0.9;
  if (text.length > 4 || (titleScore(text) >= 1 && text.length > 2)) return 0;
  if (doubles.has(text.slice(0, 2)) && text.length >= 3) return 1.2;
  // Beside "Lin Yuwei" the name in Chinese is the one to keep; an address in the e-mail speaks for the other.
  if (surnames.single.includes(text[0] ?? "")) return text.length <= 3 ? 1.6 : 0.5;
  return text.length <= 3 ? 0.35 : 0;
}

const notName =
  /^(?:resume|curriculum|vitae|cv|personal|contact|email|e-mail|phone|mobile|address|linkedin|github|page|last updated|profile|objective|dear|confidential|references|portfolio|website|status|fields|techs|activities|male|female|single|married|your name|name|january|february|march|april|june|july|august|september|october|november|december|present|hello|hi)\b(?!(?<=january|february|march|april|june|july|august) [a-z]{2})|\b(?:resume|curriculum|street|avenue|road|district|province|university|gpa|engineer(?:ing)?|developer|experience|education|skills|summary|certified|professional|available|references)\b|\b(?:china|india|usa)$|^(?:姓名|名字|个人|基本|求职|联系|电话|手机|邮箱|地址|性别|年龄|出生|民族|籍贯|学历|专业|工作|教育|简历|男|女|汉族|已婚|未婚|党员|中共党员|共青团员|团员|群众|开发|测试|运维|设计|运营|产品|销售|后端|前端|算法|本科|专科|高职|中专|学士|硕士|博士|大专|应届|至今|现居|年|岁|期望|全职|兼职|实习|在职|离职|婚姻|政治|健康|良好|微信|主页|博客|照片|头像|目标|岗位|意向|简历题目|拥有|具有|具备|熟悉|精通|掌握|了解|参与|负责)/;
