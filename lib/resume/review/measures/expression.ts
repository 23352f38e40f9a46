import type { Engagement } from "../read-engagements";
import type { Measure } from "../schema";
import { lengthOf } from "../statements";
import { findFillers, firstPerson, readPart } from "../wording";
import { give, quoteOf, shareOf } from "./counting";

const dimension = "expression";
const longest = 90;
/** Of so few statements nothing general can be said: each counts a part. */
const enough = 4;

/** How it is said: at a length that is read, beginning with what was done, without phrases that fit anybody. */
export function measureExpression(text: string, engagements: Engagement[]): Measure[] {
  const statements = engagements.flatMap((engagement) => engagement.statements);
  const weight = Math.min(1, statements.length / enough);
  const long = statements.filter((one) => lengthOf(one.text) > longest);
  const acted = statements.filter((one) => readPart(one.text) !== null);
  const idle = statements.find((one) => readPart(one.text) === null);
  const personal = statements.filter((one) => firstPerson.test(one.text));
  const fillers = findFillers(text);
  const total = statements.length;
  return [
    give(dimension, "concise", 3, {
      share: weight * shareOf(total - long.length, total),
      values: { count: long.length, total, ...(long[0] && { long: quoteOf(text, long[0]) }) },
      spans: long,
    }),
    give(dimension, "action", 3, {
      share: (weight * shareOf(acted.length, total)) / 0.8,
      values: { count: acted.length, total, ...(idle && { idle: quoteOf(text, idle) }) },
      spans: acted,
    }),
    give(dimension, "plain", 2, {
      share: weight * (1 - fillers.length / 3),
      values: {
        count: fillers.length,
        total,
        ...(fillers.length > 0 && {
          phrases: fillers
            .slice(0, 3)
            .map(({ start, end }) => text.slice(start, end))
            .join(" / "),
        }),
      },
      spans: fillers,
    }),
    give(dimension, "impersonal", 2, {
      share: weight * (1 - shareOf(personal.length, total * 0.5)),
      values: { count: personal.length, total, ...(personal[0] && { personal: quoteOf(text, personal[0]) }) },
      spans: personal,
    }),
  ];
}
