import "server-only";
import type { z } from "zod";
import { errorResponse } from "@/lib/api/error-response";
import { recordRefusal } from "@/lib/audit/record-refusal";
import { findViewer } from "@/lib/auth/find-viewer";
import { assertCan, type Permission } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { inRequest } from "@/lib/database/viewing";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { parseJson, storable } from "@/lib/http/storable";

type Shapes<P, Q, B> = {
  permission: Permission;
  params?: z.ZodType<P>;
  query?: z.ZodType<Q>;
  /** Read as JSON. Leave it out to read the request's stream in the handler. */
  body?: z.ZodType<B>;
  /** What a success says, for the API's documentation; missing where it is a file or nothing. */
  answer?: z.ZodType;
};
/** What the documentation is made from. */
export type RouteShapes = Partial<Shapes<unknown, unknown, unknown>>;
type Input<P, Q, B> = { params: P; query: Q; body: B; viewer: Viewer; request: Request };
type Context = { params: Promise<Record<string, string | string[] | undefined>> };

const longestJsonBytes = 2_000_000;

/** The one place that signs in, checks the permission, parses, and turns an error into a status, in that order. */
export function route<P = undefined, Q = undefined, B = undefined>(
  shapes: Shapes<P, Q, B>,
  handle: (input: Input<P, Q, B>) => Promise<Response>,
) {
  const answer = async (request: Request, context: Context): Promise<Response> => {
    let viewer: Viewer | null = null;
    try {
      viewer = await findViewer();
      if (!viewer) throw new AppError("unauthorized", "unauthorized");
      refuseForeignOrigin(request);
      assertCan(viewer, shapes.permission);
      const params = parse(shapes.params, await context.params, "not_found");
      const query = parse(shapes.query, readQuery(request), "bad_request");
      const body = shapes.body ? parse(shapes.body, await readJson(request), "bad_request") : (undefined as B);
      return await handle({ params, query, body, viewer, request });
    } catch (error) {
      await recordRefusal({ error, viewer, request });
      return errorResponse(error);
    }
  };
  const handler = (request: Request, context: Context) => inRequest(() => answer(request, context));
  return Object.assign(handler, { shapes });
}

export function parse<T>(shape: z.ZodType<T> | undefined, value: unknown, code: "not_found" | "bad_request"): T {
  if (!shape) return undefined as T;
  const result = shape.safeParse(value);
  if (result.success) return result.data;
  if (code === "not_found") throw new AppError("not_found", "not_found");
  const fields = [...new Set(result.error.issues.map((issue) => issue.path.join(".")))].join(", ");
  throw new AppError("bad_request", "invalid_fields", { values: { fields }, cause: result.error });
}

export async function readJson(request: Request): Promise<unknown> {
  if (Number(request.headers.get("content-length") ?? 0) > longestJsonBytes)
    throw new AppError("too_large", "body_too_large");
  try {
    // Cut off in the middle, it is not valid either.
    return parseJson((await request.text()) || "{}");
  } catch (cause) {
    throw new AppError("bad_request", "invalid_json", { cause });
  }
}

export function readQuery(request: Request): Record<string, string> {
  return Object.fromEntries([...new URL(request.url).searchParams].map(([name, value]) => [name, storable(value)]));
}

/**
 * A session cookie travels along with other sites' forms. Browsers say where a request comes from, in
 * Sec-Fetch-Site or at least in Origin; a request with a cookie that says neither is refused.
 */
export function refuseForeignOrigin(request: Request) {
  if (request.method === "GET" || request.method === "HEAD" || request.headers.get("authorization")) return;
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  // A proxy may have changed Host; X-Forwarded-Host anybody can have written.
  const hosts = [request.headers.get("host"), env().NEXTAUTH_URL && new URL(env().NEXTAUTH_URL ?? "").host];
  const isOwn = site
    ? site === "same-origin"
    : URL.canParse(origin ?? "") && hosts.includes(new URL(origin ?? "").host);
  if (!isOwn) throw new AppError("forbidden", "foreign_origin");
}
