import "server-only";
import { z } from "zod";
import document from "@/data/openapi.json" with { type: "json" };

const schema = z.record(z.string(), z.unknown());
const json = "application/json";
const content = z.record(z.string(), z.object({ schema })).optional();
const operation = z.object({
  operationId: z.string(),
  tags: z.array(z.string()).length(1),
  summary: z.string(),
  description: z.string().optional(),
  parameters: z
    .array(z.object({ name: z.string(), in: z.enum(["path", "query"]), required: z.boolean(), schema }))
    .default([]),
  requestBody: z.object({ content }).optional(),
  responses: z.object({ "2XX": z.object({ content }) }),
});
const paths = z.record(z.string(), z.record(z.string(), operation));

export type DocumentedOperation = {
  id: string;
  method: string;
  path: string;
  tag: string;
  summary: string;
  description: string;
  parameters: { name: string; in: "path" | "query"; isRequired: boolean; schema: string }[];
  /** As JSON, laid out; null without one. */
  body: string | null;
  /** What a body begins from: what it has to have. */
  example: string | null;
  answer: string | null;
};

/** Every operation of the document, by the part of the API it belongs to. */
export function readDocument(): Map<string, DocumentedOperation[]> {
  const found = Object.entries(paths.parse(document.paths)).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]): DocumentedOperation => {
      const [bodyType, { schema: body = null } = {}] = Object.entries(one.requestBody?.content ?? {})[0] ?? [];
      const answer = one.responses["2XX"].content?.[json]?.schema ?? null;
      return {
        ...{ id: one.operationId, method: method.toUpperCase(), path, tag: one.tags[0] ?? "", summary: one.summary },
        description: one.description ?? "",
        parameters: one.parameters.map(({ name, in: place, required, schema: of }) => ({
          ...{ name, in: place, isRequired: required, schema: typeOf(of) },
        })),
        ...{ body: body && laidOut(body), answer: answer && laidOut(answer) },
        // A form with a file is not written by hand.
        example: body && bodyType === json ? laidOut(begin(body)) : null,
      };
    }),
  );
  return Map.groupBy(found, ({ tag }) => tag);
}

function laidOut(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

function typeOf(of: Record<string, unknown>): string {
  if (Array.isArray(of.enum)) return of.enum.join(" | ");
  return [of.type, of.format].filter((part) => typeof part === "string").join(" ") || "any";
}

/** The least that a shape takes, with empty values. */
function begin(of: unknown): unknown {
  const shape = schema.safeParse(of).data ?? {};
  const [first] = [shape.anyOf, shape.oneOf].flatMap((some) => (Array.isArray(some) ? some : []));
  if (first) return begin(first);
  if ("const" in shape) return shape.const;
  if (Array.isArray(shape.enum)) return shape.enum[0];
  if (shape.type === "object") {
    const required = z.array(z.string()).catch([]).parse(shape.required);
    const properties = schema.catch({}).parse(shape.properties);
    return Object.fromEntries(required.map((name) => [name, begin(properties[name])]));
  }
  if (shape.type === "array") return [];
  if (shape.type === "boolean") return false;
  if (shape.type === "null") return null;
  return shape.type === "integer" || shape.type === "number" ? 0 : "";
}
