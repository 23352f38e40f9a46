import { expect, test } from "vitest";
import { readDocument } from "./read-document";

test("every operation of the document can be shown, a form with a file too", () => {
  const operations = [...readDocument().values()].flat();
  expect(operations.length).toBeGreaterThan(200);
  const upload = operations.find(({ method, path }) => method === "POST" && path === "/video-analysis/");
  expect(upload).toMatchObject({ body: expect.stringContaining("video_file"), example: null });
  const screening = operations.find(({ method, path }) => method === "POST" && path === "/resume-screening/screening/");
  expect(JSON.parse(screening?.example ?? "")).toEqual({ position: {}, resumes: [] });
});
