import "server-only";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { outline, toAppError } from "@/lib/api/error-response";
import { refuseForeignOrigin } from "@/lib/api/route";
import { recordRefusal } from "@/lib/audit/record-refusal";
import { findViewer } from "@/lib/auth/find-viewer";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { inRequest } from "@/lib/database/viewing";
import { AppError } from "@/lib/errors";
import { allowOrigin, preflight } from "@/lib/http/cross-origin";
import { log } from "@/lib/log";
import { classicError, Hrm2Error, nextError, notFound, wrap } from "./answer";
import { hasDevTools } from "./dev";
import { getMedia } from "./media";
import { parseFields } from "./operation";
import { classicOperations, nextOperations, type Operations, type Served } from "./operations";
import { readBody, withQuery } from "./read-fields";

type Generation = "classic" | "next";

/** The one way in for HRM2's clients: finds the operation, signs in, runs it, and words what went wrong as they know it. */
async function answer(request: Request, generation: Generation): Promise<Response> {
  let viewer: Viewer | null = null;
  try {
    const operation = findOperation(request, generation);
    viewer = await findViewer();
    if (!viewer) throw new AppError("unauthorized", "unauthorized");
    refuseForeignOrigin(request);
    assertCan(viewer, operation.permission);
    const { searchParams: query } = new URL(request.url);
    const sent = operation.isUpload ? {} : withQuery(await readBody(request), query, operation.fields);
    const fields = operation.isUpload ? {} : parseFields(operation.fields, sent, operation.wrongIn);
    const result = await operation.run({ viewer, params: operation.params, fields, sent, request });
    if (result instanceof Response) return result;
    return wrap(generation === "next" ? { ...result, data: result.data ?? null } : result, operation.envelope);
  } catch (error) {
    await recordRefusal({ error, viewer, request });
    return toError(error, generation);
  }
}

type Found = Served & { params: Record<string, string> };

/** @throws Hrm2Error 404 for an unknown address, 405 for a method it has not */
function findOperation(request: Request, generation: Generation): Found {
  const operations: Operations = generation === "classic" ? classicOperations : nextOperations;
  const path = new URL(request.url).pathname.replace(/^\/+|\/+$/g, "");
  const parts = path.replace(/^api\//, "").split("/");
  const hasTools = hasDevTools();
  const found = Object.entries(operations).flatMap(([key, operation]) => {
    if (operation.isForDevelopers && !hasTools) return [];
    const [method = "", pattern = ""] = key.split(" ");
    const params = match(pattern.split("/"), parts);
    return params ? [{ ...operation, method, params }] : [];
  });
  if (found.length === 0) throw notFound("地址");
  const operation = found.find(({ method }) => method === request.method);
  if (!operation) throw new Hrm2Error(405, "这个地址不支持该方法。");
  return operation;
}

function match(pattern: string[], parts: string[]): Record<string, string> | null {
  const rest = /^\{(\w+)\*\}$/.exec(pattern.at(-1) ?? "")?.[1];
  if (rest && parts.length >= pattern.length) {
    const before = pattern.length - 1;
    const found = match(pattern.slice(0, before), parts.slice(0, before));
    return found && { ...found, [rest]: parts.slice(before).join("/") };
  }
  if (pattern.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const part = parts[index] ?? "";
    const name = /^\{(\w+)\}$/.exec(expected)?.[1];
    if (name && z.uuid().safeParse(part).success) params[name] = part;
    else if (part !== expected) return null;
  }
  return params;
}

async function toError(error: unknown, generation: Generation): Promise<Response> {
  const say = generation === "classic" ? classicError : nextError;
  if (error instanceof Hrm2Error) return say(error);
  const known = toAppError(error);
  if (known.status >= 500) log.error({ code: known.code, cause: outline(known.cause) }, "request failed");
  const t = await getTranslations("errors");
  // What another rule of ours forbids is a bad request there.
  return say({
    status: known.code === "conflict" ? 400 : known.status,
    message: t(known.message as "internal", known.values),
  });
}

function handlers(respond: (request: Request) => Promise<Response>) {
  const handle = async (request: Request) => allowOrigin(request, await inRequest(() => respond(request)));
  const methods = { GET: handle, POST: handle, PUT: handle, PATCH: handle, DELETE: handle };
  return { ...methods, OPTIONS: async (request: Request) => preflight(request) };
}

export const classicHandlers = handlers((request) => answer(request, "classic"));
export const nextHandlers = handlers((request) => answer(request, "next"));

export const mediaHandlers = handlers(async (request) => {
  try {
    const viewer = await findViewer();
    if (!viewer) throw new AppError("unauthorized", "unauthorized");
    const path = new URL(request.url).pathname.split("/").filter(Boolean).slice(1);
    return await getMedia(path.map(decodeURIComponent), request, viewer);
  } catch (error) {
    return toError(error instanceof URIError ? notFound("文件") : error, "classic");
  }
});
