import { z } from "zod";
import type { RouteShapes } from "@/lib/api/route";

export type DocumentedRoute = {
  method: string;
  /** As OpenAPI writes it: /api/v1/positions/{positionId}. */
  path: string;
  tag: string;
  summary: string;
  /** Null where a handler reads the request by itself. */
  shapes: RouteShapes | null;
  /** Of the body; JSON when it is left out. */
  bodyType?: "multipart/form-data";
  /** What a refusal says, where it is not our own API's; null where its service answers everything with 200. */
  problem?: z.ZodType | null;
};

type Documented = Omit<DocumentedRoute, "bodyType"> & { bodyType?: string };
type JsonSchema = Record<string, unknown>;

const problem = { $ref: "#/components/responses/Problem" };

/** OpenAPI 3.1 of addresses, from the zod shapes that their handlers parse requests with. The same routes give the same document. */
export function buildDocument(routes: readonly DocumentedRoute[], version: string) {
  const sorted = routes.toSorted((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method));
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of sorted) {
    paths[route.path] ??= {};
    Object.assign(paths[route.path] ?? {}, { [route.method.toLowerCase()]: operation(route) });
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Hireglass",
      version,
      description:
        "Our own API is under /api/v1. The other addresses serve clients of HRM2, interview-guide and ResumeSDK, whose contracts they follow.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/" }],
    security: [{ token: [] }],
    tags: [...new Set(sorted.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          description: "An API token from the settings, or a signed-in session.",
        },
      },
      responses: {
        Problem: {
          description: "What went wrong, as a code and a sentence in the reader's language.",
          content: {
            "application/json": {
              schema: {
                type: "object",
                required: ["error"],
                properties: {
                  error: {
                    type: "object",
                    required: ["code", "message"],
                    properties: { code: { type: "string" }, message: { type: "string" } },
                  },
                },
              },
            },
          },
        },
      },
    },
  };
}

function operation({ method, path, tag, summary, shapes, bodyType = "application/json", ...more }: Documented) {
  const { params, query, body, answer, permission } = shapes ?? {};
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const known = params ? propertiesOf(toSchema(params, "input")) : {};
  const asked = query ? toSchema(query, "input") : null;
  const required = new Set(Array.isArray(asked?.required) ? asked.required : []);
  const parameters = [
    ...names.map((name) => ({ name, in: "path", required: true, schema: known[name] ?? { type: "string" } })),
    ...Object.entries(asked ? propertiesOf(asked) : {}).map(([name, schema]) => ({
      ...{ name, in: "query", required: required.has(name), schema },
    })),
  ];
  return {
    operationId: `${method.toLowerCase()}${path.replace(/(?<![^A-Za-z0-9])[^A-Za-z0-9]+(\w)/g, (_, letter: string) => letter.toUpperCase()).replace(/\W/g, "")}`,
    tags: [tag],
    summary,
    ...(permission && { description: `Needs the permission \`${permission}\`.` }),
    ...(shapes && !permission && { security: [] }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && {
      requestBody: { required: true, content: { [bodyType]: { schema: toSchema(body, "input") } } },
    }),
    responses: {
      "2XX": {
        description: "Done.",
        ...(answer && { content: { "application/json": { schema: toSchema(answer, "output") } } }),
      },
      ...(shapes && more.problem !== null && { "4XX": more.problem ? refusal(more.problem) : problem }),
    },
  };
}

function refusal(shape: z.ZodType) {
  return { description: "What went wrong.", content: { "application/json": { schema: toSchema(shape, "output") } } };
}

function toSchema(shape: z.ZodType, io: "input" | "output"): JsonSchema {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, {
    ...{ io, unrepresentable: "any", target: "draft-2020-12" },
    override: ({ jsonSchema }) => shorten(jsonSchema),
  });
  return schema;
}

/** Without what a format or a type says already. */
function shorten(schema: JsonSchema) {
  if (schema.format === "uuid") delete schema.pattern;
  if (schema.format === "starts_with") delete schema.format;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
}

/** Of an object, or of all alternatives of a union. */
function propertiesOf(schema: JsonSchema): Record<string, unknown> {
  const alternatives = [schema.anyOf, schema.oneOf].flatMap((some) => (Array.isArray(some) ? some : []));
  return Object.assign({}, ...alternatives.map(propertiesOf), schema.properties ?? {});
}
