import { schoolOf } from "@/lib/resume/parsing/dictionaries/school-of";
import type { EducationEntry } from "@/lib/resume/profile";

type Schooling = Pick<EducationEntry, "school"> | undefined;

function known(schooling: Schooling) {
  return schooling?.school ? schoolOf(schooling.school.value) : null;
}

/** The reference's `college_type`, "0" to "7"; left out for a school nobody knows. */
export function schoolType(schooling: Schooling): string | undefined {
  return known(schooling)?.type.toString();
}

export function schoolRank(schooling: Schooling): string | undefined {
  return known(schooling)?.rank?.toString();
}

/** Outside the mainland; Hong Kong, Macau and Taiwan count as abroad no more than the reference's type 3 does. */
export function isAbroad(schooling: Schooling): boolean {
  return known(schooling)?.type === 4;
}
