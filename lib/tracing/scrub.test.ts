import type { ReadableSpan } from "@opentelemetry/sdk-trace";
import { expect, test } from "vitest";
import { scrubSpan } from "./scrub";
import { wantsTracing } from "./start-tracing";

const id = "5f0c8a4e-8d3b-4f43-9e0e-0d9a3a0f7b11";
const span = (name: string, attributes: ReadableSpan["attributes"] = {}) =>
  ({
    ...{ name, attributes, links: [], status: { code: 2, message: "no resume of Jane Miller" } },
    events: [{ name: "exception", time: [0, 0], attributes: { "exception.message": "Jane Miller" } }],
  }) as unknown as ReadableSpan;

test("a span tells how a request went and nothing of whom it was about", () => {
  const scrubbed = scrubSpan(
    span("GET /resumes/[resumeId]", {
      ...{ "http.method": "GET", "http.status_code": 500, "http.route": "/resumes/[resumeId]" },
      ...{ "http.target": `/resumes/${id}?q=Jane`, "http.url": "http://x/?q=Jane", "user_agent.original": "Jane" },
      ...{ "next.span_name": "GET /?q=Jane", "hireglass.attempt": 1, "http.request.header.cookie": "secret" },
    }),
  );
  expect(scrubbed.name).toBe("GET /resumes/[resumeId]");
  expect(scrubbed.attributes).toEqual({
    ...{ "http.method": "GET", "http.status_code": 500, "http.route": "/resumes/[resumeId]", "hireglass.attempt": 1 },
  });
  expect([scrubbed.events, scrubbed.links, scrubbed.status]).toEqual([[], [], { code: 2 }]);
  expect(JSON.stringify([scrubbed.name, scrubbed.attributes, scrubbed.events, scrubbed.status])).not.toContain("Jane");
});

test("names that hold an address keep their first word", () => {
  const named = (name: string) => scrubSpan(span(name)).name;
  expect(named("fetch GET https://hooks.example/secret")).toBe("fetch");
  expect(named(`GET /resumes/${id}`)).toBe("GET");
  expect(named("GET /answer/q9YxV4w0b3sJ2nK8fLr7TzPqM1uHcE5dAoGi")).toBe("GET");
  expect(named("GET /resumes?q=Jane")).toBe("GET");
  expect(named("欧阳鹦鹉")).toBe("span");
  expect(named("render route (app) /resumes")).toBe("render route (app) /resumes");
  expect(named("job hireglass-read-resume")).toBe("job hireglass-read-resume");
});

test("it is on only where the standard variables name somewhere to send to", () => {
  expect(wantsTracing({})).toBe(false);
  expect(wantsTracing({ OTEL_EXPORTER_OTLP_ENDPOINT: "http://collector:4318" })).toBe(true);
  expect(wantsTracing({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: "http://collector:4318/v1/traces" })).toBe(true);
  expect(wantsTracing({ OTEL_TRACES_EXPORTER: "console" })).toBe(true);
  expect(wantsTracing({ OTEL_TRACES_EXPORTER: "none", OTEL_EXPORTER_OTLP_ENDPOINT: "http://x" })).toBe(false);
  expect(wantsTracing({ OTEL_SDK_DISABLED: "true", OTEL_EXPORTER_OTLP_ENDPOINT: "http://x" })).toBe(false);
});
