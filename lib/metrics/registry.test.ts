import { expect, test } from "vitest";
import { areaOf } from "./registry";

test("an address is counted by its kind: no id, no secret, no name", () => {
  const id = "5f0c8a4e-8d3b-4f43-9e0e-0d9a3a0f7b11";
  expect(areaOf(`/api/v1/resumes/${id}/file?q=Jane`, 200)).toBe("/api/v1/resumes");
  expect(areaOf("/answer/a-secret-of-a-candidate", 200)).toBe("/answer");
  expect(areaOf(`/resumes/${id}`, 200)).toBe("/resumes");
  expect(areaOf("/api/positions/123/", 200)).toBe("/api/positions");
  expect(areaOf("/_next/static/chunks/x.js", 200)).toBe("/_next");
  expect(areaOf("/", 200)).toBe("/");
  expect(areaOf("/%E6%AC%A7%E9%98%B3", 200)).toBe("/");
});

test("strangers add no names, and of ours there is an end", () => {
  expect(areaOf("/wp-admin", 404)).toBe("none");
  const found = new Set(Array.from({ length: 500 }, (_, index) => areaOf(`/made-up-${index}`, 200)));
  expect(found.size).toBeLessThanOrEqual(101);
});
