import { type Person, writtenIn } from "./person";

/** What a parser should find in somebody's resume. */
export type Truth = {
  name: string;
  email: string;
  phone: string;
  city: string;
  degree: "associate" | "bachelor" | "master";
  /** From the dates of the jobs, to `writtenIn`. */
  years: number;
  company: string;
  title: string;
};

export function truthOf(person: Person): Truth {
  const { name, email, phone, city, studies, jobs } = person;
  const [job] = jobs;
  const study = studies.at(-1);
  if (!job || !study) throw new Error("Everybody here has studied and worked");
  const years = workMonths(person) / 12;
  return { name, email, phone, city, degree: study.level, years, company: job.company, title: job.title };
}

/** From March to March is one month: whoever writes months means them whole. */
export function workMonths({ jobs }: Pick<Person, "jobs">) {
  return jobs.reduce((sum, { start, end }) => sum + (end ?? writtenIn) - start + 1, 0);
}
