import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { resumeProfile } from "../profile";
import { summarize } from "./fixtures/summary";
import { parseResume } from "./parse-resume";

const folder = path.join(import.meta.dirname, "fixtures");
const files = readdirSync(folder).filter((name) => /\.(?:txt|md|doc)$/.test(name));

test.each(files)("%s gives the JSON beside it", async (file) => {
  const { profile, sensitive } = await parseResume(readFileSync(path.join(folder, file)), {
    fileName: file,
    asOf: "2026-11-21",
  });
  expect(resumeProfile.parse(profile)).toEqual(profile);
  expect(summarize(profile, sensitive)).toEqual(
    JSON.parse(readFileSync(path.join(folder, file.replace(/\.\w+$/, ".json")), "utf8")),
  );
});
