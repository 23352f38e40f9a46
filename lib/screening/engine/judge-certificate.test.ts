import { expect, test } from "vitest";
import { accountantEn, engineerEn, engineerZh, judge } from "./fixtures/resumes";

const studying = "证书\n注册会计师（已通过 3 科，在考）\n";

test.each([
  ["CPA", accountantEn, "met"],
  ["注册会计师证书", accountantEn, "met"],
  ["CPA or ACCA", accountantEn, "met"],
  ["CPA 和 CFA", accountantEn, "partly"],
  ["AWS 认证或 CKA 认证", engineerEn, "met"],
  ["AWS certification", engineerZh, "unknown"],
  ["英语四级", engineerZh, "met"],
  ["CET-6", engineerZh, "met"],
  ["PMP", engineerEn, "unknown"],
  ["CPA", studying, "partly"],
])("%s", (requirement, resume, verdict) => {
  expect(judge("certificate", requirement, resume).verdict).toBe(verdict);
});

test("AWS as a skill is no AWS certificate", () => {
  const skillOnly = engineerEn.replace("AWS Certified Solutions Architect", "First aid");
  expect(judge("certificate", "AWS 认证", skillOnly).verdict).toBe("unknown");
});

test("only the alternative that is held is named", () => {
  expect(judge("certificate", "CPA or ACCA", accountantEn).values).toEqual({ name: "CPA" });
});
