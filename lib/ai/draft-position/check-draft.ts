import "server-only";
import { randomUUID } from "node:crypto";
import type { Checked } from "@/lib/ai/ask-model";
import type { DraftAnswer, PositionDraft } from "@/lib/ai/draft-position/schema";
import { findQuote } from "@/lib/ai/find-quote";
import { inventedNumbers } from "@/lib/ai/numbers";
import { foldWidth } from "@/lib/resume/parsing/fold";

const mostRequirements = 100;

/**
 * Holds an answer against the description. What it has no words for goes back once; after that it is left out, and
 * an answer of which nothing remains is refused.
 */
export function checkDraft(description: string, answer: DraftAnswer, isLast: boolean): Checked<PositionDraft> {
  const asked = answer.requirements.slice(0, mostRequirements);
  const problems = asked.flatMap(problemOf(description));
  if (problems.length > 0 && !isLast) return { reason: "invented", problem: problems.join("\n") };

  const requirements = asked.flatMap((requirement) => toRequirement(description, requirement));
  if (requirements.length === 0) return { reason: "invented", problem: "No requirement was found." };
  const { title, department, salary } = answer;
  const value = {
    title: findQuote(description, title.slice(0, 255))?.text ?? "",
    department: findQuote(description, (department ?? "").slice(0, 255))?.text ?? "",
    description,
    ...readSalary(description, salary),
    requirements,
    leftOut: asked.length - requirements.length,
  };
  return { value };
}

type AskedFor = DraftAnswer["requirements"][number];

function problemOf(description: string) {
  return ({ quote, text }: AskedFor): string[] => {
    if (!findQuote(description, quote)) return [`This quote does not stand in the description: ${quote}`];
    const numbers = inventedNumbers(text, [quote]);
    return numbers.length > 0 ? [`"${text}" holds ${numbers.join(", ")}, its quote does not.`] : [];
  };
}

function toRequirement(description: string, asked: AskedFor): PositionDraft["requirements"] {
  const { kind, necessity, weight } = asked;
  const text = asked.text.trim().slice(0, 500);
  const quote = findQuote(description, asked.quote);
  if (!quote || text === "" || inventedNumbers(text, [quote.text]).length > 0) return [];
  const stars = Math.min(5, Math.max(1, Math.round(weight)));
  return [{ key: randomUUID(), kind, text, necessity, weight: stars, note: "", quote }];
}

/** Unknown unless both ends follow from numbers of the quote: as they are, in thousands or ten thousands, by year or month. */
function readSalary(description: string, salary: DraftAnswer["salary"]) {
  const unknown = { salaryMin: null, salaryMax: null };
  const quote = findQuote(description, salary?.quote ?? "")?.text;
  if (!salary || !quote || /[$€£]|USD|EUR|GBP|HKD|美元|欧元|英镑|港币/i.test(quote)) return unknown;
  const written = [
    ...foldWidth(quote)
      .replaceAll(",", "")
      .matchAll(/\d+(?:\.\d+)?/g),
  ].map(Number);
  const possible = written.flatMap((number) =>
    [1, 1000, 10_000].flatMap((scale) => [number * scale, (number * scale) / 12]),
  );
  const { monthlyMin, monthlyMax } = salary;
  const follows = (amount: number) => possible.some((number) => Math.abs(number - amount) < 1);
  if (monthlyMin > monthlyMax || monthlyMax > 10_000_000 || ![monthlyMin, monthlyMax].every(follows)) return unknown;
  return { salaryMin: Math.round(monthlyMin), salaryMax: Math.round(monthlyMax) };
}
