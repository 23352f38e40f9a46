import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { DraftAnswer } from "@/lib/ai/draft-position/schema";
import { resetEnv } from "@/lib/env";
import { makeRecruiter } from "@/lib/testing/factories";
import { fails, type ModelServer, says, startModelServer } from "@/lib/testing/openai-server";
import { useWorkspace } from "@/lib/testing/workspace";
import { draftPosition } from "./draft-position";

useWorkspace();

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
});
afterAll(() => server.close());
afterEach(() => {
  for (const name of ["OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_MODEL"]) delete process.env[name];
  resetEnv();
});

const description =
  "招聘后端开发工程师\n任职要求：\n1. 35岁以下，男性优先；\n2. 5年以上 Java 开发经验。\n工作地点：上海";
const answer: DraftAnswer = {
  title: "资深后端开发工程师",
  department: null,
  salary: null,
  requirements: [
    { quote: "35岁以下", text: "35 岁以下", kind: "other", necessity: "must", weight: 5 },
    { quote: "5年以上 Java 开发经验", text: "5 年以上 Java", kind: "experience", necessity: "must", weight: 4 },
  ],
};

async function draft() {
  process.env.OPENAI_API_KEY = "sk-environment";
  process.env.OPENAI_BASE_URL = server.baseUrl;
  process.env.OPENAI_MODEL = "drafter";
  resetEnv();
  const viewer = await makeRecruiter();
  return draftPosition({ viewer, locale: "zh", bytes: Buffer.from(description), fileName: "jd.txt" });
}

test("a model's draft is held to the words of the description, and what is protected stays out", async () => {
  server.script(says(answer));
  const drafted = await draft();
  expect(drafted).toMatchObject({
    engine: "drafter",
    modelFailure: null,
    draft: { title: "后端开发工程师", city: "上海" },
  });
  expect(drafted.draft.requirements.map(({ text }) => text)).toEqual(["5 年以上 Java"]);
  expect(drafted.draft.leftOut.map(({ reason }) => reason)).toEqual(expect.arrayContaining(["age", "gender"]));
  for (const { quote } of drafted.draft.requirements)
    expect(drafted.draft.description.slice(quote.start, quote.end)).toBe(quote.text);
});

test("when the model fails the rules' draft stands, with the reason", async () => {
  server.script(fails(401));
  expect(await draft()).toMatchObject({ engine: "built-in", modelFailure: "unauthorised", draft: { city: "上海" } });
});
