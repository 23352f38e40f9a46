import type { ResumeProfile, TextSpan, WorkEntry } from "@/lib/resume/profile";
import { fold } from "@/lib/screening/engine/evidence";

/** An employer of a resume, as people call it in speech, and the jobs there. */
export type Employer = { name: string; spoken: string; jobs: WorkEntry[] };

const generalHan =
  /(?<!股份|有限|责任|公司|集团|科技|技术|网络|信息|软件|计算|贸易|商贸|控股)(?:股份|有限|责任|公司|集团|科技|技术|网络|信息|软件|云?计算|贸易|商贸|控股)+(?:[（(][\s\S]*)?$|[（(][\s\S]*$/;
const generalLatin = new Set(["the", "new", "first", "global", "general", "united", "american", "china", "national"]);

export function employersOf({ work }: ResumeProfile): Employer[] {
  const found = new Map<string, Employer>();
  for (const job of work) {
    const name = job.company?.value;
    const spoken = name ? spokenName(name) : null;
    if (!name || !spoken) continue;
    const known = found.get(spoken);
    if (known) known.jobs.push(job);
    else found.set(spoken, { name, spoken, jobs: [job] });
  }
  return [...found.values()];
}

/** 星河云计算有限公司 is 星河云 to those who work there, Northwind Systems is Northwind. */
export function spokenName(company: string): string | null {
  const folded = fold(company).trim();
  if (/\p{Script=Han}/u.test(folded)) {
    const bare = folded.replace(/(?:有限(?:责任)?)?公司[\s\S]*$/, "");
    const kept = /云计算$/.test(bare) ? bare.replace(/计算$/, "") : bare.replace(generalHan, "");
    return kept.length >= 2 ? kept : bare.length >= 2 ? bare : null;
  }
  const words = folded.split(/[^a-z0-9&'-]+/).filter((word) => word !== "");
  const first = words[0] ?? "";
  if (first.length >= 4 && !generalLatin.has(first)) return first;
  return words.length > 1 ? words.slice(0, 2).join(" ") : null;
}

/** Where an employer is named in a folded text. */
export function employerIn(folded: string, { spoken }: Employer): TextSpan | null {
  const start = folded.indexOf(spoken);
  if (start < 0) return null;
  const isWord = /[a-z]/.test(spoken) && /[a-z]/.test(folded[start - 1] ?? "");
  return isWord ? null : { start, end: start + spoken.length };
}
