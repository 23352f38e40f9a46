import type { Reading } from "../../profile";
import { companyScore } from "../dictionaries/companies";
import { findChinesePlaces, isPlace, isRegionCode, isRegionOrCountry, isWorldCity } from "../dictionaries/places";
import { hasHan } from "../fold";
import { type Piece, read, splitPiece } from "../piece";
import { findLabelled } from "./labelled";

const labels =
  "现\\s*居\\s*(?:住\\s*)?(?:地|城市|地址|住)?|居\\s*住\\s*(?:地|城市|地址|所)|所\\s*在\\s*(?:地|城市|地区)|目前所在地?|现所在地|现住址?|现在住址|常住地|当前城市|目前城市|工作地点|坐标|城\\s*市|住\\s*址|家庭住址|联系地址|通讯地址|地\\s*址|location|address|current location|current city|city|residence|based in|lives? in";
/** 期望城市 is where someone wants to work, 籍贯 and 户口 where they are from: neither is where they live. */
const notHome = /(?:期望|意向|目标|求职|籍贯|户口|户籍|生源|出生|preferred|desired|工作)\S{0,6}$/i;

/** Where the person lives, from a label or from the lines around name and contact. */
export function findCity(text: string, head: Piece[]): Reading<string> | null {
  const labelled = findLabelled(text, labels);
  if (
    labelled &&
    !notHome.test(
      text
        .slice(Math.max(0, labelled.start - 12), labelled.start)
        .replace(/(?<![:：\s])[:：\s]+$/, "")
        .replace(/(?:城市|地点|地区|location)$/i, ""),
    )
  ) {
    const city = cityIn(labelled, true);
    if (city) return city;
  }
  // "男，1996年11月生，现居北京，可实习": amid a line of facts.
  for (const line of head) {
    const lead =
      line.text.length <= 120
        ? /(?:^|[，,；;。\s|｜/])(?:现居住?[于在]?|现住)(?=\p{Script=Han})/u.exec(line.text)
        : null;
    const from = lead ? lead.index + lead[0].length : 0;
    const [place] = lead
      ? splitPiece({ text: line.text.slice(from), start: line.start + from, end: line.end }, /[，,；;。\s|｜/]+/g)
      : [];
    const city = place && cityIn(place, true);
    if (city) return city;
  }
  for (const line of head.map(withoutContacts)) {
    const isOfFacts = hasHan(line.text) && line.text.split(/\t|[|｜]/).length >= 3;
    if (/@.*@|大学|学院|university/i.test(line.text) && !/现居|居住|所在/.test(line.text) && !isOfFacts) continue;
    const cells = splitPiece(
      line,
      /\t+|\s*[|｜•·⋅∙◆]\s*|\s{2,}|\s[-–—/]\s|(?<=\p{Script=Han})\s(?=\p{Script=Han})|(?<=\p{Script=Han}|\d)\s(?=\p{Script=Han}{2,6}(?:[:：]|\s|$))|;\s*/gu,
    );
    for (const [index, cell] of cells.entries()) {
      if (
        elsewhere.test(cell.text) ||
        /(?:期望|意向|籍贯|户口|户籍|生源|出生)\S{0,4}[:：]?$/.test(cells[index - 1]?.text ?? "")
      )
        continue;
      const city = cityIn(cell, false);
      if (city) return city;
    }
  }
  return null;
}

/** Where someone is from or wants to go. */
const elsewhere = /期望|意向|籍贯|户口|户籍|生源|出生/;

