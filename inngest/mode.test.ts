import { expect, test, vi } from "vitest";
import { jobMode } from "./mode.ts";
import { GET, POST, PUT } from "./serve.ts";

vi.mock("./index.ts", () => ({ functions: [] }));

const production = { NODE_ENV: "production" } as const;

test("either key hands the jobs to Inngest", () => {
  expect(jobMode(production)).toBe("embedded");
  expect(jobMode({ ...production, INNGEST_EVENT_KEY: "key" })).toBe("inngest");
  expect(jobMode({ ...production, INNGEST_SIGNING_KEY: "signkey-prod-00" })).toBe("inngest");
});

test("development mode, which takes unsigned requests, is refused in production", () => {
  expect(() => jobMode({ ...production, INNGEST_DEV: "1" })).toThrow("INNGEST_DEV");
  expect(() => jobMode({ ...production, INNGEST_DEV: "http://localhost:8288" })).toThrow("INNGEST_DEV");
  expect(jobMode({ ...production, INNGEST_DEV: "0" })).toBe("embedded");
});

test.each([GET, POST, PUT])("embedded, the address of the jobs is not there", async (handler) => {
  const request = new Request("http://localhost/api/inngest?fnId=hireglass-read-resume&stepId=step", {
    method: "POST",
  });
  const response = await Reflect.apply(handler, null, [request]);
  expect(response.status).toBe(404);
});
