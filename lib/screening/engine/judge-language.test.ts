import { expect, test } from "vitest";
import { accountantEn, engineerEn, engineerZh, judge } from "./fixtures/resumes";

test.each([
  ["英语流利", engineerEn, "met", "language_met"],
  ["Fluent English", engineerZh, "partly", "language_lower"],
  ["英语六级", engineerZh, "met", "language_met"],
  ["英语六级或能流利读写", engineerZh, "met", "language_met"],
  ["English, conversational", engineerZh, "met", "language_met"],
  ["Fluent Spanish", engineerEn, "not_met", "language_lower"],
  ["Spanish", engineerEn, "met", "language_met"],
  ["English or French", engineerEn, "met", "language_met"],
  ["日语", engineerEn, "unknown", "language_absent"],
  ["Fluent English", accountantEn, "partly", "language_of_resume"],
  ["普通话标准", engineerZh, "partly", "language_of_resume"],
  ["善于沟通", engineerEn, "unknown", "not_readable"],
])("%s", (requirement, resume, verdict, code) => {
  expect(judge("language", requirement, resume)).toMatchObject({ verdict, code });
});

test("schools, employers and places named after a language show nothing of it", () => {
  const resume =
    "EDUCATION\nChinese University of Hong Kong, Bachelor of Arts in History, 2010 - 2014\n\nWORK EXPERIENCE\nClerk, German Motors Ltd, Spanish Fork\nMay 2014 - December 2016\n- Sorted French wine by year\n";
  for (const language of ["Chinese", "German", "Spanish", "French"])
    expect(judge("language", language, resume).verdict).toBe("unknown");
});

test("a level belongs to the language beside it", () => {
  const resume = "LANGUAGES\nFluent in English and French, basic German\n";
  expect(judge("language", "Fluent French", resume).verdict).toBe("met");
  expect(judge("language", "Fluent German", resume).verdict).toBe("not_met");
});