/** Numbers and addresses on the net set places apart as well as a bar does. */
function withoutContacts(line: Piece): Piece {
  if (line.text.length > 400) return line;
  const blank = (found: string) => "\t".repeat(found.length);
  const text = line.text
    .replace(/(?<![\w.+-])[\w.+-]{1,64}\s?(?:@|＠|\[at\])\s?[\w-]+(?:\.[\w-]+)+/g, blank)
    .replace(/(?:https?:\/\/)?(?<![\w-]|[\w-]\.)(?:[\w-]+\.)+(?:com|cn|io|net|org)\/\S*/gi, blank)
    .replace(/(?<!\d)(?!(?:19|20)\d\d\s?[-./])\+?[\d(][\d\s().-]{6,40}\d/g, blank);
  return { ...line, text };
}

function cityIn(cell: Piece, isLabelled: boolean): Reading<string> | null {
  return hasHan(cell.text) ? chineseCity(cell, isLabelled) : worldCity(cell, isLabelled);
}

function chineseCity(cell: Piece, isLabelled: boolean): Reading<string> | null {
  const places = findChinesePlaces(cell.text);
  const city = places.find((place) => place.isCity) ?? (isLabelled ? places[0] : undefined);
  if (!city) return (isLabelled && isPlace(cell.text)) || isWorldCity(cell.text) ? read(cell.text, cell) : null;
  const lead = cell.text
    .slice(0, places[0]?.start ?? 0)
    .replace(/^(?:现?居住?(?:于|在)?|现?住|位于|坐标|base|中国|[\s,，·:：-])+/i, "");
  if (!isLabelled && (lead !== "" || cell.text.length > 40)) return null;
  if (!isLabelled && companyScore(cell.text) >= 1.5) return null;
  if (!isLabelled && /(?:公司|大学|学院|银行|医院|人$|户|籍|学生|分行|中心)/.test(cell.text)) return null;
  return read(
    city.name,
    { start: cell.start + city.start, end: cell.start + city.end },
    { confidence: isLabelled ? 0.95 : 0.9 },
  );
}

/** "Seattle, WA", "Bremen, Germany", "12 High St, Austin, TX 78701", or a known city alone. */
function worldCity(cell: Piece, isLabelled: boolean): Reading<string> | null {
  const tokens = splitPiece(cell, /(?<!\s)\s*,\s*|(?<!\s)\s+\/\s+/g);
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    const next = tokens[index + 1];
    if (!token) continue;
    const plain = token.text.replace(/^[^\p{L}]+/u, "").replace(/(?<!\s)\s+\d{4,6}$/, "");
    const start = token.start + token.text.indexOf(plain);
    const isName = /^\p{Lu}[\p{L}.'’-]+(?: \p{L}[\p{L}.'’-]*){0,3}$/u.test(plain) && !isStreet(plain);
    const isBeforeRegion =
      next !== undefined &&
      (isRegionCode(next.text) ||
        ukPostcode.test(next.text) ||
        isRegionOrCountry(next.text.replace(/(?<!\s)\s+\d{4,6}.*$/, "")));
    if (isName && isBeforeRegion && !(isRegionOrCountry(plain) && !isWorldCity(plain)))
      return read(plain, { start, end: start + plain.length }, { confidence: isRegionCode(next.text) ? 0.95 : 0.9 });
    if (isWorldCity(plain) && !/^remote$/i.test(plain) && (isLabelled || tokens.length <= 5))
      return read(plain, { start, end: start + plain.length }, { confidence: 0.88 });
  }
  const [country, city] = tokens;
  if (country && city && tokens.length === 2 && isRegionOrCountry(country.text) && isWorldCity(city.text))
    return read(city.text, city, { confidence: 0.85 });
  const stateBehind = /^(\p{Lu}[\p{L}.' -]+?) ([A-Z]{2})(?: \d{5}(?:-\d{4})?)?(?: USA)?$/u.exec(cell.text);
  // "Jack MA" on the first line is a name.
  if (stateBehind?.[1] && cell.start > 0 && isRegionCode(stateBehind[2] ?? "") && !isStreet(stateBehind[1]))
    return read(stateBehind[1], { start: cell.start, end: cell.start + stateBehind[1].length }, { confidence: 0.85 });
  return null;
}

const ukPostcode = /^[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}$/;

function isStreet(text: string): boolean {
  return /\b(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|blvd|boulevard|way|apt|suite|floor|court|ct|place|pl|square|sq|p\.?o\.? box|unit|house|building)\.?$/i.test(
    text,
  );
}
