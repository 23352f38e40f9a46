import { monthlySalary } from "@/lib/resume/parsing/fields/salary";
import type { Reading, Salary } from "@/lib/resume/profile";

export function textOf(reading: Reading<string | number> | null | undefined): string | undefined {
  return reading ? String(reading.value) : undefined;
}

/** `2019-07` → `2019.07`; an open end → 至今. */
export function dateOf(reading: Reading<string> | null | undefined): string | undefined {
  if (!reading) return undefined;
  return reading.value === "present" ? "至今" : reading.value.replaceAll("-", ".");
}

/** "25000~35000元/月"; "300000元/年". */
export function salaryText(reading: Reading<Salary> | null): string | undefined {
  if (!reading) return undefined;
  const { min, max, period } = reading.value;
  const unit = period === "year" ? "元/年" : "元/月";
  return max === null || max === min ? `${min}${unit}` : `${min}~${max}${unit}`;
}

export function salaryBounds(reading: Reading<Salary> | null): { min?: string; max?: string } {
  if (!reading) return {};
  const { min, max } = monthlySalary(reading.value);
  return { min: String(min), ...(max !== null && { max: String(max) }) };
}

/** Whole months between two dates, both months counted: "1年3个月", "3年", "6个月". */
export function durationText(
  { start, end }: { start: Reading<string> | null; end: Reading<string> | null },
  asOf: string,
): string | undefined {
  if (!start || !end || start.value.length < 7 || (end.value !== "present" && end.value.length < 7)) return undefined;
  const months = monthIndex(end.value === "present" ? asOf : end.value) - monthIndex(start.value) + 1;
  if (months <= 0) return undefined;
  const years = Math.floor(months / 12);
  return [years > 0 ? `${years}年` : "", months % 12 > 0 ? `${months % 12}个月` : ""].join("");
}

function monthIndex(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}
