import type { ReadableSpan, SpanExporter } from "@opentelemetry/sdk-trace";

/** What tells how a request or job went. Addresses, their queries, headers and messages may name a person. */
const allowed =
  /^(?:http\.(?:request\.)?method|http\.(?:response\.)?status_code|http\.route|next\.route|next\.span_type|error\.type|hireglass\.[a-z_]+)$/;
/** `GET /resumes/[resumeId]`, `render route (app) /resumes`: patterns of addresses, never addresses. */
const plainName = /^[A-Za-z][A-Za-z0-9 ()._-]*(?: \/[A-Za-z0-9[\].()/_-]*)?$/;
const addressLike = /[0-9a-f]{8}-[0-9a-f]{4}|[A-Za-z0-9_-]{33,}/;

/** A span without anything that is not known to be harmless: no address, no message, no event. */
export function scrubSpan(span: ReadableSpan): ReadableSpan {
  const attributes = Object.fromEntries(
    Object.entries(span.attributes).filter(([key, value]) => allowed.test(key) && isHarmless(String(value))),
  );
  const name = plainName.test(span.name) && isHarmless(span.name) ? span.name : (span.name.split(" ", 1)[0] ?? "span");
  // A span has getters: its copy is made by hand of what it inherits.
  return Object.create(span, {
    name: { value: plainName.test(name) ? name : "span", enumerable: true },
    attributes: { value: attributes, enumerable: true },
    events: { value: [], enumerable: true },
    links: { value: [], enumerable: true },
    status: { value: { code: span.status.code }, enumerable: true },
  });
}

function isHarmless(text: string): boolean {
  return !text.includes("?") && !text.includes("://") && !addressLike.test(text);
}

export function scrubbing(exporter: SpanExporter): SpanExporter {
  return {
    export: (spans, done) => exporter.export(spans.map(scrubSpan), done),
    shutdown: () => exporter.shutdown(),
    forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
  };
}
