import { expect, test } from "vitest";
import { redactResume } from "@/lib/resume/blind/redact-resume";
import { parseResume } from "@/lib/resume/parsing/parse-resume";
import { hidePerson } from "./blind-application";

test("an id whose digits read as a mobile number stays an id", async () => {
  const text = "王小明\n手机：13812345678\n";
  const { profile } = await parseResume(new TextEncoder().encode(text), { fileName: "a.txt", asOf: "2026-01-01" });
  const hidden = redactResume({ text, profile, hidesSchools: false });
  const resumeId = "5c138123-4567-4ab1-acac-fee6b4f99ed8";
  expect(hidden.redact(resumeId)).toContain("█");
  const written = { resumeId, ids: [resumeId], note: "打 13812345678 找王小明" };
  expect(hidePerson(written, hidden)).toEqual({ resumeId, ids: [resumeId], note: "打 ███████████ 找███" });
});
