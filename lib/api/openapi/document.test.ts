import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import type { RouteShapes } from "@/lib/api/route";
import { enveloped, problems } from "@/lib/compat/hrm2/answer";
import { classicOperations, nextOperations, type Operations } from "@/lib/compat/hrm2/operations";
import { enveloped as guideEnveloped, problem as guideProblem } from "@/lib/compat/interview-guide/answer";
import { operations as guideOperations } from "@/lib/compat/interview-guide/answer-request";
import manifest from "@/package.json" with { type: "json" };
import { buildDocument, type DocumentedRoute } from "./build-document";

/*
 * The document stands in the repository, because a server does not know its own routes by their names. When this test
 * fails because a route has changed, write it anew: WRITE_OPENAPI=1 npx vitest run lib/api/openapi
 */
const file = join("data", "openapi.json");
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

/** Signing in belongs to the pages, and the jobs' address to Inngest. */
const internal = /^\/api\/(?:auth|inngest)(?:\/|$)/;
/** One file for many addresses, which are in the tables of their services. */
const adapter = /\[\[?\.\.\./;

function routeFiles(folder = "app"): { path: string; file: string }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name === "route.ts")
    .map(({ parentPath }) => ({
      path: `/${parentPath.replaceAll("\\", "/").replace(/^app\/?/, "")}`.replace(/\/\([^)]*\)/g, ""),
      file: join(parentPath, "route.ts"),
    }));
}

async function readRoutes(): Promise<DocumentedRoute[]> {
  const found: DocumentedRoute[] = [];
  for (const { path, file: name } of routeFiles()) {
    if (internal.test(path) || adapter.test(path)) continue;
    const source = readFileSync(name, "utf8");
    const handlers: Record<string, { shapes?: RouteShapes } | undefined> = await import(join(process.cwd(), name));
    for (const method of methods) {
      const handler = handlers[method];
      if (!handler) continue;
      const documented = path.replace(/\[(\w+)\]/g, "{$1}");
      const own = documented.match(/^\/api\/v1\/([\w-]+)/)?.[1];
      const tag = own ?? (/parse|ResumeParser/.test(path) ? "ResumeSDK" : "service");
      const shapes = handler.shapes ?? null;
      found.push({
        ...(tag === "ResumeSDK" && { problem: null }),
        method,
        path: documented,
        tag,
        shapes,
        summary: commentAbove(source, method) ?? sentence(method, documented),
      });
    }
  }
  return [...found, ...compatible()];
}

function compatible(): DocumentedRoute[] {
  return [
    ...hrm2(classicOperations, "/", problems.classic),
    ...hrm2(nextOperations, "/api/", problems.next),
    ...interviewGuide(),
  ];
}

function hrm2(operations: Operations, prefix: string, problem: z.ZodType): DocumentedRoute[] {
  return Object.entries(operations).map(([key, { permission, fields, data, envelope, isUpload, isFile }]) => {
    const [method = "", rest = ""] = key.split(" ");
    const path = `${prefix}${rest.replace(/\*\}/, "}")}/`;
    const asked = Object.keys(fields.shape).length > 0 ? fields : undefined;
    const ids = [...rest.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => [name, z.uuid()]);
    const shapes: RouteShapes = {
      permission,
      params: z.object(Object.fromEntries(ids)),
      ...(method === "GET" || method === "DELETE" ? { query: asked } : { body: asked }),
      answer: isFile ? undefined : enveloped(envelope, data),
    };
    const summary = sentence(method, path);
    return {
      method,
      path,
      tag: "HRM2",
      summary,
      shapes,
      problem,
      ...(isUpload && { bodyType: "multipart/form-data" }),
    };
  });
}

function interviewGuide(): DocumentedRoute[] {
  return Object.entries(guideOperations).map(([key, { permission, data, fileField, isFile }]) => {
    const [method = "", rest = ""] = key.split(" ");
    const path = `/api/resumes/${rest}`.replace("#", "{id}").replace("*", "{path}").replace(/\/$/, "");
    const shapes: RouteShapes = {
      permission,
      params: z.object({ id: z.int() }).partial(),
      body: fileField ? z.object({ [fileField]: z.file() }) : undefined,
      answer: isFile ? undefined : guideEnveloped(data),
    };
    const summary = sentence(method, path);
    const form = fileField ? { bodyType: "multipart/form-data" as const } : {};
    return { method, path, tag: "interview-guide", summary, shapes, problem: guideProblem, ...form };
  });
}

/** The comment of a handler is what its reader needs to know. */
function commentAbove(source: string, method: string): string | null {
  const match = new RegExp(
    `/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\s*export (?:const|async function|function) ${method}\\b`,
  ).exec(source);
  const text = match?.[1]
    ?.replace(/^\s*\* ?/gm, "")
    .replace(/\s+/g, " ")
    .trim();
  return text || null;
}

const verbs: Record<string, string> = { GET: "Read", POST: "Add", PUT: "Save", PATCH: "Change", DELETE: "Remove" };

function sentence(method: string, path: string): string {
  const words = path
    .replace(/^\/(?:api\/)?(?:v1\/)?/, "")
    .replace(/\{[^}]*\}\/?/g, "")
    .split("/")
    .filter(Boolean);
  return `${verbs[method] ?? method} ${words.join(" › ").replaceAll("-", " ")}`;
}

test("the document in the repository is what the handlers' shapes say", async () => {
  const document = buildDocument(await readRoutes(), manifest.version);
  const text = `${JSON.stringify(document)}\n`;
  if (process.env.WRITE_OPENAPI) writeFileSync(file, text);
  expect(readFileSync(file, "utf8") === text, "write it anew: WRITE_OPENAPI=1 npx vitest run lib/api/openapi").toBe(
    true,
  );
});

test("no route is missing, every parameter of a path is told, and no operation has another's id", async () => {
  type Operation = { operationId: string; parameters?: { name: string; in: string }[]; responses: object };
  const { openapi, paths } = JSON.parse(readFileSync(file, "utf8")) as {
    openapi: string;
    paths: Record<string, Record<string, Operation>>;
  };
  expect(openapi).toBe("3.1.0");
  for (const { path, file: name } of routeFiles()) {
    if (internal.test(path) || adapter.test(path)) continue;
    const source = readFileSync(name, "utf8");
    for (const method of methods) {
      const isExported = new RegExp(`export (?:const|async function|function) ${method}\\b`).test(source);
      const documented = paths[path.replace(/\[(\w+)\]/g, "{$1}")]?.[method.toLowerCase()];
      expect(documented !== undefined, `${method} ${path}`).toBe(isExported);
    }
  }
  const operations = Object.entries(paths).flatMap(([path, of]) => Object.values(of).map((one) => ({ path, ...one })));
  for (const { path, parameters = [] } of operations) {
    const told = parameters.filter((one) => one.in === "path").map(({ name }) => name);
    expect(told.toSorted(), path).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted());
  }
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  expect(operations.length).toBeGreaterThan(200);
});

test("every address of the compatible services says what it takes and gives", async () => {
  const documented = await readRoutes();
  const compatible = documented.filter(({ tag }) => ["HRM2", "interview-guide", "ResumeSDK"].includes(tag));
  expect(compatible.length).toBeGreaterThan(100);
  for (const { method, path, shapes } of compatible) {
    const isFile = /download|export|\{path\}/.test(path);
    expect(shapes?.answer !== undefined, `${method} ${path}`).toBe(!isFile);
    if (method === "POST" && /\/(?:screening|data|library|upload|parse)\/?$/.test(path))
      expect(shapes?.body, `${method} ${path}`).toBeDefined();
  }
});
