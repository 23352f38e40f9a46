import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { makeModel, makeRecruiter } from "@/lib/testing/factories";
import {
  fails,
  type ModelAnswer,
  type ModelServer,
  says,
  startModelServer,
  withoutResponseFormat,
} from "@/lib/testing/openai-server";
import { useWorkspace } from "@/lib/testing/workspace";
import { askModel, type Checked } from "./ask-model";
import type { ModelConfig } from "./models";

useWorkspace();

let server: ModelServer;
let model: ModelConfig;
beforeAll(async () => {
  server = await startModelServer();
  model = makeModel({ viewer: await makeRecruiter(), baseUrl: server.baseUrl });
});
afterAll(() => server.close());

const shape = z.object({ colour: z.enum(["red", "blue"]), note: z.string() });
type Answer = z.infer<typeof shape>;
const right: Answer = { colour: "red", note: "a } in a string" };

function ask(...script: ModelAnswer[]) {
  server.script(...script);
  return askModel({ model, instructions: "Name a colour.", prompt: "Which?", shape, check: (value) => ({ value }) });
}

test("a server with JSON schema output is asked for the shape", async () => {
  expect(await ask(says(right))).toEqual(right);
  expect(server.requests).toHaveLength(1);
  expect(server.requests[0]?.responseFormat?.type).toBe("json_schema");
  expect(JSON.stringify(server.requests[0]?.responseFormat)).toContain("colour");
});

test.each([
  ["prose around it", `Sure! Here it is: ${JSON.stringify(right)} Anything else?`],
  ["a code fence", `\`\`\`json\n${JSON.stringify(right, null, 2)}\n\`\`\``],
  ["thoughts before it", `<think>{"colour": "green"} no</think>\n${JSON.stringify(right)}`],
  ["small braces before it", `As {asked}: ${JSON.stringify(right)}`],
])("an answer with %s is understood without a second call", async (_, text) => {
  expect(await ask(says(text))).toEqual(right);
  expect(server.requests).toHaveLength(1);
});

test.each([
  ["cut-off JSON", says('{"colour": "red", "note": "a'), "no complete JSON"],
  ["JSON cut at the length limit", says('{"colour": "re', { finishReason: "length" }), "broke off"],
  ["another shape", says({ colour: "green", note: "x" }), "colour"],
  ["no JSON", says("I would say red."), "no complete JSON"],
])("%s is sent back once, with what is wrong", async (_, wrong, complaint) => {
  expect(await ask(wrong, says(right))).toEqual(right);
  expect(server.requests).toHaveLength(2);
  expect(server.requests[1]?.messages.map(({ role }) => role)).toEqual(["system", "user", "assistant", "user"]);
  expect(server.requests[1]?.messages.at(-1)?.content).toContain(complaint);
});

test("after one repair it is over", async () => {
  await expect(ask(says("red"))).rejects.toMatchObject({ reason: "not_understood" });
  expect(server.requests).toHaveLength(2);
  await expect(ask(says('{"colour', { finishReason: "length" }))).rejects.toMatchObject({ reason: "cut_off" });
  expect(server.requests).toHaveLength(2);
});

test("what code finds wrong is sent back too, and the second answer is the last", async () => {
  server.script(says({ ...right, note: "wrong" }), says(right));
  const seen: boolean[] = [];
  const check = ({ note }: Answer, isLast: boolean): Checked<string> => {
    seen.push(isLast);
    return note === "wrong" ? { reason: "invented", problem: "The note is wrong." } : { value: note };
  };
  const options = { model, instructions: "Name a colour.", prompt: "Which?", shape, check };
  expect(await askModel(options)).toBe(right.note);
  expect(seen).toEqual([false, true]);
  expect(server.requests[1]?.messages.at(-1)?.content).toContain("The note is wrong.");
  server.script(says({ ...right, note: "wrong" }));
  await expect(askModel(options)).rejects.toMatchObject({ reason: "invented" });
  expect(server.requests).toHaveLength(2);
});

test("a server without JSON schema output is asked in words, and from then on only so", async () => {
  model = { ...model, name: "plain-model" };
  const plain = withoutResponseFormat(says(`Here: ${JSON.stringify(right)}`));
  expect(await ask(plain)).toEqual(right);
  expect(server.requests.map(({ responseFormat }) => Boolean(responseFormat))).toEqual([true, false]);
  expect(server.requests[1]?.messages[0]?.content).toContain('"colour"');
  expect(await ask(plain)).toEqual(right);
  expect(server.requests.map(({ responseFormat }) => Boolean(responseFormat))).toEqual([false]);
});

test("a request refused for another reason stays refused", async () => {
  model = { ...model, name: "other-model" };
  await expect(ask(fails(400, { message: "context too long" }))).rejects.toMatchObject({ reason: "rejected" });
  expect(server.requests).toHaveLength(2);
  expect(await ask(says(right))).toEqual(right);
  expect(server.requests[0]?.responseFormat).toBeDefined();
});
