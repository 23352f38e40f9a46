import document from "../../data/openapi.json" with { type: "json" };

type Json = Record<string, unknown>;
type Parameter = { name: string; in: string; schema: Json };
type Operation = {
  tags: string[];
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Json } | undefined> };
};
export type Documented = { method: string; path: string; tag: string; query: Parameter[]; body: Json | null };
export type WrongBody = {
  what: string;
  /** As it is sent. */
  body: string;
  /** Whether the shape alone says that it is wrong; the others only have to do no harm. */
  isRefused: boolean;
  /** The fields that a refusal has to name. */
  fields: string[];
};

const someId = "5f0c8a4e-8d3b-4f43-9e0e-0d9a3a0f7b11";

/** They make up resumes for as long as they are asked to, where they are switched on at all. */
const ofDevelopers = /\/dev\//;

/** Every operation of the API's document, with ids in its address that are nobody's. */
export function documented(): Documented[] {
  const paths = Object.entries(document.paths as unknown as Record<string, Record<string, Operation>>);
  return paths
    .filter(([path]) => !ofDevelopers.test(path))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { tags, parameters = [], requestBody }]) => ({
        ...{ method: method.toUpperCase(), path: fillIn(path, parameters), tag: tags[0] ?? "" },
        query: parameters.filter((one) => one.in === "query"),
        body: requestBody?.content["application/json"]?.schema ?? null,
      })),
    );
}

function fillIn(path: string, parameters: Parameter[]) {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const schema = parameters.find((one) => one.in === "path" && one.name === name)?.schema ?? {};
    if (Array.isArray(schema.enum)) return String(schema.enum[0]);
    return schema.type === "integer" ? "1" : someId;
  });
}

/**
 * Bodies that a shape does not take, and ones that only look harmless. Of what is alike for whoever looks at a shape it
 * is one each, by `turn`.
 */
export function wrongBodies(schema: Json, turn: number): WrongBody[] {
  const isObject = schema.type === "object";
  const instead = JSON.stringify([null, [], "text"][turn % 3]);
  const whole = { what: `${instead} instead`, body: instead, isRefused: isObject || Boolean(schema.oneOf), fields: [] };
  if (!isObject) return [whole];
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Json>);
  const required = Array.isArray(schema.required) ? schema.required.map(String) : [];
  const good = (begin(schema) ?? {}) as Json;
  const change = (what: string, changed: [string, unknown][]): WrongBody[] => {
    const body = JSON.stringify({ ...good, ...Object.fromEntries(changed) });
    return changed.length > 0 ? [{ what, body, isRefused: true, fields: changed.map(([name]) => name) }] : [];
  };
  const types = properties.flatMap(([name, of]): [string, unknown][] => {
    const allowed = typesOf(of);
    if (allowed.size === 0) return [];
    const wrong = [
      ...(allowed.has("null") ? [] : [null]),
      ...(allowed.has("array") ? [] : [[[[]]]]),
      allowed.has("object") ? "text" : { a: [{}] },
    ];
    return [[name, wrong[turn % wrong.length]]];
  });
  const bounds = properties.flatMap(([name, of]): [string, unknown][] => {
    if (typeof of.maxLength === "number") return [[name, "x".repeat(of.maxLength + 1)]];
    if (typeof of.maxItems === "number") return [[name, Array(of.maxItems + 1).fill(someId)]];
    if (of.type === "integer") return [[name, turn % 2 === 0 ? 1e300 : 0.5]];
    return of.type === "number" && "minimum" in of ? [[name, -1e300]] : [];
  });
  const isText = (of: Json) => of.type === "string" && !(of.format || of.pattern || "enum" in of || "const" in of);
  const texts = properties.filter(([, of]) => isText(of)).map(([name]) => [name, "a\u0000b\ud800"]);
  const deep = "[".repeat(20_000) + "]".repeat(20_000);
  return [
    whole,
    ...(required.length > 0 ? [{ what: "nothing", body: "{}", isRefused: true, fields: required }] : []),
    ...change("other types", types),
    ...change("beyond its bounds", bounds),
    {
      what: "NUL and half a character",
      body: JSON.stringify({ ...good, ...Object.fromEntries(texts) }),
      ...{ isRefused: false, fields: [] },
    },
    {
      what: "deeply nested",
      body: `{"deep":${deep},"__proto__":{"isAdmin":true},"constructor":1}`,
      ...{ isRefused: required.length > 0, fields: [] },
    },
  ];
}

/** What JSON allows at a place; empty for a shape that says nothing of it. */
function typesOf(of: Json): Set<string> {
  const alternatives = [of.anyOf, of.oneOf].flatMap((some) => (Array.isArray(some) ? some : [])) as Json[];
  const all = alternatives.map(typesOf);
  if (all.some((types) => types.size === 0)) return new Set();
  if (all.length > 0) return new Set(all.flatMap((types) => [...types]));
  if (Array.isArray(of.type)) return new Set(of.type.map(String));
  if (typeof of.type === "string") return new Set([of.type]);
  const values = "const" in of ? [of.const] : Array.isArray(of.enum) ? of.enum : [];
  return new Set(values.map((value) => (value === null ? "null" : typeof value)));
}

/** The least that a shape takes. */
function begin(of: Json): unknown {
  const first = [of.anyOf, of.oneOf].flatMap((some) => (Array.isArray(some) ? some : []))[0] as Json | undefined;
  if (first) return begin(first);
  if ("default" in of) return of.default;
  if ("const" in of) return of.const;
  if (Array.isArray(of.enum)) return of.enum[0];
  if (of.type === "object") {
    const properties = (of.properties ?? {}) as Record<string, Json>;
    const required = Array.isArray(of.required) ? of.required.map(String) : [];
    return Object.fromEntries(required.map((name) => [name, begin(properties[name] ?? {})]));
  }
  if (of.type === "array")
    return Array.from({ length: Number(of.minItems ?? 0) }, () => begin((of.items ?? {}) as Json));
  if (of.type === "boolean") return false;
  if (of.type === "null") return null;
  if (of.type === "integer" || of.type === "number") return Number(of.minimum ?? of.exclusiveMinimum ?? 0);
  if (of.format === "uuid") return someId;
  if (of.format === "email") return "someone@example.com";
  if (of.format === "date") return "2026-11-01";
  if (of.format === "date-time") return "2026-11-01T00:00:00.000Z";
  if (of.format === "uri") return "https://example.com/";
  return "x".repeat(Math.max(1, Number(of.minLength ?? 1)));
}
