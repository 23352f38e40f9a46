import type { Reading } from "../../profile";
import type { SensitiveFields } from "../../sensitive";
import { foldWidth } from "../fold";
import { type Piece, read } from "../piece";
import { findLabelled } from "./labelled";
import { factsOf, readLabelled, type Scope } from "./scope";

type FindSensitive = { text: string; scope: Scope; birthDate: Reading<string> | null };

/** Personal attributes, from their labels or as facts in a line of such facts. */
export function findSensitive({ text, scope, birthDate }: FindSensitive): SensitiveFields {
  const facts = factsOf(scope);
  const fact = (pattern: RegExp) => readFact(facts, pattern);
  const idCard = findIdCard(text);
  return {
    birthDate: birthDate ?? birthDateOf(idCard),
    idCard,
    ethnicity:
      ethnicity(readLabelled(scope, "民\\s*族|ethnicity|ethnic group")) ?? fact(/^(?:\p{Script=Han}{1,4}族)$/u),
    nationality: readLabelled(scope, "国\\s*籍|nationality|citizenship"),
    maritalStatus:
      readLabelled(scope, "婚姻状[况态]|婚姻|婚\\s*否|婚\\s*况|marital status") ??
      fact(/^(?:已婚(?:已育|未育)?|未婚|离异|丧偶|married|single|unmarried|divorced)$/i),
    politicalStatus:
      readLabelled(scope, "政治面貌|政治状况|政治身份|党派") ??
      fact(
        /^(?:中共)?(?:预备)?党员$|^(?:中国)?共产党(?:党)?员$|^中共预备党员$|^(?:共青)?团员$|^群众$|^无党派人士$|^民主党派$/,
      ),
    bloodType: readLabelled(scope, "血\\s*型|blood (?:type|group)"),
    starSign:
      readLabelled(scope, "星\\s*座|star sign|zodiac(?: sign)?") ??
      fact(/^(?:白羊|牡羊|金牛|双子|巨蟹|狮子|处女|天秤|天蝎|射手|人马|摩羯|山羊|水瓶|双鱼)座$/),
    heightCm: findHeight(scope, facts),
    weightKg: findWeight(scope, facts),
    hukou: readLabelled(scope, "户\\s*口(?:所在地|地址|所在)?|户\\s*籍(?:所在地|地址|地)?|hukou"),
    hometown: readLabelled(
      scope,
      "籍\\s*贯|祖\\s*籍|家\\s*乡|生源地|生源所在地|出生地|native place|hometown|place of birth",
    ),
  };
}

function readFact(facts: Piece[], pattern: RegExp): Reading<string> | null {
  const found = facts.find(({ text }) => pattern.test(text));
  return found ? read(found.text, found, { confidence: 0.9 }) : null;
}

/** 汉 or 汉族; what stands behind it on the line is another fact. */
function ethnicity(reading: Reading<string> | null): Reading<string> | null {
  const name = reading && /^\p{Script=Han}{1,5}?族|^\p{Script=Han}{1,4}(?=$|\s)/u.exec(reading.value)?.[0];
  const start = reading?.spans[0]?.start;
  return name && start !== undefined ? read(name, { start, end: start + name.length }, { confidence: 0.96 }) : null;
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Eighteen digits whose last one is right (GB 11643), or fifteen behind their label. */
function findIdCard(text: string): Reading<string> | null {
  const folded = foldWidth(text);
  for (const match of folded.matchAll(/(?<![\dA-Za-z])[1-9]\d{16}[\dXx](?![\dA-Za-z])/g)) {
    const sum = weights.reduce((total, weight, index) => total + weight * Number(match[0][index]), 0);
    const birth = match[0].slice(6, 14);
    if (
      "10X98765432"[sum % 11] === match[0][17]?.toUpperCase() &&
      /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(birth)
    )
      return read(match[0], { start: match.index, end: match.index + 18 }, { confidence: 0.99 });
  }
  const labelled = findLabelled(folded, "身份证(?:号码?|件号)?|证件号码?|ID (?:card|number)");
  const digits = labelled && /^\d{15}(?!\d)|^\d{17}[\dXx](?!\d)/.exec(labelled.text)?.[0];
  return labelled && digits
    ? read(digits, { start: labelled.start, end: labelled.start + digits.length }, { confidence: 0.8 })
    : null;
}

function birthDateOf(idCard: Reading<string> | null): Reading<string> | null {
  const digits = idCard && /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dXx]$/.exec(idCard.value);
  return digits
    ? read(`${digits[1]}-${digits[2]}-${digits[3]}`, idCard.spans, { confidence: 0.97, basis: "inferred" })
    : null;
}

/** 175cm, 1.75m, 175厘米; a bare number behind the label. */
function findHeight(scope: Scope, facts: Piece[]): Reading<number> | null {
  return measure(
    findLabelled(scope, "身\\s*高|height"),
    facts,
    /^(1\d{2}|2[0-2]\d)(?:\.\d)?\s*(?:cm|厘米|公分)?$|^([12]\.\d{1,2})\s*(?:m|米)?$/i,
    /cm|厘米|公分|m$|米$/i,
    ([, centimetres, metres]) => (centimetres ? Number(centimetres) : Math.round(Number(metres) * 100)),
  );
}

/** 65kg, 65公斤, 130斤. */
function findWeight(scope: Scope, facts: Piece[]): Reading<number> | null {
  return measure(
    findLabelled(scope, "体\\s*重|weight"),
    facts,
    /^(\d{2,3}(?:\.\d)?)\s*(kg|公斤|千克|斤)?$/i,
    /kg|公斤|千克|斤$/i,
    ([, amount, unit]) => (unit === "斤" ? Number(amount) / 2 : Number(amount)),
  );
}

/** A labelled measure; without a label one that has its unit. */
function measure(
  labelled: Piece | null,
  facts: Piece[],
  shape: RegExp,
  unit: RegExp,
  toNumber: (match: RegExpExecArray) => number,
): Reading<number> | null {
  const place = labelled ?? facts.find(({ text }) => shape.test(text) && unit.test(text)) ?? null;
  const match = place && shape.exec(place.text.split(/\s{2,}|[,，;；]/)[0]?.trim() ?? "");
  return place && match ? read(toNumber(match), place, { confidence: labelled ? 0.96 : 0.88 }) : null;
}
