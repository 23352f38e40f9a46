import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { UnreadableFileError } from "@/lib/resume/document";
import { parseResume } from "@/lib/resume/parsing/parse-resume";
import { goldFiles, measure } from "./measure";
import { type Baseline, isScan, tallyOf } from "./report";

const baseline: Baseline = JSON.parse(readFileSync("docs/accuracy.json", "utf8"));
/** One point: `npm run bench:accuracy` writes a new baseline, and its diff shows what was given up. */
const allowed = 0.01;

test("no field is read worse than docs/accuracy.json says, by more than a point", async () => {
  const readings = await measure(
    goldFiles().filter((file) => !isScan(file)),
    async ({ bytes, ...options }) => {
      const parsed = await parseResume(bytes, options).catch((error: unknown) => {
        if (error instanceof UnreadableFileError) return null;
        throw error;
      });
      return parsed ? { ok: true, ...parsed } : { ok: false, reason: "unreadable" };
    },
  );
  const { overall, fields } = tallyOf(readings);
  const worse = Object.entries({ overall, ...fields }).flatMap(([field, { f1 }]) => {
    const before = (field === "overall" ? baseline.text.overall : baseline.text.fields[field])?.f1 ?? 0;
    return (f1 ?? 0) < before - allowed ? [`${field}: ${f1?.toFixed(4)} instead of ${before}`] : [];
  });
  expect(worse).toEqual([]);
}, 90_000);
