import { beforeAll, expect, test } from "vitest";
import { asOf, goldFiles } from "@/lib/gold/measure";
import { isScan } from "@/lib/gold/report";
import { UnreadableFileError } from "@/lib/resume/document";
import { parseResume } from "@/lib/resume/parsing/parse-resume";
import type { ResumeProfile } from "@/lib/resume/profile";
import { type RedactedResume, redactResume } from "./redact-resume";

type Case = {
  name: string;
  text: string;
  profile: ResumeProfile;
  truth: Record<string, string[]>;
  open: RedactedResume;
  closed: RedactedResume;
};
let cases: Case[];

beforeAll(async () => {
  cases = [];
  for (const file of goldFiles().filter((one) => !isScan(one))) {
    const bytes = new Uint8Array(await file.make());
    const parsed = await parseResume(bytes, { fileName: file.name, asOf }).catch((error: unknown) => {
      if (error instanceof UnreadableFileError) return null;
      throw error;
    });
    if (!parsed) continue;
    const { profile } = parsed;
    const { text } = parsed.document;
    const { name, email, phone, education } = file.truth;
    const schools = Array.isArray(education) ? education.flatMap(({ school }) => ways(school)) : [];
    cases.push({
      ...{ name: file.name, text, profile },
      truth: { name: ways(name), email: ways(email), phone: ways(phone), school: schools },
      open: redactResume({ text, profile, hidesSchools: false }),
      closed: redactResume({ text, profile, hidesSchools: true }),
    });
  }
}, 90_000);

/** What may be left over all made-up resumes: names and contacts none. */
test("no name, address, number or school of a made-up resume is left in its text or fields", () => {
  const leaks: Record<string, string[]> = { name: [], email: [], phone: [], school: [] };
  for (const { name, truth, closed } of cases) {
    const shown = tight(`${closed.text}\n${JSON.stringify(closed.profile)}`);
    for (const [field, values] of Object.entries(truth))
      for (const value of values) if (shown.includes(tight(value))) leaks[field]?.push(`${name}: ${value}`);
  }
  expect(cases.length).toBeGreaterThan(100);
  expect(leaks).toEqual({ name: [], email: [], phone: [], school: [] });
});

test("little else is taken out: of the skills, employers, titles and majors that were read nearly all stay", () => {
  let [kept, all] = [0, 0];
  const taken: string[] = [];
  for (const { profile, open } of cases) {
    const said = (one: ResumeProfile) => [
      ...one.skills.map(({ name }) => name.value),
      ...one.work.flatMap(({ company, title }) => [company?.value ?? "", title?.value ?? ""]),
      ...one.education.flatMap(({ major, school }) => [major?.value ?? "", school?.value ?? ""]),
    ];
    const [before, after] = [said(profile), said(open.profile)];
    all += before.length;
    for (const [index, value] of before.entries()) {
      if (after[index] === value) kept += 1;
      else taken.push(value);
    }
  }
  console.info(`kept ${kept} of ${all}`, taken);
  expect(kept / all).toBeGreaterThan(0.995);
});

test("every character keeps its place", () => {
  for (const { text, closed } of cases) {
    expect(closed.text).toHaveLength(text.length);
    for (let at = 0; at < text.length; at += 1)
      if (closed.text[at] !== "█" && closed.text[at] !== text[at]) expect.fail(`at ${at}`);
  }
});

function ways(value: unknown): string[] {
  if (typeof value === "string") return value === "*" ? [] : [value];
  const { any = [] } = Object(value) as { any?: unknown[] };
  return any.flatMap(ways);
}

function tight(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s/g, "");
}
