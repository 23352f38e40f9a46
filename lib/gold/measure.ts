import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { ResumeProfile } from "@/lib/resume/profile";
import type { SensitiveFields } from "@/lib/resume/sensitive";
import { makeGold, truthLines } from "./make-gold";
import { toPrediction } from "./scoring/prediction";
import { score, type Verdict } from "./scoring/score";
import { truth as truthShape } from "./truth";

/** Ages and open periods are counted to it, so that a run next year gives the same. */
export const asOf = "2026-11-21";

/** A file with its truth, made up or real. */
export type Labelled = {
  name: string;
  language: string;
  format: string;
  layout: string;
  truth: ReturnType<typeof truthShape.parse>;
  make: () => Promise<Uint8Array>;
};
export type Reading = Omit<Labelled, "truth" | "make"> & { ms: number; verdicts: Verdict[]; failure: string | null };

type Outcome = { ok: true; profile: ResumeProfile; sensitive: SensitiveFields } | { ok: false; reason: string };
type Parse = (file: { bytes: Uint8Array; fileName: string; asOf: string }) => Promise<Outcome>;

/** Reads files one after the other and holds what was read against what they say. A file that cannot be read has read nothing. */
export async function measure(files: Labelled[], parse: Parse): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const { truth, make, ...file } of files) {
    const bytes = new Uint8Array(await make());
    const startedAt = performance.now();
    const outcome = await parse({ bytes, fileName: file.name, asOf });
    const ms = performance.now() - startedAt;
    const prediction = outcome.ok ? toPrediction(outcome) : nothing;
    const failure = outcome.ok ? null : outcome.reason;
    readings.push({ ...file, ms, failure, verdicts: score(truth, prediction) });
  }
  return readings;
}

const nothing: ReturnType<typeof toPrediction> = {
  scalars: { name: null, email: null, phone: null, gender: null, birthday: null, city: null, degree: null },
  lists: { education: [], work: [], projects: [] },
  skills: [],
  languages: [],
};

export { truthLines };

export function goldFiles(): Labelled[] {
  return makeGold();
}

/** Real resumes with truths beside the repository, where there are any; their licences keep them out of it. */
export function realFiles(folder = "../shared/resumes"): Labelled[] {
  if (!existsSync(join(folder, "truth"))) return [];
  return readdirSync(join(folder, "files")).flatMap((name) => {
    const path = join(folder, "truth", `${name.slice(0, -extname(name).length)}.json`);
    if (!existsSync(path)) return [];
    const labels: unknown = JSON.parse(readFileSync(path, "utf8"));
    const language = typeof labels === "object" && labels && "language" in labels ? String(labels.language) : "?";
    const format = extname(name).slice(1);
    const make = async () => readFileSync(join(folder, "files", name));
    return [{ name, language, format, layout: "real", truth: truthShape.parse(labels), make }];
  });
}
