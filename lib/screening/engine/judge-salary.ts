import { findSalary, monthlySalary } from "@/lib/resume/parsing/fields/salary";
import type { Evidence } from "./evidence";
import { type Judgement, judgement, pointsOfShares, statement } from "./judgement";
import { quotesOf } from "./quotes";

export type PayRange = { salaryMin: number | null; salaryMax: number | null };

/** So far above the most that is paid, in shares of it, an agreement is still likely. */
const nearShare = 0.15;

/** What somebody wants to earn against the most the requirement names, else the position's range. Monthly, yuan. */
export function judgeSalary(
  requirement: string,
  { profile, text }: Evidence,
  { salaryMin, salaryMax }: PayRange,
): Judgement {
  const named = findSalary(requirement);
  const range = named ? monthlySalary(named.salary) : { min: salaryMin ?? 0, max: salaryMax };
  const most = range.max ?? range.min;
  if (!most) return judgement("unknown", 0.3, statement("salary_not_asked"));
  const { salary: expected, isSalaryNegotiable } = profile.expectation;
  if (!expected)
    return judgement("unknown", 0.6, statement(isSalaryNegotiable ? "salary_negotiable" : "salary_absent"));

  const { min: wanted } = monthlySalary(expected.value);
  const values = { wanted, most };
  const quotes = quotesOf(text, [expected]);
  if (wanted <= most) return judgement("met", 0.85, statement("salary_fits", values), quotes);
  if (wanted <= most * (1 + nearShare) || isSalaryNegotiable)
    return judgement("partly", 0.75, statement("salary_near", values), quotes, pointsOfShares(0.5));
  return judgement("not_met", 0.8, statement("salary_above", values), quotes);
}
